import type { Client } from '#sql/connect.ts';
import type { NewStreet } from './loading.ts';

// Statements on the client of a transaction whose search path is the municipality's schema.

/** One load of areas at a time; nothing is recorded meanwhile, so that every report gets its area. */
export async function lockAreas(client: Client): Promise<void> {
  await client.query('set local statement_timeout = 0');
  await client.query('lock table area, report in share row exclusive mode');
}

/** Makes or replaces the area; returns what is wrong with its boundary, if anything. */
export async function upsertArea(client: Client, code: string, name: string, boundary: string): Promise<string | undefined> {
  try {
    const { rowCount } = await client.query(
      `with given as (
         select st_multi(st_collectionextract(st_makevalid(st_force2d(st_setsrid(st_geomfromgeojson($3), 4326))), 3)) as boundary)
       insert into area (code, name, boundary, area_km2)
       select $1, $2, boundary, st_area(boundary::geography) / 1e6 from given where not st_isempty(boundary)
       on conflict (code) do update
         set name = excluded.name, boundary = excluded.boundary, area_km2 = excluded.area_km2`,
      [code, name, boundary],
    );
    return rowCount ? undefined : 'its polygon has no surface';
  } catch (error) {
    const { code: state, message } = error as Error & { code?: string };
    if (state?.startsWith('XX') || state?.startsWith('22')) return message;
    throw error;
  }
}

/** Cuts all areas into the pieces that are searched. */
export async function cutAreas(client: Client): Promise<void> {
  await client.query('delete from area_part');
  await client.query('insert into area_part (area_id, shape) select id, st_subdivide(boundary, 64) from area');
  await client.query('analyze area, area_part');
}

/** Gives every report with a point the area that covers it, the smallest when several do. */
export async function assignAreas(client: Client): Promise<void> {
  await client.query(
    `update report set area_id = covering.area_id, changed_at = now(), changed_xid = pg_current_xact_id()
     from (
       select distinct on (report.id) report.id, area.id as area_id
       from report join area_part on st_covers(area_part.shape, report.point) join area on area.id = area_part.area_id
       order by report.id, area.area_km2, area.id) as covering
     where report.id = covering.id and report.area_id is distinct from covering.area_id`,
  );
}

/** Adds streets; returns their ids in the same order. */
export async function copyStreets(client: Client, streets: readonly NewStreet[]): Promise<number[]> {
  const ids = await reserveIds(client, 'street', streets.length);
  const lines = streets.map(({ name, kind, shape }, index) => copyLine([ids[index]!, name, kind, JSON.stringify(shape)]));
  await client.copyIn('copy street (id, name, kind, shape) from stdin', [lines.join('')]);
  return ids;
}

/** Adds house numbers. */
export async function copyAddresses(
  client: Client,
  addresses: readonly { street: number; number: string; point: readonly [number, number] }[],
): Promise<void> {
  const lines = addresses.map(({ street, number, point: [lon, lat] }) =>
    copyLine([street, number, `SRID=4326;POINT(${lon} ${lat})`]),
  );
  await client.copyIn('copy address (street_id, number, point) from stdin', [lines.join('')]);
}

async function reserveIds(client: Client, table: 'street', count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::int) order by 1`,
    [table, count],
  );
  return rows.map(({ id }) => id);
}

function copyLine(values: readonly (string | number)[]): string {
  return `${values.map((value) => String(value).replace(/[\\\t\n\r]/g, (character) => `\\${character}`)).join('\t')}\n`;
}
