import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { latLngToCell } from 'h3-js';
import { afterAll, expect, test } from 'vitest';
import { snapshotFolder } from '#api/snapshots/manifest.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { snapshotWorld } from './testing.ts';
import { takeSnapshot } from './take.ts';

const world = await snapshotWorld({ timezone: 'Europe/Rome', now: '2026-06-01T00:00:00Z' });
const { context, municipality, db, dataDir } = world;
const snapshots = openSnapshots(dataDir, { log: context.log });
afterAll(async () => {
  await snapshots.close();
  await world.remove();
});

/** Takes a full snapshot and reads it. */
async function taken() {
  const { version } = await takeSnapshot(context, municipality, { mode: 'full' });
  return (await snapshots.pinned(municipality.slug, version))!;
}

async function reportOf(id: number) {
  const snapshot = await taken();
  const sql = `select * exclude (cell), printf('%x', cell) as h3 from report join report_text using (id) where id = $id`;
  return (await snapshot.query<Record<string, unknown>>(sql, { id }))[0];
}

test('a report is there with its times in seconds, its local day and its cell', async () => {
  const [id] = await world.add([
    {
      title: 'Buca',
      category: 2,
      point: [12.5, 41.9],
      state: 'closed',
      received: '2026-03-28T23:30:00Z',
      taken: '2026-03-29T01:30:00.900Z',
      closed: '2026-03-30T23:30:00Z',
    },
  ]);
  expect(await reportOf(id!)).toMatchObject({
    title: 'Buca',
    category_id: 2,
    top_category_id: 1,
    status: 'closed',
    outcome: 'resolved',
    received_at: '2026-03-28T23:30:00.000Z',
    // Half past midnight in Rome, on the Sunday of the change to summer time.
    day: '2026-03-29',
    hour: 0,
    weekday: 7,
    closed_day: '2026-03-31',
    taken_s: 7200,
    reply_s: null,
    close_s: 2 * 86_400,
    age_s: 64 * 86_400 + 1800,
    h3: latLngToCell(41.9, 12.5, 12),
    lon: 12.5,
    lat: 41.9,
    published: true,
  });
});

test('what nobody has done yet has no time, and what has no place has no cell', async () => {
  const [id] = await world.add([{ title: 'Lampione' }]);
  const nothing = { taken_s: null, reply_s: null, close_s: null, closed_at: null, closed_day: null, lon: null, lat: null };
  expect(await reportOf(id!)).toMatchObject(nothing);
});

test('a report not yet published is counted without words and place; private, refused and pending ones are not there', async () => {
  const hidden = { title: 'x', address: 'Via y', externalId: 'z1', point: [12.5, 41.9] as [number, number] };
  const [unpublished] = await world.add([{ ...hidden, description: 'w', published: false }]);
  const absent = await world.add([
    { visibility: 'private' },
    { moderation: 'refused' },
    { moderation: 'pending' },
    { visibility: 'private', moderation: 'accepted' },
  ]);
  const bare = { published: false, title: null, description: null, address: null, external_id: null, lon: null, lat: null };
  expect(await reportOf(unpublished!)).toMatchObject(bare);
  const snapshot = await taken();
  expect(await snapshot.query('select id from report where id in $absent', { absent })).toEqual([]);
});

test('every word comes through as it was written', async () => {
  // PostgreSQL holds no NUL; DuckDB's driver passes over a byte order mark at the start.
  const strings = naughtyStrings.filter((text) => !/\0|^\uFEFF/.test(text) && text.isWellFormed());
  const texts = [...strings, '', ' ', '"', '""', ',', '\n', '\r\n', '\\N', 'NULL', "'", '\t', '\u2028'];
  const ids = await world.add(texts.map((description) => ({ description })));
  const snapshot = await taken();
  const rows = await snapshot.query<{ id: number; description: string }>(
    'select id, description from report_text where id between $first and $last order by id',
    { first: ids[0]!, last: ids.at(-1)! },
  );
  expect(rows.map(({ description }) => description)).toEqual(texts);
});

test('only public settings travel, and names fall back to the language there is', async () => {
  const values = { colour: '"#004d99"', secret_recipe: '"no"' };
  for (const [key, value] of Object.entries(values)) await db.insertInto('setting').values({ key, value }).execute();
  const snapshot = await taken();
  expect(snapshot.meta.settings).toEqual({ colour: '#004d99' });
  expect(await snapshot.query('select code, name_it, name_en from category order by id')).toEqual([
    { code: 'buche', name_it: 'Buche', name_en: 'Buche' },
    { code: 'verde', name_it: 'Verde', name_en: 'Verde' },
  ]);
  const [meta] = await snapshot.query<Record<string, unknown>>('select * from meta');
  expect(meta).toMatchObject({ version: snapshot.meta.version, as_of: '2026-06-01T00:00:00.000Z', timezone: 'Europe/Rome' });
});

test('a new version sorts after the last one even when the clock was set back', async () => {
  const first = await takeSnapshot(context, municipality, { mode: 'full' });
  world.setNow('2026-05-01T00:00:00Z');
  const second = await takeSnapshot(context, municipality, { mode: 'full' });
  world.setNow('2026-06-01T00:00:00Z');
  expect(second.version > first.version).toBe(true);
});

test('a run leaves the snapshot and its manifest, nothing else', async () => {
  await taken();
  const names = await readdir(snapshotFolder(dataDir, municipality.slug));
  expect(names.filter((name) => !/^\d{8}T\d{6}Z-[0-9a-f]{8}\.(duckdb|json)$/.test(name))).toEqual([]);
});

test.each([
  ['loses a row', (rows: string[]) => rows.slice(1), /holds \d+ reports, the database \d+/],
  ['changes a word', (rows: string[]) => rows.map((row) => row.replace('Tombino', 'Tombini')), /checksum/],
])('when the way from the database %s, nothing is published and nothing is left', async (_, damage, message) => {
  await world.add([{ title: 'Tombino' }]);
  await taken();
  const database: typeof world.database = {
    ...world.database,
    readView: (work) =>
      world.database.readView((view) =>
        work({
          ...view,
          async copyOut(sql) {
            const text = (await (await view.copyOut(sql)).toArray()).map(String).join('');
            const isOfReports = sql.includes('received_at');
            return Readable.from([Buffer.from(isOfReports ? damage(text.split(/^(?=\d+,issue,)/m)).join('') : text)]);
          },
        }),
      ),
  };
  const before = await readdir(snapshotFolder(dataDir, municipality.slug));
  await expect(takeSnapshot({ ...context, database }, municipality, { mode: 'full' })).rejects.toThrow(message);
  expect(await readdir(snapshotFolder(dataDir, municipality.slug))).toEqual(before);
});

test('two snapshots of a municipality are never taken at once', async () => {
  const both = await Promise.allSettled([takeSnapshot(context, municipality), takeSnapshot(context, municipality)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
    name: 'SnapshotBusy',
  });
});
