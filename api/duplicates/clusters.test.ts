import { readFile } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clusterDuplicates } from './clusters.ts';

interface Row {
  id: number;
  days: number;
  north?: number;
  category?: number;
  closed?: number;
  published?: boolean;
  tracked?: boolean;
  title?: string | null;
  address?: string;
}

describe('duplicates of a snapshot', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await connection.run(await readFile(new URL('../../sql/marts/001-tables.sql', import.meta.url), 'utf8'));
    await connection.run('create temp table duplicate_link (report_id bigint, original_id bigint, state varchar)');
    await connection.run(`insert into category values (1, null, 'strade', 'Strade', 'Roads', null, 250, 0),
      (2, 1, 'buche', 'Buche', 'Potholes', null, 250, 0), (3, null, 'rumore', 'Rumore', 'Noise', null, 0, 0)`);
  });
  beforeEach(async () => {
    for (const table of ['report', 'report_text', 'duplicate_link', 'duplicate_pair'])
      await connection.run(`delete from ${table}`);
    await connection.run('drop table if exists report_cluster');
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function load(...rows: Row[]) {
    for (const row of rows) {
      const [lon, lat] = row.published === false ? ['null', 'null'] : ['11.3', `${44.5 + (row.north ?? 0) / 111_195}`];
      const at = `timestamp '2026-03-01 08:00' + interval ${Math.round(row.days * 1440)} minute`;
      const closed =
        row.closed === undefined ? 'null' : `timestamp '2026-03-01 08:00' + interval ${Math.round(row.closed * 1440)} minute`;
      await connection.run(`insert into report (id, type, category_id, top_category_id, channel_id, state, status, outcome, tracked, published,
          received_at, day, hour, weekday, closed_at, day_precision, lon, lat, age_s, waiting_s, reopened)
        select ${row.id}, 'issue', ${row.category ?? 2}, ${row.category === 3 ? 3 : 1}, 1, 'received', 'received', null, ${row.tracked ?? true},
          ${row.published ?? true}, ${at}, '2026-03-01', 8, 7, ${closed}, false, ${lon}, ${lat}, 0, 0, 0`);
      await connection.run('insert into report_text values ($id, null, $title, null, $address)', {
        id: row.id,
        title: row.title ?? null,
        address: row.address ?? null,
      });
    }
  }
  const read = async (sql: string) => (await (await connection.run(sql)).getRows()).map((row) => row.map(Number));
  const clusters = async () => Object.fromEntries(await read('select id, cluster_id from report_cluster order by id'));
  const pairs = () => read('select report_id, original_id from duplicate_pair order by all');

  it('are joined with their reasons; strangers stay alone', async () => {
    await load({ id: 5, days: 1 }, { id: 3, days: 0 }, { id: 8, days: 0, north: 400 }, { id: 9, days: 2, north: 10 });
    const figures = await clusterDuplicates(connection);
    expect(await clusters()).toEqual({ 3: 3, 5: 3, 9: 3 });
    expect(figures).toMatchObject({ clusters: 1, clustered: 3 });
    const [[reasons]] = (await (await connection.run('select reasons from duplicate_pair where report_id = 5')).getRows()) as [
      [string],
    ];
    expect(JSON.parse(reasons)).toContainEqual({ kind: 'distance', value: 0, weight: 5 });
  });

  it('are not sought for what is not published yet, nor where the category turned the search off', async () => {
    await load(
      { id: 1, days: 0, category: 3 },
      { id: 2, days: 0, category: 3 },
      { id: 3, days: 0, published: false },
      { id: 4, days: 0, published: false },
    );
    await clusterDuplicates(connection);
    expect(await clusters()).toEqual({});
  });

  it('obey people: confirmed pairs are joined, refused ones are not, proposals decide nothing', async () => {
    await load(
      { id: 1, days: 0 },
      { id: 2, days: 0 },
      { id: 3, days: 90, north: 2000 },
      { id: 4, days: 0, north: 900 },
      { id: 5, days: 80, north: 5000 },
    );
    await connection.run(
      "insert into duplicate_link values (2, 1, 'refused'), (3, 1, 'confirmed'), (5, 4, 'proposed'), (77, 1, 'confirmed')",
    );
    await clusterDuplicates(connection);
    expect(await clusters()).toEqual({ 1: 1, 3: 1 });
    expect(await pairs()).toEqual([[3, 1]]);
  });

  it('of the same spot every day are not one problem, those of one hour are', async () => {
    const parking = { tracked: false, title: 'Sosta vietata davanti al passo carraio', address: 'Via Roma 63' };
    const daily = Array.from({ length: 30 }, (_, i) => ({ id: i + 1, days: i * 2, ...parking }));
    await load(...daily, { id: 99, days: 58.02, ...parking });
    await clusterDuplicates(connection);
    const joined = await clusters();
    expect(joined[99]).toBe(30);
    expect(Object.keys(joined).length).toBeLessThan(12);
    expect(joined[25]).toBeUndefined();
  });

  it('cost a bounded number of comparisons where thousands share a point', async () => {
    await connection.run(`insert into report (id, type, category_id, top_category_id, channel_id, state, status, tracked, published,
        received_at, day, hour, weekday, day_precision, lon, lat, age_s, waiting_s, reopened)
      select i, 'issue', 2, 1, 1, 'received', 'received', true, true, timestamp '2026-03-01' + interval (i) second, '2026-03-01', 0, 7, false, 11.3, 44.5, 0, 0, 0
      from range(1, 5001) t(i)`);
    await connection.run('insert into report_text select id, null, null, null, null from report');
    const { pairs, clustered } = await clusterDuplicates(connection);
    expect(pairs).toBeLessThanOrEqual(5 * 5000);
    expect(clustered).toBe(5000);
  });

  it('come out the same when only the neighbourhood of what changed is looked at again', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      id: i + 1,
      days: (i * 7919) % 150,
      north: ((i * 104_729) % 8) * 45,
      tracked: i % 3 > 0,
      ...(i % 4 === 1 ? { closed: ((i * 7919) % 150) + 5 } : {}),
    }));
    await load(...rows);
    await clusterDuplicates(connection);
    await connection.run('update report set cluster_id = c.cluster_id from report_cluster c where c.id = report.id');
    const changes = `update report set closed_at = received_at + interval 1 day where id % 17 = 0;
      delete from report where id in (40, 41); delete from report_text where id in (40, 41)`;
    await connection.run(`${changes}; drop table report_cluster`);
    await load({ id: 130, days: 100, north: 70 });
    const changedIds = [...Array.from({ length: 7 }, (_, i) => (i + 1) * 17), 40, 41, 130];
    await clusterDuplicates(connection, { changedIds });
    const incremental = [await pairs(), await clusters()];
    await connection.run('drop table report_cluster');
    await clusterDuplicates(connection);
    expect(incremental).toEqual([await pairs(), await clusters()]);
    expect(incremental[0]!.length).toBeGreaterThan(20);
  });
});
