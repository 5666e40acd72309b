import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listVersions, readManifest, snapshotFolder } from '#api/snapshots/manifest.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { writeManifest } from './publish.ts';
import { snapshotWorld } from './testing.ts';
import { takeSnapshot } from './take.ts';

const world = await snapshotWorld({ now: '2026-06-01T00:00:00Z' });
const { context, municipality, dataDir } = world;
const folder = snapshotFolder(dataDir, municipality.slug);
const snapshots = openSnapshots(dataDir, { log: context.log });
afterAll(async () => {
  await snapshots.close();
  await world.remove();
});

const take = (mode?: 'full') => takeSnapshot(context, municipality, mode ? { mode } : {});
const secret = (name: string) => `parola-segreta-${name}`.repeat(20);

/** Files in which the bytes are found; small texts are stored as they are. */
async function filesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder)) {
    if ((await readFile(path.join(folder, name))).includes(text)) found.push(name);
  }
  return found;
}

async function figures(version: string) {
  const snapshot = (await snapshots.pinned(municipality.slug, version))!;
  const [row] = await snapshot.query<Record<string, number>>(
    `select count(*) as reports, count(lon) as places, count(title) as titles, count(closed_at) as closed, sum(age_s) as age
     from report join report_text using (id)`,
  );
  return row!;
}

test('a report made private leaves every file; the figures of older ones stay', async () => {
  const text = secret('privata');
  const [id] = await world.add([
    { title: 'Tra poco privata', description: text, point: [12.5, 41.9] },
    { title: 'Resta', point: [12.6, 41.9], state: 'closed', closed: '2026-05-01T00:00:00Z' },
  ]);
  const older = await take();
  expect(await filesWith(text)).toEqual([`${older.version}.duckdb`]);
  const before = await figures(older.version);
  await world.change(id!, { visibility: 'private' });
  const newer = await take();
  expect(newer.reports).toBe(older.reports - 1);
  expect(await filesWith(text)).toEqual([]);
  expect(await figures(older.version)).toEqual({ ...before, places: before.places! - 1, titles: before.titles! - 1 });
});

test('words that were erased leave every file, whatever kind of snapshot notices', async () => {
  for (const mode of [undefined, 'full'] as const) {
    const text = secret(`cancellata-${mode}`);
    const [id] = await world.add([{ title: 'Con parole', description: text, point: [12.7, 41.9] }]);
    const older = await take('full');
    const before = await figures(older.version);
    await world.change(id!, { description: null, title: null });
    await take(mode);
    expect(await filesWith(text)).toEqual([]);
    expect((await figures(older.version)).reports).toBe(before.reports);
  }
});

test('a run that died after publishing is made up for by the next one, even when nothing else changed', async () => {
  const text = secret('interrotta');
  const [id] = await world.add([{ title: 'Con parole', description: text }]);
  const older = await take('full');
  await world.change(id!, { description: null });
  const stop = new AbortController();
  const dying = { ...context, signal: stop.signal, log: (line: string) => void (line.includes('in full') && stop.abort()) };
  await expect(takeSnapshot(dying, municipality)).rejects.toThrow();
  expect(await filesWith(text)).toEqual([`${older.version}.duckdb`]);

  // As if the process had ended between the new manifest and the old files.
  const newest = await take('full');
  const manifest = (await readManifest(folder, older.version))!;
  expect(manifest.blanked).toEqual([id]);
  await writeManifest(folder, folder, { ...manifest, blanked: [] });
  expect((await take()).mode).toBe('unchanged');
  expect((await readManifest(folder, older.version))!.blanked).toEqual([id]);
  expect((await listVersions(folder))[0]).toBe(newest.version);
});

test('an edited word is a new word, not a hidden one', async () => {
  const [id] = await world.add([{ title: 'Prima' }]);
  const older = await take('full');
  await world.change(id!, { title: 'Dopo' });
  expect((await take()).mode).toBe('incremental');
  const snapshot = (await snapshots.pinned(municipality.slug, older.version))!;
  expect(await snapshot.query('select title from report_text where id = $id', { id: id! })).toEqual([{ title: 'Prima' }]);
});
