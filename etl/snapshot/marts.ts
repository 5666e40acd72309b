import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { runFile } from '../duckdb.ts';

const folder = new URL('../../sql/marts/', import.meta.url);

/** Runs every mart after the tables, in the order of their numbers; `create or replace` makes a second run a refresh. */
export async function refreshMarts(connection: DuckDBConnection): Promise<void> {
  for (const name of await martNames()) {
    if (!name.startsWith('001-')) await runFile(connection, new URL(name, folder));
  }
}

/** Digest of the tables and marts: a file made by other ones is never refreshed, only replaced. */
export async function martsDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await martNames()) hash.update(name).update(await readFile(new URL(name, folder)));
  return hash.digest('hex');
}

async function martNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
}
