import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type DuckDBConnection, version as duckdbVersion } from '@duckdb/node-api';
import { runFile } from '../duckdb.ts';

const folder = new URL('../../sql/marts/', import.meta.url);
/** Marts of a row per report that can be refreshed for the reports that changed: same names, table `changed(id)` to read. */
const refreshFolder = new URL('refresh/', folder);

/** Makes every mart anew, in the order of their numbers. `changed`: ids of the reports that changed since they were last made. */
export async function refreshMarts(connection: DuckDBConnection, changed?: readonly number[]): Promise<void> {
  const refreshed = new Set(changed ? await sqlFiles(refreshFolder) : []);
  if (changed) {
    await connection.run('create temp table changed (id bigint)');
    if (changed.length > 0) await connection.run(`insert into changed values ${changed.map((id) => `(${id})`).join(', ')}`);
  }
  for (const name of await sqlFiles(folder)) {
    if (name.startsWith('001-')) continue;
    await runFile(connection, new URL(name, refreshed.has(name) ? refreshFolder : folder));
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
