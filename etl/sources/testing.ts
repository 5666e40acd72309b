import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fold } from '#api/reports/lifecycle.ts';
import { batches } from './batches.ts';
import { prepareImport } from './prepared-import.ts';
import type { Source } from './source.ts';
import { storyOf } from './story.ts';

/** Files of a test, in a folder that is gone after it. */
export async function testFiles() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-test-'));
  let count = 0;
  const write = async (content: string | Buffer, name = 'file.csv'): Promise<string> => {
    const file = path.join(folder, `${++count}-${name}`);
    await writeFile(file, content);
    return file;
  };
  return {
    folder,
    write,
    /** A CSV of these rows; every row may leave columns out. */
    csv: (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[], name?: string) => {
      const lines = rows.map((row) => columns.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`));
      return write([columns, ...lines].map((cells) => `${cells.join(',')}\n`).join(''), name);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a source reads in files, without a database: drafts with the life they tell, and rejected rows. */
export async function readFiles(source: Source, files: readonly string[]) {
  const prepared = await prepareImport(source, files);
  try {
    const found = [];
    for (const { table, surveyed } of prepared.files) {
      found.push(...(await Array.fromAsync(batches(prepared.instance, table, surveyed, source))));
    }
    const drafts = found.flatMap((batch) => batch.drafts);
    return {
      drafts: drafts.map((draft) => {
        const { events, ...story } = storyOf(draft, draft.office ? 1 : null);
        return { ...draft, ...story, notes: [draft.note, story.note].filter(Boolean), events, life: fold(events) };
      }),
      rejects: found.flatMap((batch) => batch.rejects).map(({ number, reason }) => [number, reason]),
    };
  } finally {
    await prepared.close();
  }
}
