import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { combined } from './combined.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
let file: string;

beforeAll(async () => {
  files = await testFiles();
  file = path.join(files.folder, 'combined.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (
    select * from (values
      ('boston:1', 'boston', 'Street Light Outages', 'Street Lights', 'Street Light Outages', 'closed', '2011-07-01 01:32:33', '2011-07-01 05:06:58', 42.27, -71.07, 'en', 'America/New_York'),
      ('st-louis:1', 'st-louis', 'NOWATER', 'WATER DIV,', 'NOWATER (due to main break)', 'cancelled', '2018-01-01 05:29:06', null, null, null, 'en', 'America/Chicago'),
      ('st-louis:1', 'st-louis', 'NOWATER', 'WATER DIV,', 'NOWATER (due to main break)', 'cancelled', '2018-01-01 05:29:06', null, null, null, 'en', 'America/Chicago'),
      ('tainan:1', 'tainan', null, null, '妨礙安寧', null, '2015-04-15 00:22:00', null, 23.0, 120.26, 'zh-TW', 'Asia/Taipei'),
      ('alessandria:1', 'alessandria', 'Buche', 'App Municipium', null, 'in_progress', '2023-05-08 00:00:00', null, null, null, 'it', 'Europe/Rome'),
      ('stuttgart:1', 'stuttgart', 'Ampel', null, null, null, '2022-01-10 11:22:14', null, 48.8, 9.2, 'de', 'Etc/UTC'),
      ('atlantis:1', 'atlantis', 'Floods', 'Rising sea', null, 'open', '2022-01-10 11:22:14', '2022-02-01 00:00:00', null, null, 'en', 'Etc/UTC'),
      ('atlantis:2', 'atlantis', 'Floods', null, null, 'sunk', '2022-01-10 11:22:14', null, null, null, 'en', 'Etc/UTC')
    ) as given (uid, city, category, subcategory, description, status, created_at, closed_at, lat, lon, lang, tz)
  ) to '${file}' (format parquet)`);
  instance.closeSync();
});
afterAll(() => files.remove());

test('every city keeps its zone, its categories and what its columns mean', async () => {
  const { drafts, rejects } = await readFiles(combined(), [file]);
  const told = drafts.map(({ id, category, channel, life, tracked, notes }) => [
    id,
    category.code,
    channel.code,
    life.state,
    tracked,
    ...notes,
  ]);
  expect(told).toEqual([
    ['boston:1', 'street-lights.street-light-outages', 'unknown', 'closed', true],
    ['st-louis:1', 'nowater', 'unknown', 'received', false, 'closedUntold'],
    ['tainan:1', 'uncategorised', 'phone', 'received', false],
    ['alessandria:1', 'potholes', 'app', 'taken', true],
    ['stuttgart:1', 'traffic-lights', 'web', 'received', false],
    ['atlantis:1', 'floods.rising-sea', 'unknown', 'received', true, 'openWithClosing'],
  ]);
  expect(drafts[0]!.life.receivedAt.toISOString()).toBe('2011-07-01T05:32:33.000Z');
  expect(drafts.map(({ dayPrecision }) => dayPrecision)).toEqual([false, false, false, true, false, false]);
  expect(drafts.map(({ description }) => description)).toEqual([
    null,
    'NOWATER (due to main break)',
    '妨礙安寧',
    null,
    null,
    null,
  ]);
  expect(rejects).toEqual([
    [3, 'repeated id'],
    [8, 'status: "sunk" is not known'],
  ]);
});

test('one city is read alone, with its zone and language for a municipality made for it', async () => {
  const source = combined('st-louis');
  expect(source).toMatchObject({ timezone: 'America/Chicago', language: 'en', title: "St. Louis Citizens' Service Bureau" });
  const { drafts, rejects } = await readFiles(source, [file]);
  expect(drafts.map(({ id }) => id)).toEqual(['st-louis:1']);
  expect(rejects).toEqual([[3, 'repeated id']]);
});

test('a city that is not in the file is refused', async () => {
  await expect(readFiles(combined('milan'), [file])).rejects.toThrow('no row has the city milan');
});
