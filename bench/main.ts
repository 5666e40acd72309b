import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { connect } from '#sql/connect.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import { benchImport } from './import.ts';
import { benchOpenData } from './open-data.ts';
import { benchSnapshot } from './snapshot.ts';
import { benchStats } from './stats.ts';

// npm run bench: speed as ratios side by side in one run. Wants TEST_DATABASE_URL (a PostGIS server on which databases may be made) and
// BENCH_PARQUET (a file of the source "combined"; default ../shared/data/combined). BENCH_COPIES: how many times its rows (default 3).

type Row = [what: string, measured: string, wanted: string, holds: boolean | null];

const parquet =
  process.env.BENCH_PARQUET ?? fileURLToPath(new URL('../../shared/data/combined/civic_combined.parquet', import.meta.url));
const copies = Number(process.env.BENCH_COPIES ?? 3);
const runs = Number(process.env.BENCH_RUNS ?? 60);

if (!process.env.TEST_DATABASE_URL || !existsSync(parquet)) {
  console.error(
    'npm run bench needs TEST_DATABASE_URL (a PostGIS server) and BENCH_PARQUET (a Parquet file of the source "combined").',
  );
  process.exit(1);
}
const folder = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-bench-'));
try {
  print(await measure());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<Row[]> {
  const rows: Row[] = [];
  const url = (await freshDatabaseUrl('_bench'))!;
  say('importing …');
  const imported = await benchImport(url, await scaled());
  rows.push([
    `import of ${imported.rows} rows ÷ bare copy`,
    `${imported.ratio.toFixed(1)} × (${imported.ours.toFixed(0)} s)`,
    '≤ 6 ×',
    imported.ratio <= 6,
  ]);
  rows.push(['import, memory at its highest', `${imported.memory.toFixed(0)} MB`, 'flat', null]);

  say('taking snapshots …');
  const database = await connect({ url });
  const { rows: found } = await database.transaction(null, ({ client }) =>
    client.query<{ slug: string }>('select slug from platform.municipality'),
  );
  const slug = found[0]!.slug;
  const snapshot = await benchSnapshot(database, folder, slug);
  await database.close();
  rows.push([`full snapshot of ${snapshot.reports} reports`, `${snapshot.full.toFixed(1)} s`, '≤ 60 s', snapshot.full <= 60]);
  rows.push(['full snapshot, memory', `${snapshot.fullMemory.toFixed(0)} MB`, '≤ 1,500 MB', snapshot.fullMemory <= 1500]);
  rows.push([
    `refresh after ${snapshot.changed} changes (${snapshot.mode})`,
    `${snapshot.incremental.toFixed(1)} s`,
    '≤ 5 s',
    snapshot.incremental <= 5,
  ]);

  const snapshots = openSnapshots(folder, { log: () => {} });
  const current = (await snapshots.current(slug))!;
  say('downloading …');
  const data = await benchOpenData(current);
  rows.push(['CSV of all rows, speed ÷ DuckDB’s COPY', data.ratio.toFixed(2), '≥ 0.5', data.ratio >= 0.5]);
  rows.push(['CSV of all rows, growth of memory', `${data.memory.toFixed(0)} MB`, '≤ 150 MB', data.memory <= 150]);
  say('asking for numbers …');
  for (const line of await benchStats(current, runs)) rows.push(statsRow(line));
  await snapshots.close();
  return rows;
}

function statsRow({ what, p50, p95, ratio, against }: Awaited<ReturnType<typeof benchStats>>[number]): Row {
  if (what.startsWith('304')) return [what, `${ratio!.toFixed(2)} of the rate`, '≥ 0.4', ratio! >= 0.4];
  const times = `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  if (ratio === undefined) return [what, times, '≤ 150 ms', p95 <= 150];
  return [what, `${times}, ${ratio.toFixed(2)} × ${against}`, '≤ 150 ms, ≤ 2 ×', p95 <= 150 && ratio <= 2];
}

/** The file, or so many copies of it, jittered by some sixty metres and shifted by whole weeks: for load only. */
async function scaled(): Promise<string> {
  if (copies === 1) return parquet;
  const file = path.join(folder, 'scaled.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const jitter = (by: number, size: number) =>
    `case when k = 0 then 0 else ((hash(uid, k, ${by}) % 2001)::int - 1000) / 1000.0 * ${size} end`;
  await connection.run(`copy (
    select * replace (uid || '#' || k as uid, source_id || '#' || k as source_id,
      created_at + to_days((364 * k)::integer) as created_at, closed_at + to_days((364 * k)::integer) as closed_at,
      lat + ${jitter(1, 0.00054)} as lat, lon + ${jitter(2, 0.00075)} as lon)
    from '${parquet}', range(0, ${copies}) as copies(k) order by created_at) to '${file}' (format parquet, compression zstd)`);
  instance.closeSync();
  return file;
}

function say(text: string): void {
  console.error(text);
}

function print(rows: readonly Row[]): void {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  console.log(
    `${os.availableParallelism()} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString()}\n`,
  );
  console.log('| what | measured | wanted | |\n|---|---|---|---|');
  for (const [what, measured, wanted, holds] of rows)
    console.log(`| ${what} | ${measured} | ${wanted} | ${holds === null ? '' : holds ? 'yes' : 'NO'} |`);
}
