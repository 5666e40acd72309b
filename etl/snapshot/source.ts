import { quoteIdentifier } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';

/** Settings that are public and travel in a snapshot; no other setting leaves the database. */
const publicSettings = ['colour', 'known_measures', 'report_url', 'attribution', 'licence'];
/** Setting that says how long snapshots are kept. */
export const retentionSetting = 'snapshot_retention';

/** Whether the setting may be in a snapshot. */
export function isPublicSetting(key: string): boolean {
  return publicSettings.includes(key);
}

/** A report that may be known to the public: counted, and shown once it is published. */
const listed = "visibility = 'public' and moderation in ('not_needed', 'accepted')";

/** A column of a table of the snapshot: how PostgreSQL makes it. Names and types are those of sql/marts/001-tables.sql. */
type Columns = Record<string, string>;

/** Columns that come from the row of a report, by their name in the snapshot; `zone` is an SQL literal. */
function reportColumns(zone: string): Columns {
  const shown = (expression: string) => `case when r.published_at is not null then ${expression} end`;
  // greatest and least pass over nulls, so what has not happened is told apart first.
  const seconds = (until: string) =>
    `case when ${until} is not null then least(greatest(floor(extract(epoch from ${until} - r.received_at)), 0), 2147483647)::int end`;
  const utc = (time: string) => `${time} at time zone 'UTC'`;
  const local = (time: string) => `(${time} at time zone ${zone})`;
  return {
    id: 'r.id',
    type: 'r.type',
    category_id: 'r.category_id',
    top_category_id: 'coalesce(c.parent_id, c.id)',
    area_id: 'r.area_id',
    office_id: 'r.office_id',
    channel_id: 'r.channel_id',
    state: 'r.state',
    status: `case when r.state = 'reopened' then 'received' when r.state in ('assigned', 'fixed') then 'taken' else r.state end`,
    outcome: 'r.outcome',
    tracked: 'r.tracked',
    published: 'r.published_at is not null',
    received_at: utc('r.received_at'),
    day: `${local('r.received_at')}::date`,
    hour: `extract(hour from ${local('r.received_at')})::int`,
    weekday: `extract(isodow from ${local('r.received_at')})::int`,
    closed_at: utc('r.closed_at'),
    closed_day: `${local('r.closed_at')}::date`,
    due_at: utc('r.due_at'),
    day_precision: 'r.day_precision',
    cell: shown("'0x' || r.h3"),
    lon: shown('st_x(r.point)'),
    lat: shown('st_y(r.point)'),
    taken_s: seconds('r.taken_at'),
    reply_s: seconds('r.first_reply_at'),
    close_s: seconds('r.closed_at'),
    waiting_s: 'r.waiting_s',
    reopened: 'least(r.reopened, 255)',
    external_id: shown('r.external_id'),
    title: shown('r.title'),
    description: shown('r.description'),
    address: shown('r.address'),
  };
}

/** Columns of `report` in the snapshot that come straight from the source; the others are made while loading. */
export const reportNames = Object.keys(reportColumns("'UTC'")).slice(0, -4);
/** Columns of `report_text` besides `id`. */
export const textNames = Object.keys(reportColumns("'UTC'")).slice(-4);

/** `select` of every listed report. */
export function selectReports(municipality: Municipality): string {
  return `${columnsOf(municipality)} where ${listed}`;
}

/** `select` of the listed reports that a snapshot with these transactions does not show as they are. */
export function selectListedOf(municipality: Municipality, shown: string): string {
  return `${columnsOf(municipality)} where ${listed} and ${changedAfter(shown)}`;
}

/** `select` of all reports that it does not show as they are, with `listed` as the last column. */
export function selectChanged(municipality: Municipality, shown: string): string {
  return `${columnsOf(municipality, `, (${listed}) as listed`)} where ${changedAfter(shown)}`;
}

/** The first transaction that a view may not show. */
export function oldestUnseen(shown: string): string {
  return shown.split(':')[0]!;
}

/** The index finds what is new enough; among that, what the view had not seen. */
function changedAfter(shown: string): string {
  return `changed_xid >= '${oldestUnseen(shown)}'::xid8 and not pg_visible_in_snapshot(changed_xid, '${shown}'::pg_snapshot)`;
}

function columnsOf(municipality: Municipality, more = ''): string {
  const schema = quoteIdentifier(municipality.slug);
  const columns = Object.entries(reportColumns(literal(municipality.timezone))).map(([name, sql]) => `${sql} as ${name}`);
  return `select ${columns.join(', ')}${more} from ${schema}.report r join ${schema}.category c on c.id = r.category_id`;
}

/**
 * How many reports are marked as changed since, how many are listed, and how many were written since without the mark: every
 * write leaves its transaction in the row's `xmin`, whoever writes.
 */
export function countChanges(municipality: Municipality, shown: string): string {
  const oldest = oldestUnseen(shown);
  // Transaction numbers of rows have 32 bits and begin again: newer is what lies less than half the circle ahead.
  const written = `((xmin::text::bigint - ${BigInt(oldest) % 4294967296n}) & 4294967295) < 2147483648`;
  return `select count(*) filter (where ${changedAfter(shown)})::text as changed,
    count(*) filter (where ${listed})::text as listed,
    count(*) filter (where changed_xid < '${oldest}'::xid8 and ${written})::text as unmarked
    from ${quoteIdentifier(municipality.slug)}.report`;
}

/** Which transactions the view shows, and the part of the categories that is written into every row or pair. */
export function selectFrame(municipality: Municipality): string {
  return `select pg_current_snapshot()::text as shows,
    (select coalesce(string_agg(concat(id, ' ', parent_id, ' ', duplicate_radius_m), ',' order by id), '')
      from ${quoteIdentifier(municipality.slug)}.category) as categories`;
}

/** The small tables, whole, by name: each in the order of its columns in the snapshot. */
export function selectReference(municipality: Municipality): Record<string, string> {
  const schema = quoteIdentifier(municipality.slug);
  return {
    category: `select id, parent_id, code, ${inLanguage('it')}, ${inLanguage('en')}, service_days, duplicate_radius_m, position
      from ${schema}.category order by position, id`,
    area: `select id, code, name, area_km2, st_x(st_pointonsurface(boundary)), st_y(st_pointonsurface(boundary)),
      st_asgeojson(boundary, 6) from ${schema}.area order by id`,
    office: `select id, code, name, kind from ${schema}.office order by id`,
    channel: `select id, code, ${inLanguage('it')}, ${inLanguage('en')} from ${schema}.channel order by id`,
    street: `select id, name, kind, st_asgeojson(shape, 6) from ${schema}.street order by id`,
    duplicate_link: `select report_id, original_id, state from ${schema}.duplicate_link order by report_id`,
  };
}

/** `{key, value}` of the public settings and of the one about retention, in order. */
export function selectSettings(municipality: Municipality): string {
  const keys = [...publicSettings, retentionSetting].map(literal).join(', ');
  return `select key, value from ${quoteIdentifier(municipality.slug)}.setting where key in (${keys}) order by key`;
}

/** The name in a language, else in whichever language there is one, else the code. */
function inLanguage(language: 'it' | 'en'): string {
  const any = `(select value from jsonb_each_text(name) order by key <> 'it', key <> 'en', key limit 1)`;
  return `coalesce(name ->> '${language}', ${any}, code) as name_${language}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
