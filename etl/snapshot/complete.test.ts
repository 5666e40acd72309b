import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { readManifest, snapshotFolder } from '#api/snapshots/manifest.ts';
import { checkFile } from './complete.ts';
import { reportNames, textNames } from './source.ts';
import { snapshotWorld } from './testing.ts';
import { takeSnapshot } from './take.ts';
import type { Built, Workshop } from './workshop.ts';

const world = await snapshotWorld();
const { context, municipality, dataDir } = world;
afterAll(world.remove);

const closed = { state: 'closed', taken: '2026-01-02T00:00:00Z', reply: '2026-01-02T00:00:00Z', closed: '2026-01-03T00:00:00Z' };
await world.add([
  { title: 'a', description: 'b', address: 'c', externalId: 'd', point: [12.5, 41.9], ...closed },
  { title: 'e' },
]);
const { version } = await takeSnapshot(context, municipality);
const folder = snapshotFolder(dataDir, municipality.slug);
const manifest = (await readManifest(folder, version))!;
const file = path.join(folder, manifest.file);
const workshop: Workshop = { context, municipality, folder, work: folder, file, asOf: new Date(manifest.asOf) };
const tally = { reports: manifest.reports, checksum: BigInt(manifest.checksum) };
const byTally = { tally } as Built;
const byHash = { tally, rowHash: BigInt(manifest.rowHash) } as Built;

const withoutNulls = new Set(
  `id type category_id top_category_id channel_id state status tracked published received_at day hour weekday day_precision
   waiting_s reopened`.split(/\s+/),
);
const nowhereSet = new Set(['area_id', 'office_id', 'due_at']);

/** Changes the published file and changes it back. */
async function withChange(change: string, back: string, look: () => Promise<void>): Promise<void> {
  for (const sql of [change, back]) {
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run(sql);
    connection.closeSync();
    instance.closeSync();
    if (sql === change) await look();
  }
}

test('a file that holds what the database holds is right', async () => {
  expect(await checkFile(workshop, byTally)).toBe(byHash.rowHash);
  expect(await checkFile(workshop, byHash)).toBe(byHash.rowHash);
});

test('one value lost in any column is noticed, by either sum', async () => {
  const lost = [...reportNames, ...textNames].filter((name) => !withoutNulls.has(name) && !nowhereSet.has(name));
  expect(lost.length).toBeGreaterThan(10);
  for (const name of lost) {
    const table = textNames.includes(name) ? 'report_text' : 'report';
    const keep = `create or replace table kept as select id, ${name} as before from ${table}`;
    const back = `update ${table} set ${name} = before from kept where kept.id = ${table}.id; drop table kept`;
    const change = `${keep}; update ${table} set ${name} = null`;
    await withChange(change, back, async () => {
      await expect(checkFile(workshop, byTally), name).rejects.toThrow('checksum');
      await expect(checkFile(workshop, byHash), name).rejects.toThrow('checksum');
    });
  }
});

test('a row too few, too many, or another one, is noticed', async () => {
  const back = `delete from report; insert into report by name from kept; drop table kept`;
  const keep = 'create table kept as from report;';
  for (const change of [
    'delete from report where id = 1',
    'insert into report from report',
    `update report set hour = 3 where id = 2`,
  ]) {
    await withChange(`${keep} ${change}`, back, async () => {
      await expect(checkFile(workshop, byTally), change).rejects.toThrow(/holds|differs/);
      await expect(checkFile(workshop, byHash), change).rejects.toThrow(/holds|differs/);
    });
  }
});
