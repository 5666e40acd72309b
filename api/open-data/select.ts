import { formulaStart } from '../http/csv.ts';
import { type Column, columns, lists, type NameLanguage } from './columns.ts';

/** The formats reports are published in. */
export const formats = ['csv', 'geojson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** A run of rows of `report`, by position; the end is not part of it. */
export interface Span {
  from: number;
  to: number;
}

/** DuckDB's COPY options for a part. A line of GeoJSON is a comma and a feature: whoever puts parts together drops the first comma. */
export function copyOptions(format: Format, isFirst: boolean): string {
  if (format === 'csv')
    return `format csv, header ${isFirst}, delimiter ',', quote '"', escape '"', nullstr '', new_line '\\r\\n'`;
  if (format === 'geojson') return "format csv, header false, quote '', escape '', delimiter e'\\x01'";
  return "format parquet, compression snappy, row_group_size_bytes '16MB'";
}

interface Selection {
  span: Span;
  /** Only the rows in table `wanted(place)`. */
  filtered: boolean;
  /** The texts lie in the order of the reports. */
  ordered: boolean;
}

/**
 * SQL of the published rows of a span, as a format writes them. Nothing large is held: rows and texts are joined by position, and
 * the lists are one row (table `listed`), joined last, since whatever came after would carry them along in every row.
 */
export function selectOf(format: Format, { span, filtered, ordered }: Selection): string {
  const within = (place: string) => `${place} >= ${span.from} and ${place} < ${span.to}`;
  const wanted = filtered ? `and place in (select place from wanted where ${within('place')})` : '';
  const words = 'external_id, title, description, address';
  const rows = `(select rowid as place, * from report where ${within('rowid')})`;
  const texts = ordered
    ? `positional join (select ${words} from report_text where ${within('rowid')})`
    : `join (select id, ${words} from report_text) using (id)`;
  return `select ${format === 'geojson' ? featureOf() : cellsOf(format)}
    from (select * from ${rows} ${texts} where published ${wanted}) r, listed l`;
}

/** SQL of the one row `listed`: the codes and the names of each list, by number. */
export function listedOf(format: Format, language: NameLanguage): string {
  const cell = (sql: string) => (format === 'csv' ? guarded(sql) : sql);
  const byNumber = (table: string, value: string) =>
    `coalesce((select list(value order by number) from range(1, (select coalesce(max(id), 0) + 1 from ${table})) numbers(number)
      left join (select id, ${cell(value)} as value from ${table}) on id = number), []::varchar[])`;
  const columns = Object.entries(lists).flatMap(([table, name]) => [
    `${byNumber(table, 'code')} as ${table}_code`,
    `${byNumber(table, name(language))} as ${table}_name`,
  ]);
  return `select ${columns.join(', ')}`;
}

function cellsOf(format: 'csv' | 'parquet'): string {
  return columns.map((column) => `${format === 'csv' ? csvValue(column) : column.sql} as ${column.name}`).join(', ');
}

/** What people typed, or a source told. */
const texts = new Set(['r.external_id', 'r.title', 'r.description', 'r.address']);

function csvValue({ type, sql }: Column): string {
  if (type === 'datetime') return isoTime(sql);
  return texts.has(sql) ? guarded(sql) : sql;
}

/** Texts that a spreadsheet would run as a formula get an apostrophe, as in api/http/csv.ts. */
function guarded(sql: string): string {
  return `case when regexp_matches(${sql}, '${formulaStart}') then '''' || ${sql} else ${sql} end`;
}

function featureOf(): string {
  const properties = columns
    .filter(({ name }) => name !== 'lat' && name !== 'lon')
    .map(({ name, type, sql }) => `${name}: ${type === 'datetime' ? isoTime(sql) : sql}`);
  return `',' || to_json({type: 'Feature', id: r.id, geometry: case when r.lon is not null then
    {type: 'Point', coordinates: [round(r.lon, 6), round(r.lat, 6)]} end, properties: {${properties.join(', ')}}})::varchar`;
}

function isoTime(sql: string): string {
  return `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`;
}
