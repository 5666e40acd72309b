import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type DuckDBConnection, version as duckdbVersion } from '@duckdb/node-api';
import { runFile } from '../duckdb.ts';

const folder = new URL('../../sql/marts/', import.meta.url);
/** Marts of a row per report that can be refreshed for the reports that changed: same names, table `changed(id)` to read. */
const refreshFolder = new URL('refresh/', folder);

/** Marts that read duplicates have to wait for them. */
const readsDuplicates = /\b(cluster_id|duplicate_pair)\b/;

/** Which marts: those that do not read duplicates, or those that do. */
export type Part = 'plain' | 'duplicates';

/** Makes the marts of a part anew, in the order of their numbers. `changed`: ids of the reports that changed since they were made. */
export async function makeMarts(connection: DuckDBConnection, part: Part, changed?: readonly number[]): Promise<void> {
  const refreshed = new Set(changed ? await sqlFiles(refreshFolder) : []);
  await connection.run('create or replace temp table changed (id bigint)');
  if (changed && changed.length > 0) {
    await connection.run(`insert into changed values ${changed.map((id) => `(${id})`).join(', ')}`);
  }
  for (const name of await sqlFiles(folder)) {
    if (name.startsWith('001-')) continue;
    const file = new URL(name, refreshed.has(name) ? refreshFolder : folder);
    const waits = readsDuplicates.test(await readFile(file, 'utf8'));
    if (waits === (part === 'duplicates')) await runFile(connection, file);
  }
}

/** Digest of the tables, marts and the version of DuckDB: a file made by other ones is never refreshed, only replaced. */
export async function martsDigest(): Promise<string> {
  const hash = createHash('sha256').update(duckdbVersion());
  for (const from of [folder, refreshFolder]) {
    for (const name of await sqlFiles(from)) hash.update(name).update(await readFile(new URL(name, from)));
  }
  return hash.digest('hex');
}

async function sqlFiles(from: URL): Promise<string[]> {
  return (await readdir(from)).filter((name) => name.endsWith('.sql')).toSorted();
}
