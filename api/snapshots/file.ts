import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';

const connectionsPerFile = 4;
const statementsPerConnection = 64;

/** One connection and its prepared statements, the most recently used last. */
export interface Lane {
  connection: DuckDBConnection;
  /** The statement, prepared once per connection. */
  prepare(sql: string): Promise<DuckDBPreparedStatement>;
}

/** A DuckDB file open for reading: nothing can be written, no other file read, no setting changed. */
export interface OpenFile {
  /** Gives a free connection to `work`, waiting for one when all are busy. */
  withLane<T>(work: (lane: Lane) => Promise<T>): Promise<T>;
  /** Takes a connection for longer; the caller gives it back. */
  takeLane(): Promise<{ lane: Lane; giveBack: () => void }>;
  close(): void;
}

/** Opens a snapshot file. Errors: those of DuckDB when the file cannot be opened. */
export async function openFile(file: string): Promise<OpenFile> {
  const spill = mkdtempSync(path.join(os.tmpdir(), 'sensorcivico-'));
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    memory_limit: '1GB',
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_external_access: 'false',
    lock_configuration: 'true',
  });
  const lanes = await Promise.all(Array.from({ length: connectionsPerFile }, async () => laneOf(await instance.connect())));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const giveBack = (lane: Lane) => {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  const take = () => {
    const lane = free.pop();
    return lane ? Promise.resolve(lane) : new Promise<Lane>((resolve) => waiting.push(resolve));
  };
  return {
    async withLane(work) {
      const lane = await take();
      try {
        return await work(lane);
      } finally {
        giveBack(lane);
      }
    },
    async takeLane() {
      const lane = await take();
      return { lane, giveBack: () => giveBack(lane) };
    },
    close() {
      for (const { connection } of lanes) connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
    },
  };
}

function laneOf(connection: DuckDBConnection): Lane {
  const prepared = new Map<string, DuckDBPreparedStatement>();
  return {
    connection,
    async prepare(sql) {
      const statement = prepared.get(sql) ?? (await connection.prepare(sql));
      prepared.delete(sql);
      prepared.set(sql, statement);
      if (prepared.size > statementsPerConnection) {
        const [oldest, unused] = prepared.entries().next().value!;
        prepared.delete(oldest);
        unused.destroySync();
      }
      return statement;
    },
  };
}
