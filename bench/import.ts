import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { importCommand } from '#etl/import.ts';
import { connect, type Database } from '#sql/connect.ts';
import { migrateAll } from '#sql/migrate.ts';

/** An import beside a bare COPY of the same rows; seconds, and how many times as long ours takes. */
export interface ImportBench {
  name: string;
  rows: number;
  ours: number;
  reference: number;
  ratio: number;
  /** Resident memory at its highest while importing, MB. */
  memory: number;
}

const columns =
  'uid text, city text, source_id text, category text, subcategory text, description text, status text, created_at timestamp, ' +
  'closed_at timestamp, lat double precision, lon double precision, address text, district text, lang text, tz text';

/**
 * Imports a Parquet file of the source "combined" into a new municipality, and copies the same rows from a CSV into an unlogged
 * table without indexes. `url`: an empty database on real PostGIS. The reference is the faster of two runs, around ours.
 */
export async function benchImport(url: string, parquet: string): Promise<ImportBench> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-bench-'));
  const database = await connect({ url });
  try {
    await migrateAll(database);
    const csv = path.join(folder, 'rows.csv');
    const rows = await writeCsv(parquet, csv);
    const first = await bareCopy(database, csv);
    const { seconds, memory } = await ours(database, parquet, folder);
    const reference = Math.min(first, await bareCopy(database, csv));
    return { name: 'import', rows, ours: seconds, reference, ratio: seconds / reference, memory };
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

async function writeCsv(parquet: string, csv: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (select * from '${parquet}') to '${csv}' (header false)`);
  const counted = await connection.runAndReadAll(`select count(*)::integer from '${parquet}'`);
  instance.closeSync();
  return counted.getRows()[0]![0] as number;
}

async function bareCopy(database: Database, csv: string): Promise<number> {
  const started = performance.now();
  await database.transaction(null, async ({ client }) => {
    await client.query(`drop table if exists bare; create unlogged table bare (${columns})`);
    await client.copyIn('copy bare from stdin with (format csv)', createReadStream(csv, { highWaterMark: 256 * 1024 }));
  });
  return (performance.now() - started) / 1000;
}

async function ours(database: Database, parquet: string, folder: string): Promise<{ seconds: number; memory: number }> {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss() / 1e6)), 100);
  const quiet = Object.assign(new Writable({ write: (_, __, done) => done() }), {
    isTTY: false,
  }) as unknown as NodeJS.WriteStream;
  const started = performance.now();
  const args = ['combined', parquet, '--create', 'Bench', '--municipality', `bench-${started.toFixed(0)}`];
  await importCommand(args, { database, dataDir: folder, now: () => new Date(), print: () => {}, stream: quiet });
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, memory };
}
