import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { digestFile, listVersions, type Manifest, manifestName, readManifest } from '#api/snapshots/manifest.ts';
import { openDuck, quoteText, readRows } from '../duckdb.ts';
import { hashLoaded, tallyLoaded } from './checksum.ts';
import { createTables } from './load.ts';
import { makeMarts } from './marts.ts';
import { syncToDisk, writeManifest } from './publish.ts';
import type { Workshop } from './workshop.ts';

/** Tables that are copied as they are. */
const plainTables = ['meta', 'category', 'area', 'office', 'channel', 'street'];
const shownOnly = ['cell', 'lon', 'lat'];

/**
 * Takes the words and places of reports that newer snapshots hide out of all older files; their other figures stay. What is
 * still to do is read from the manifests, so a run that died is made up for by the next. Returns how many files were rewritten.
 */
export async function blankInSnapshots(workshop: Workshop): Promise<number> {
  const { folder, context, municipality } = workshop;
  const hidden = new Set<number>();
  let rewritten = 0;
  for (const version of await listVersions(folder)) {
    context.signal?.throwIfAborted();
    const manifest = await readManifest(folder, version);
    if (!manifest) continue;
    const blanked = new Set(manifest.blanked);
    const wanted = [...hidden].filter((id) => !blanked.has(id));
    for (const id of manifest.hidden) hidden.add(id);
    if (wanted.length === 0) continue;
    if (await blankFile(workshop, manifest, wanted)) rewritten += 1;
  }
  if (rewritten > 0) context.log('older snapshots rewritten', { municipality: municipality.slug, files: rewritten });
  return rewritten;
}

/** Rewrites one file without the words and places of these reports; false when it shows none of them. */
async function blankFile(workshop: Workshop, manifest: Manifest, ids: readonly number[]): Promise<boolean> {
  const { folder, work, context } = workshop;
  const old = path.join(folder, manifest.file);
  const blanked = [...manifest.blanked, ...ids];
  try {
    if (!(await showsAny(old, folder, ids))) {
      await writeManifest(folder, work, { ...manifest, blanked });
      return false;
    }
    const revision = Number(/\.r(\d+)\.duckdb$/.exec(manifest.file)?.[1] ?? 0) + 1;
    const name = `${manifest.version}.r${revision}.duckdb`;
    // Straight into the folder: until the manifest names it, the sweep of the next run takes it away.
    const file = path.join(folder, name);
    await rm(file, { force: true });
    const sums = await rewrite({ old, file, folder }, ids);
    await syncToDisk(file);
    await writeManifest(folder, work, { ...manifest, ...(await digestFile(file)), file: name, ...sums, blanked });
  } catch (error) {
    context.signal?.throwIfAborted();
    // What must not be shown is not shown: a file that cannot be rewritten goes.
    context.log('snapshot cannot be rewritten and is removed', { version: manifest.version, message: (error as Error).name });
    await rm(path.join(folder, manifestName(manifest.version)), { force: true });
  }
  await rm(old, { force: true });
  return true;
}

async function showsAny(file: string, folder: string, ids: readonly number[]): Promise<boolean> {
  const duck = await openDuck(file, folder, 'read');
  try {
    const found = await readRows(duck.connection, `select id from report where published and id in (${ids.join(', ')}) limit 1`);
    return found.length > 0;
  } finally {
    await duck.close();
  }
}

/** Writes everything anew, so that no byte of what is hidden is left in the file. Returns its new sums. */
async function rewrite(
  files: { old: string; file: string; folder: string },
  ids: readonly number[],
): Promise<Pick<Manifest, 'checksum' | 'rowHash'>> {
  const duck = await openDuck(files.file, files.folder, 'write');
  const { connection } = duck;
  try {
    await createTables(connection);
    await connection.run(`attach ${quoteText(files.old)} as old (read_only)`);
    await copyTables(connection, `id in (${ids.join(', ')})`);
    await connection.run('detach old');
    const checksum = String((await tallyLoaded(connection)).checksum);
    await connection.run(`update meta set checksum = '${checksum}'`);
    for (const part of ['plain', 'duplicates'] as const) await makeMarts(connection, part);
    return { checksum, rowHash: String(await hashLoaded(connection)) };
  } finally {
    await duck.close();
  }
}

async function copyTables(connection: DuckDBConnection, isHidden: string): Promise<void> {
  for (const table of plainTables) await connection.run(`insert into ${table} by name from old.${table}`);
  const blank = (names: readonly string[]) => names.map((name) => `if(${isHidden}, null, ${name}) as ${name}`).join(', ');
  await connection.run(`insert into report by name
    select * replace (${blank(shownOnly)}, published and not (${isHidden}) as published) from old.report`);
  await connection.run(`insert into report_text by name
    select * replace (${blank(['external_id', 'title', 'description', 'address'])}) from old.report_text`);
  await leaveClusters(connection, isHidden);
}

/** What is hidden leaves its problem, which takes the number of the first report still shown; its pairs go. */
async function leaveClusters(connection: DuckDBConnection, isHidden: string): Promise<void> {
  await connection.run(`update report set cluster_id = null where ${isHidden}`);
  await connection.run(`update report set cluster_id = shown.first
    from (select cluster_id as number, min(id) as first from report where cluster_id is not null group by 1) as shown
    where report.cluster_id = shown.number and shown.first <> shown.number`);
  const involved = ['report_id in', 'original_id in'].map((by) => isHidden.replace('id in', by)).join(' or ');
  await connection.run(`insert into duplicate_pair by name select * from old.duplicate_pair where not (${involved})`);
}
