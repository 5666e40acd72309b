import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Survey, survey } from './file-rows.ts';
import { type Table, tableOf, wrongFile } from './reading.ts';
import type { Source } from './source.ts';

/** Files that were looked at and found to be of their source. */
export interface PreparedImport {
  source: Source;
  instance: DuckDBInstance;
  files: { table: Table; surveyed: Survey }[];
  close(): Promise<void>;
}

/**
 * Looks at every file once, before anything is imported. What has to be remembered of them is on the disk.
 * Errors: `ImportRefused` for a file that is missing or not of this source.
 */
export async function prepareImport(source: Source, files: readonly string[]): Promise<PreparedImport> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-import-'));
  const instance = await DuckDBInstance.create(path.join(folder, 'work.duckdb'), {
    memory_limit: '512MB',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const close = async () => {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const prepared: PreparedImport['files'] = [];
    for (const [index, file] of files.entries()) prepared.push(await look(instance, source, file, `file${index}`));
    return { source, instance, files: prepared, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function look(instance: DuckDBInstance, source: Source, file: string, name: string) {
  const connection = await instance.connect();
  try {
    const table = await tableOf(connection, file, source.reading);
    checkColumns(table, source);
    const surveyed = await survey(connection, table, source.repeats, name);
    if (surveyed.total === 0 && source.reading.format === 'parquet' && source.reading.only) {
      throw wrongFile(file, `no row has the ${source.reading.only.join(' ')}`);
    }
    return { table, surveyed };
  } finally {
    connection.closeSync();
  }
}

function checkColumns(table: Table, source: Source): void {
  const missing = source.columns.filter((column) => !table.columns.includes(column));
  if (!missing.length) return;
  const list = (columns: readonly string[]) =>
    `${columns.slice(0, 8).join(', ')}${columns.length > 8 ? ', …' : ''}`.replaceAll(/[^\P{C}]/gu, '?');
  throw wrongFile(
    table.file,
    `this is not a file of ${source.name} (${source.title}): it lacks ${list(missing)}; its columns are ${list(table.columns)}`,
  );
}
