import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from '../duckdb.ts';
import { reportNames, textNames } from './source.ts';

/**
 * Rows and their checksum: the sum of 60 bits of the MD5 of every row. The order of rows does not matter, and what is taken
 * away or added changes it by its own part.
 */
export interface Tally {
  reports: number;
  checksum: bigint;
}

const booleans = new Set(['tracked', 'published', 'day_precision']);
const degrees = new Set(['lon', 'lat']);
const names = [...reportNames, ...textNames];

/** Query for the tally of the rows of a query in PostgreSQL: text columns `reports` and `checksum`. */
export function sourceTally(select: string): string {
  const parts = names.map((name) => {
    if (booleans.has(name)) return `${name}::int`;
    if (degrees.has(name)) return `floor(${name} * 1e7)::bigint`;
    return name;
  });
  const hash = `('x' || substr(md5(${concat(parts)}), 1, 15))::bit(60)::bigint`;
  return `select count(*)::text as reports, coalesce(sum(${hash}), 0)::text as checksum from (${select}) rows`;
}

/** The same tally of `report` and `report_text` in DuckDB: of all reports, or of those whose ids a query gives. */
export async function tallyLoaded(connection: DuckDBConnection, ids?: string): Promise<Tally> {
  const parts = names.map((name) => {
    if (booleans.has(name)) return `r.${name}::int`;
    if (degrees.has(name)) return `floor(r.${name} * 1e7)::bigint`;
    if (name === 'cell') return `'0x' || printf('%x', r.cell)`;
    return textNames.includes(name) ? `t.${name}` : `r.${name}`;
  });
  const hash = `('0x' || substr(md5(${concat(parts)}), 1, 15))::bigint`;
  const chosen = (table: string) => (ids ? `(from ${table} where id in (${ids}))` : table);
  const [row] = await readRows<{ reports: string; checksum: string }>(
    connection,
    `select count(*)::varchar as reports, coalesce(sum(${hash}), 0)::varchar as checksum
     from ${chosen('report')} r full join ${chosen('report_text')} t on t.id = r.id`,
  );
  return { reports: Number(row!.reports), checksum: BigInt(row!.checksum) };
}

/**
 * Sum of DuckDB's own hash of the rows of both tables, with the same columns: many times faster than a tally, and added up
 * in the same way, but nothing that PostgreSQL could count. `ids`: a query, as above.
 */
export async function hashLoaded(connection: DuckDBConnection, ids?: string): Promise<bigint> {
  const where = ids ? `where id in (${ids})` : '';
  const sum = (table: string, columns: readonly string[]) =>
    `(select coalesce(sum(hash(${columns.join(', ')})), 0)::hugeint from ${table} ${where})`;
  const [row] = await readRows<{ hash: string }>(
    connection,
    `select (${sum('report', reportNames)} + ${sum('report_text', ['id', ...textNames])})::varchar as hash`,
  );
  return BigInt(row!.hash);
}

/** Nulls become nothing in both databases; the separator keeps the columns apart. */
function concat(parts: readonly string[]): string {
  return `concat(${parts.join(", '|', ")})`;
}
