import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { testSnapshot } from '../stats/testing.ts';
import { streamExport } from './stream.ts';

const copies = 100_000;

/** The file of a snapshot with one report `copies` times over: more rows than fit in a few parts. */
async function largeSnapshot(folder: string, copies: number, description: string | null = null): Promise<Snapshot> {
  const { file, ...small } = await testSnapshot([{ received: '2025-03-01T10:00:00Z', title: 'Buca', description }]);
  const large = path.join(folder, 'large.duckdb');
  const instance = await DuckDBInstance.create(large);
  const connection = await instance.connect();
  await connection.run(`attach '${file}' as small (read_only)`);
  await connection.run('copy from database small to large');
  for (const table of ['report', 'report_text']) {
    await connection.run(
      `insert into ${table} select r.* replace (number as id) from small.${table} r, range(2, ${copies} + 1) n(number)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  return { ...small, file: large };
}

test.each(['csv', 'geojson'] as const)(
  'a download of %s begins before most of its rows are read, and ends with the last one',
  async (format) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'large-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const snapshot = await largeSnapshot(folder, copies);
    const tmp = path.join(folder, 'tmp');
    const bytes = await streamExport(snapshot, { format, language: 'it', where: undefined }, tmp);
    const reader = bytes.getReader();
    const first = await reader.read();
    expect(first.done).toBe(false);
    const parts = (await readdir(tmp, { recursive: true })).filter((name) => /\/\d+$/.test(name));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBeLessThanOrEqual(2);
    let text = Buffer.from(first.value!).toString();
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += Buffer.from(next.value).toString();
    expect(text.match(/Buca/g)).toHaveLength(copies);
  },
);

test('long texts do not fill the memory of a download', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'long-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [rows, long] = [12_000, 'Buca profonda. '.repeat(530)];
  const snapshot = await largeSnapshot(folder, rows, long);
  for (const format of ['csv', 'geojson', 'parquet'] as const) {
    const where = { sql: 'id > 0', parameters: {} };
    const bytes = await streamExport(snapshot, { format, language: 'it', where }, path.join(folder, 'tmp'));
    let size = 0;
    for await (const chunk of bytes) size += chunk.length;
    expect(size).toBeGreaterThan(format === 'parquet' ? rows : rows * long.length);
  }
});
