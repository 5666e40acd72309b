import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** An open DuckDB file. */
export interface Duck {
  connection: DuckDBConnection;
  /** One more connection, closed with the file. */
  connect(): Promise<DuckDBConnection>;
  /** Writes everything into the file (when it may write) and closes it. */
  close(): Promise<void>;
}

/**
 * Opens a DuckDB file with one connection; it reads and writes only below `folder`, and spills beside the file.
 * Errors: those of DuckDB.
 */
export async function openDuck(file: string, folder: string, mode: 'read' | 'write'): Promise<Duck> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: mode === 'read' ? 'READ_ONLY' : 'READ_WRITE',
    memory_limit: '512MB',
    temp_directory: path.join(path.dirname(file), '.spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  await connection.run(`set allowed_directories = [${quoteText(folder)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  const connections = [connection];
  return {
    connection,
    async connect() {
      const more = await instance.connect();
      connections.push(more);
      return more;
    },
    async close() {
      try {
        if (mode === 'write') await connection.run('checkpoint');
      } finally {
        for (const one of connections) one.closeSync();
        instance.closeSync();
      }
    },
  };
}

/** All rows of a statement as objects; whole numbers beyond 32 bits are bigint. */
export async function readRows<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await (await connection.run(sql)).getRowObjectsJS()) as Row[];
}

/** Runs a file of statements. Errors: name the file. */
export async function runFile(connection: DuckDBConnection, file: URL): Promise<void> {
  try {
    await connection.run(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file.pathname.split('/').at(-1)}: ${(error as Error).message}`, { cause: error });
  }
}

/** `text` as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
