import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { readManifest, snapshotFolder } from '#api/snapshots/manifest.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import type { Snapshot } from '#api/snapshots/snapshot.ts';
import { writeManifest } from './publish.ts';
import { snapshotWorld } from './testing.ts';
import { takeSnapshot } from './take.ts';

const world = await snapshotWorld({ now: '2026-06-01T00:00:00Z' });
const { context, database, municipality, db, dataDir } = world;
const snapshots = openSnapshots(dataDir, { log: context.log });
const ids = await world.add(
  Array.from({ length: 30 }, (_, index) => ({
    title: `Segnalazione ${index}`,
    description: index % 3 === 0 ? 'buca pericolosa davanti alla scuola' : null,
    point: [12.5 + index / 1e4, 41.9] as [number, number],
    received: `2026-05-${String((index % 28) + 1).padStart(2, '0')}T08:00:00Z`,
  })),
);
afterAll(async () => {
  await snapshots.close();
  await world.remove();
});

const take = (mode?: 'full') => takeSnapshot(context, municipality, mode ? { mode } : {});
const open = async (version: string) => (await snapshots.pinned(municipality.slug, version))!;

/** Everything a snapshot holds, in an order of its own. */
async function contents(snapshot: Snapshot): Promise<Record<string, unknown>> {
  const tables = await snapshot.query<{ name: string }>(
    `select table_name as name from duckdb_tables() where table_name <> 'meta' order by 1`,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of tables) {
    const columns = await snapshot.query<{ sql: string }>(
      `select if(data_type = 'UBIGINT', column_name || '::varchar', column_name) as sql from duckdb_columns() where table_name = $name`,
      { name },
    );
    all[name] = await snapshot.query(`select ${columns.map((column) => column.sql).join(', ')} from ${name} order by all`);
  }
  return all;
}

const lastReason = () => world.logged.findLast(({ line }) => line === 'snapshot is taken in full')?.fields.reason;

test('a refresh holds exactly what a full snapshot of the same moment holds', async () => {
  await take('full');
  world.setNow('2026-06-01T06:00:00Z');
  await world.change(ids[0]!, { state: 'closed', outcome: 'resolved', closed_at: '2026-06-01T03:00:00Z' });
  await world.change(ids[1]!, { title: 'Altro titolo', category_id: 2 });
  await world.change(ids[2]!, { published_at: '2026-06-01T00:00:00Z' });
  await world.add([{ title: 'Nuova', description: 'buca pericolosa', point: [12.5003, 41.9], received: '2026-06-01T05:00:00Z' }]);
  await db.updateTable('category').set({ name: '{"it": "Buche e asfalto"}', service_days: 10 }).where('id', '=', 1).execute();
  const refreshed = await take();
  expect(refreshed).toMatchObject({ mode: 'incremental', reports: 31 });
  const full = await take('full');
  expect(full.mode).toBe('full');
  expect(await contents(await open(refreshed.version))).toEqual(await contents(await open(full.version)));
});

test('open reports grow older from refresh to refresh', async () => {
  const age = async (version: string) =>
    (await (await open(version)).query<{ age_s: number }>('select age_s from report where id = $id', { id: ids[5]! }))[0]!.age_s;
  const before = await take('full');
  world.setNow('2026-06-01T07:00:00Z');
  await world.change(ids[6]!, { title: 'x' });
  const after = await take();
  expect(after.mode).toBe('incremental');
  expect((await age(after.version)) - (await age(before.version))).toBe(3600);
});

test('when nothing changed nothing is written, until a day has passed', async () => {
  const last = await take('full');
  world.setNow('2026-06-01T20:00:00Z');
  expect(await take()).toMatchObject({ mode: 'unchanged', version: last.version });
  world.setNow('2026-06-02T20:00:00Z');
  expect(await take()).toMatchObject({ mode: 'incremental' });
});

test('a new name of an area or a new colour is a change', async () => {
  await take('full');
  await db.insertInto('setting').values({ key: 'colour', value: '"#112233"' }).execute();
  const { version, mode } = await take();
  expect(mode).toBe('incremental');
  expect((await open(version)).meta.settings).toEqual({ colour: '#112233' });
});

test('a report that was written without the mark of a change is noticed', async () => {
  await take('full');
  await db.updateTable('report').set({ title: 'Di nascosto' }).where('id', '=', ids[9]!).execute();
  const { mode, version } = await take();
  expect(mode).toBe('full');
  expect(lastReason()).toBe('1 reports were written without being marked as changed');
  const [row] = await (await open(version)).query('select title from report_text where id = $id', { id: ids[9]! });
  expect(row).toEqual({ title: 'Di nascosto' });
});

test('a report that is gone from the database is noticed', async () => {
  await take('full');
  const [id] = await world.add([{ title: 'Per poco' }]);
  await take();
  await db.deleteFrom('report').where('id', '=', id!).execute();
  expect((await take()).mode).toBe('full');
});

test('another tree of categories or another zone asks for a full snapshot', async () => {
  await take('full');
  await db.updateTable('category').set({ parent_id: null }).where('id', '=', 2).execute();
  expect((await take()).mode).toBe('full');
  expect(lastReason()).toContain('the categories');
  const { mode } = await takeSnapshot(context, { ...municipality, timezone: 'Asia/Tokyo' });
  expect(mode).toBe('full');
});

// The embedded database has one connection: nothing else is written while a transaction is open.
if (process.env.TEST_DATABASE_URL) {
  test('a change is shown when its transaction has ended, and read once, however long others stay open', async () => {
    await take('full');
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const long = database.transaction(municipality.slug, async ({ db: trx }) => {
      const mark = sql<string>`pg_current_xact_id()`;
      await trx.updateTable('report').set({ title: 'Lunga', changed_xid: mark }).where('id', '=', ids[3]!).execute();
      begin();
      await end;
    });
    await begun;
    await world.change(ids[4]!, { title: 'Breve' });
    const titles = async (version: string) =>
      (await open(version)).query(`select title from report_text where title in ('Lunga', 'Breve') order by title`);
    expect(await titles((await take()).version)).toEqual([{ title: 'Breve' }]);
    expect((await take()).mode).toBe('unchanged');
    finish();
    await long;
    const last = await take();
    expect(last.mode).toBe('incremental');
    expect(await titles(last.version)).toEqual([{ title: 'Breve' }, { title: 'Lunga' }]);
  });
}

test('a damaged last snapshot is not refreshed, even when nothing changed', async () => {
  const { version } = await take('full');
  await truncate(path.join(snapshotFolder(dataDir, municipality.slug), `${version}.duckdb`), 5000);
  expect((await take()).mode).toBe('full');
  expect(lastReason()).toMatch(/^the last snapshot is damaged: 5000 bytes/);
});

test('a refresh that comes out wrong is not published: everything is read anew', async () => {
  const { version } = await take('full');
  const folder = snapshotFolder(dataDir, municipality.slug);
  const manifest = (await readManifest(folder, version))!;
  await writeManifest(folder, folder, { ...manifest, rowHash: String(BigInt(manifest.rowHash) + 1n) });
  await world.change(ids[10]!, { title: 'Cambiata' });
  expect((await take()).mode).toBe('full');
  expect(lastReason()).toBe('the refresh failed: the snapshot differs from the database (checksum)');
});

test('an older or another database behind the same folder asks for a full snapshot', async () => {
  const { version } = await take('full');
  const folder = snapshotFolder(dataDir, municipality.slug);
  const manifest = (await readManifest(folder, version))!;
  await writeManifest(folder, folder, { ...manifest, shows: '900000000000:900000000000:' });
  expect((await take()).mode).toBe('full');
  expect(lastReason()).toBe('the database is another one or older');
});
