import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { listVersions, snapshotFolder } from '#api/snapshots/manifest.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { startRun } from './dying.ts';
import { snapshotWorld } from './testing.ts';
import { takeSnapshot } from './take.ts';

const kills = 50;
const world = await snapshotWorld();
const { context, database, municipality, dataDir } = world;
const folder = snapshotFolder(dataDir, municipality.slug);
await world.add(
  Array.from({ length: 500 }, (_, index) => ({
    description: `Segnalazione ${index} `.repeat(10),
    point: [12.5 + index / 1e3, 41.9] as [number, number],
  })),
);
afterAll(world.remove);

/** What a reader that starts now serves. */
async function served() {
  const snapshots = openSnapshots(dataDir, { log: context.log });
  const snapshot = await snapshots.current(municipality.slug);
  const [row] = snapshot ? await snapshot.query<{ reports: number }>('select count(*) as reports from report') : [];
  await snapshots.close();
  return { version: snapshot?.meta.version ?? '', reports: row?.reports };
}

const leftovers = async () => (await readdir(folder)).filter((name) => !/^[\w-]+\.(duckdb|json)$/.test(name));

test(`a run that is killed, ${kills} times at any moment, leaves the last good snapshot serving and needs no repair`, async () => {
  await takeSnapshot(context, municipality);
  let last = await served();
  let published = 0;
  // One snapshot to see how long it takes here; then the deaths are spread over that time.
  const first = startRun(database, { dataDir, municipality, endless: true });
  await first.next();
  const began = performance.now();
  await first.next();
  const usual = performance.now() - began;
  await first.kill();
  for (let round = 0; round < kills; round += 1) {
    const run = startRun(database, { dataDir, municipality, endless: true });
    await run.ready;
    await pause((usual * 1.2 * ((round * 7) % kills)) / kills);
    await run.kill();
    const now = await served();
    expect(now.reports).toBe(500);
    expect(now.version >= last.version).toBe(true);
    if (now.version > last.version) published += 1;
    last = now;
  }
  expect(published).toBeGreaterThan(0);
  const { version } = await takeSnapshot(context, municipality, { mode: 'full' });
  expect((await served()).version).toBe(version);
  expect(await leftovers()).toEqual([]);
}, 240_000);

test('a full disk is told, the last good snapshot stays, and the next run with room succeeds', async () => {
  const before = await served();
  for (const largestFile of [0, 16_384, 524_288]) {
    const [told] = await startRun(database, { dataDir, municipality, endless: false }, largestFile).ended();
    expect(told).toMatchObject({ taken: false });
    expect(told?.message).toMatch(/file too large|no space|could not write|EFBIG/i);
    expect(await served()).toEqual(before);
    expect(await leftovers()).toEqual([]);
  }
  const [told] = await startRun(database, { dataDir, municipality, endless: false }).ended();
  expect(told).toEqual({ taken: true });
  expect((await listVersions(folder))[0]! > before.version).toBe(true);
}, 60_000);
