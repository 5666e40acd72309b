import { cellArea, UNITS } from 'h3-js';
import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { breaksOf } from './breaks.ts';
import type { HexMetric, Hexes } from './hexes.schema.ts';
import { referenceOf } from './reference.ts';
import { figuresOf, isKnown, observedTimes } from './times.ts';
import { type Where, whereOf } from './where.ts';

/** What `hexes` takes besides the filters. */
interface HexOptions {
  resolution: number;
  metric: HexMetric;
}

/** Reports by H3 cell. */
export const hexesEndpoint: Endpoint<HexOptions, Hexes> = {
  name: 'hexes',
  definitions: ['report', 'hexagon', 'open-report', 'time-to-close', 'minimum-sample', 'reports-per-square-kilometre'],
  compute: hexes,
  table: ({ metric, cells, values, counts }) => ({
    header: ['cell', 'reports', metric],
    rows: cells.map((cell, i) => [cell, counts[i], values[i]]),
  }),
};

async function hexes(snapshot: Snapshot, filters: Filters, { resolution, metric }: HexOptions): Promise<Hexes> {
  const where = whereOf(filters, await referenceOf(snapshot));
  const rows = await snapshot.query<{ cell: string | null; reports: number; open: number }>(
    `select lower(hex(${parentSql(resolution)})) as cell, count(*) as reports, count(*) filter (tracked and status <> 'closed') as open
     from report where ${where.sql} group by all order by cell`,
    where.parameters,
  );
  const placed = rows.filter((row): row is typeof row & { cell: string } => row.cell !== null);
  const cells = placed.map(({ cell }) => cell);
  const counts = placed.map(({ reports }) => reports);
  const values = await valuesOf(snapshot, where, { resolution, metric }, placed);
  const reports = rows.reduce((sum, row) => sum + row.reports, 0);
  const withoutPlace = reports - counts.reduce((sum, count) => sum + count, 0);
  return { resolution, metric, cells, values, counts, breaks: breaksOf(values), reports, withoutPlace };
}

/** SQL of the H3 cell of a coarser resolution around `cell`. */
export function parentSql(resolution: number): string {
  const unused = (1n << BigInt(3 * (15 - resolution))) - 1n;
  const clear = ~(0xfn << 52n) & ((1n << 64n) - 1n);
  return `((cell & ${clear}::ubigint) | ${BigInt(resolution) << 52n}::ubigint | ${unused}::ubigint)`;
}

async function valuesOf(
  snapshot: Snapshot,
  where: Where,
  { resolution, metric }: HexOptions,
  placed: readonly { cell: string; reports: number; open: number }[],
): Promise<(number | null)[]> {
  if (metric === 'count') return placed.map(({ reports }) => reports);
  if (metric === 'open') return placed.map(({ open }) => open);
  if (metric === 'per_km2')
    return placed.map(({ cell, reports }) => Math.round((reports / cellArea(cell, UNITS.km2)) * 100) / 100);
  if (!isKnown(snapshot, 'close')) return placed.map(() => null);
  const observed = await observedTimes(snapshot, where, { measure: 'close', sql: `lower(hex(${parentSql(resolution)}))` });
  const medians = new Map(observed.map(({ value, observations }) => [value, figuresOf(observations).p50]));
  return placed.map(({ cell }) => medians.get(cell) ?? null);
}
