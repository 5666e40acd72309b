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
  return 'format parquet, compression snappy';
}

interface Selection {
  span: Span;
  /** Only the rows in table `wanted(place)`. */
  filtered: boolean;
  /** The texts lie in the order of the reports. */
  ordered: boolean;
  language: NameLanguage;
}

/** SQL of the published rows of a span, as a format writes them. */
export function selectOf(format: Format, { span, filtered, ordered, language }: Selection): string {
  const within = `rowid >= ${span.from} and rowid < ${span.to}`;
  const wanted = filtered ? 'and rowid in (select place from wanted)' : '';
  const byPlace = `(select rowid as place, * from report_text where ${within}) t on t.place = r.place`;
  return `select ${format === 'geojson' ? featureOf() : cellsOf(format)}
    from (select rowid as place, * from report where ${within} and published ${wanted}) r
      join ${ordered ? byPlace : 'report_text t on t.id = r.id'}
      ${Object.keys(lists)
        .map((alias) => joinOf(alias as keyof typeof lists, format, language))
        .join(' ')}`;
}

function joinOf(alias: keyof typeof lists, format: Format, language: NameLanguage): string {
  const { table, key, name } = lists[alias];
  const cell = (sql: string) => (format === 'csv' ? guarded(sql) : sql);
  return `left join (select id, ${cell('code')} as code, ${cell(name(language))} as name from ${table}) ${alias} on ${alias}.id = r.${key}`;
}

function cellsOf(format: 'csv' | 'parquet'): string {
  return columns.map((column) => `${format === 'csv' ? csvValue(column) : column.sql} as ${column.name}`).join(', ');
}

function csvValue({ type, sql }: Column): string {
  if (type === 'datetime') return isoTime(sql);
  return sql.startsWith('t.') ? guarded(sql) : sql;
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
