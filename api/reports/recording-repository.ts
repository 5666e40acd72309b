import type { Client, CopyChunk } from '#sql/connect.ts';
import type { Details, StoredEvent } from './amending.ts';
import { eventColumns, reportColumns } from './copy-rows.ts';

// Statements of recordBatch. They run on the client of its transaction, whose search path is the municipality's schema.

/** Lets one batch of a source in at a time, and holds off the daily root and new areas; returns the moment of recording (milliseconds). */
export async function beginRecording(client: Client, source: string): Promise<Date> {
  await client.query('select pg_advisory_xact_lock(hashtextextended(current_schema() || $1, 0))', [` record ${source}`]);
  await client.query('lock table report, report_event in row exclusive mode');
  const { rows } = await client.query<{ now: Date }>(
    `select greatest(date_trunc('milliseconds', clock_timestamp()),
       (select max(as_of) + interval '1 millisecond' from event_root)) as now`,
  );
  return rows[0]!.now;
}

/** Reports of the source that exist, by their number there. */
export async function knownReports(client: Client, source: string, externalIds: readonly string[]) {
  const { rows } = await client.query<{ external_id: string; id: number; fingerprint: string }>(
    'select external_id, id, fingerprint from report where source = $1 and external_id = any($2)',
    [source, externalIds],
  );
  return new Map(rows.map(({ external_id, id, fingerprint }) => [external_id, { id, fingerprint }]));
}

/** Whether any report of the source is recorded. */
export async function hasReports(client: Client, source: string): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from report where source = $1) as any', [source]);
  return rows[0]!.any;
}

/** New report numbers, ascending. */
export async function reserveIds(client: Client, count: number): Promise<number[]> {
  const { rows } = await client.query<{ ids: string }>(
    `select string_agg(nextval(sequence)::text, ',') as ids
     from (select pg_get_serial_sequence('report', 'id')::regclass as sequence offset 0) as of_reports, generate_series(1, $1::int)`,
    [count],
  );
  return rows[0]!.ids
    .split(',')
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** For each point the area that covers it, the smallest when several do; null when none does. */
export async function areasOf(client: Client, points: readonly (readonly [number, number])[]): Promise<(number | null)[]> {
  const areas: (number | null)[] = Array.from({ length: points.length }, () => null);
  const { rowCount } = await client.query('select from area limit 1');
  if (!points.length || !rowCount) return areas;
  const { rows } = await client.query<{ n: number; area: number }>(
    `select distinct on (n) n::int, area.id as area
     from (select n, st_setsrid(st_makepoint(lon, lat), 4326) as point
       from unnest($1::float8[], $2::float8[]) with ordinality as given (lon, lat, n)) as place
     join area_part on st_covers(area_part.shape, place.point)
     join area on area.id = area_part.area_id
     order by n, area_km2, area.id`,
    [points.map(([lon]) => lon), points.map(([, lat]) => lat)],
  );
  for (const { n, area } of rows) areas[n - 1] = area;
  return areas;
}

/** Loads lines of COPY text made by copy-rows.ts. */
export async function copyEvents(client: Client, lines: Iterable<CopyChunk>): Promise<void> {
  await client.copyIn(`copy report_event (${eventColumns}) from stdin`, lines);
}

/** Loads lines of COPY text made by copy-rows.ts. */
export async function copyReports(client: Client, lines: Iterable<CopyChunk>): Promise<void> {
  await client.copyIn(`copy report (${reportColumns}) from stdin`, lines);
}

/** Sets the reports to what the lines of COPY text say and marks them as changed in this transaction. */
export async function replaceReports(client: Client, lines: Iterable<CopyChunk>): Promise<void> {
  await client.query(`create temporary table amended on commit drop as select ${reportColumns} from report with no data`);
  await client.copyIn(`copy amended (${reportColumns}) from stdin`, lines);
  const columns = reportColumns.split(', ').filter((column) => column !== 'id');
  await client.query(
    `update report set ${columns.map((column) => `${column} = amended.${column}`).join(', ')},
       changed_at = now(), changed_xid = pg_current_xact_id()
     from amended where report.id = amended.id`,
  );
  await client.query('drop table amended');
}

/** A report as it is stored, with its story. */
export interface StoredReport {
  id: number;
  details: Details;
  isModerated: boolean;
  events: StoredEvent[];
  head: string;
}

/** The reports of these numbers with their stories, locked until the transaction ends. */
export async function storedReports(client: Client, ids: readonly number[]): Promise<Map<number, StoredReport>> {
  const reports = await client.query<{ id: number; details: Details; moderation: string; head: string }>(
    `select id, head, moderation, jsonb_build_object('type', type, 'category', category_id, 'channel', channel_id, 'title', title,
       'description', description, 'language', language, 'address', address,
       'point', case when point is not null then jsonb_build_array(st_x(point), st_y(point)) end, 'extra', extra,
       'visibility', visibility, 'dayPrecision', day_precision, 'tracked', tracked,
       'dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as details
     from report where id = any($1) order by id for update`,
    [ids],
  );
  const stored = new Map<number, StoredReport>();
  for (const { id, details, moderation, head } of reports.rows) {
    stored.set(id, { id, details, head, isModerated: moderation === 'pending' || moderation === 'refused', events: [] });
  }
  const { rows } = await client.query<StoredEvent & { report: number }>(
    `select report_id as report, seq, at, kind, actor, visibility, office_id as office, outcome, signed_as as "signedAs",
       retold_from as "retoldFrom", payload, payload is null and digest is not null as "isErased"
     from report_event where report_id = any($1) order by report_id, seq`,
    [ids],
  );
  for (const { report, ...event } of rows) stored.get(report)?.events.push(event);
  return stored;
}
