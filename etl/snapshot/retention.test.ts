import { readdir } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { listVersions, snapshotFolder } from '#api/snapshots/manifest.ts';
import { expired, retentionOf } from './retention.ts';
import { takeSnapshot } from './take.ts';
import { snapshotWorld } from './testing.ts';

const usual = retentionOf(undefined);
const version = (time: string) => `${time.replaceAll(/[-:]/g, '')}-00000000`;
const left = (times: string[], now: string, zone = 'UTC', retention = usual) => {
  const versions = times.map(version);
  const gone = expired(versions, new Date(now), zone, retention);
  return versions.filter((one) => !gone.includes(one));
};

test('all of the last week stay', () => {
  const times = Array.from({ length: 12 }, (_, index) => `2026-05-${index + 10}T00:00:00Z`);
  expect(left(times, '2026-05-21T12:00:00Z')).toEqual(times.slice(-7).map(version));
});

test('the newest three stay, however old they are', () => {
  const times = ['2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', '2026-05-03T00:00:00Z', '2026-05-04T00:00:00Z'];
  expect(left(times, '2027-01-01T00:00:00Z')).toEqual(times.slice(-3).map(version));
});

test('the last one of each month stays for good', () => {
  const months = ['2024-01-31T22:00:00Z', '2024-02-28T00:00:00Z', '2025-12-31T23:00:00Z'];
  const between = ['2024-01-30T00:00:00Z', '2024-02-01T00:00:00Z', '2025-12-01T00:00:00Z'];
  const recent = ['2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', '2026-05-03T00:00:00Z'];
  const times = [...months, ...between, ...recent].toSorted();
  expect(left(times, '2026-05-03T01:00:00Z')).toEqual([...months, ...recent].toSorted().map(version));
});

test('months end in the zone of the municipality', () => {
  const times = [
    '2026-01-31T22:00:00Z',
    '2026-01-31T23:30:00Z',
    '2026-02-10T00:00:00Z',
    '2026-02-11T00:00:00Z',
    '2026-02-12T00:00:00Z',
  ];
  // Half past eleven of the evening in London is February in Rome.
  expect(left(times, '2026-03-30T00:00:00Z', 'Europe/Rome')).toEqual(
    [times[0], ...times.slice(-3)].map((time) => version(time!)),
  );
  expect(left(times, '2026-03-30T00:00:00Z', 'Europe/London')).toEqual(
    [times[1], ...times.slice(-3)].map((time) => version(time!)),
  );
});

test('a municipality keeps more, or fewer days, but never fewer than three', () => {
  expect(retentionOf({ days: 1 })).toEqual({ newest: 3, days: 1 });
  expect(retentionOf({ newest: 10, days: 30 })).toEqual({ newest: 10, days: 30 });
  for (const wrong of [{ newest: 2 }, { days: -1 }, 'all', 7, { days: 'week' }]) expect(retentionOf(wrong)).toEqual(usual);
});

test('taking a snapshot removes those that the setting of the municipality no longer keeps, with their files', async () => {
  const world = await snapshotWorld();
  onTestFinished(world.remove);
  const value = JSON.stringify({ newest: 3, days: 1 });
  await world.db.insertInto('setting').values({ key: 'snapshot_retention', value }).execute();
  for (const day of [1, 2, 3, 4]) {
    world.setNow(`2026-01-0${day}T00:00:00Z`);
    await takeSnapshot(world.context, world.municipality, { mode: 'full' });
  }
  const folder = snapshotFolder(world.dataDir, world.municipality.slug);
  const kept = (await listVersions(folder)).toReversed();
  expect(kept.map((one) => one.slice(0, 8))).toEqual(['20260102', '20260103', '20260104']);
  expect((await readdir(folder)).toSorted()).toEqual(kept.flatMap((one) => [`${one}.duckdb`, `${one}.json`]));
});
