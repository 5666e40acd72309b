import { reportNames, textNames } from './source.ts';

/** Rows and their checksum: the sum of 60 bits of the MD5 of every row, so that the order of rows does not matter. */
export interface Tally {
  reports: number;
  checksum: string;
}

/** How a column is written before it is hashed, where the two databases write it differently. */
const booleans = new Set(['tracked', 'published', 'day_precision']);
const degrees = new Set(['lon', 'lat']);
const names = [...reportNames, ...textNames];

/** Tally of the rows of a query in PostgreSQL, as text columns `reports` and `checksum`. */
export function sourceTally(select: string): string {
  const parts = names.map((name) => {
    if (booleans.has(name)) return `${name}::int`;
    if (degrees.has(name)) return `floor(${name} * 1e7)::bigint`;
    return name;
  });
  const hash = `('x' || substr(md5(${concat(parts)}), 1, 15))::bit(60)::bigint`;
  return `select count(*)::text as reports, coalesce(sum(${hash}), 0)::text as checksum from (${select}) rows`;
}

/** The same tally of `report` and `report_text` in DuckDB. */
export function loadedTally(report = 'report', text = 'report_text'): string {
  const parts = names.map((name) => {
    if (booleans.has(name)) return `r.${name}::int`;
    if (degrees.has(name)) return `floor(r.${name} * 1e7)::bigint`;
    if (name === 'cell') return `'0x' || printf('%x', r.cell)`;
    return textNames.includes(name) ? `t.${name}` : `r.${name}`;
  });
  const hash = `('0x' || substr(md5(${concat(parts)}), 1, 15))::bigint`;
  return `select count(*)::varchar as reports, coalesce(sum(${hash}), 0)::varchar as checksum
    from ${report} r full join ${text} t on t.id = r.id`;
}

/** Nulls become nothing in both databases; the separator keeps the columns apart. */
function concat(parts: readonly string[]): string {
  return `concat(${parts.join(", '|', ")})`;
}
