import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import type { Breakdown, BreakdownBy, BreakdownRow } from './breakdown.schema.ts';
import { asOfDay, monthsUpTo } from './days.ts';
import { dimensions, labelling } from './dimensions.ts';
import { type Reference, referenceOf } from './reference.ts';
import { arrivals } from './tables.ts';
import { estimate } from './survival.ts';
import { figuresOf, isKnown, waitsBy } from './times.ts';
import { type Where, whereOf } from './where.ts';

const sparklineMonths = 36;
const withSparkline: readonly BreakdownBy[] = ['category', 'subcategory', 'area'];

/** One row of figures for each value of a dimension. */
export const breakdownEndpoint: Endpoint<{ by: BreakdownBy }, Breakdown> = {
  name: 'breakdown',
  definitions: [
    'report',
    'open-report',
    'age-of-the-backlog',
    'time-to-close',
    'still-open-reports-count',
    'minimum-sample',
    'local-day',
  ],
  compute: breakdown,
  table: ({ months, rows }) => {
    const monthly = rows.some((row) => row.monthly) ? months : [];
    return {
      header: ['key', 'name_it', 'name_en', 'parent', 'reports', 'open', 'open_over_90_days', 'close_p50', ...monthly],
      rows: rows.map((row) => [
        row.key,
        row.name?.it,
        row.name?.en,
        row.parent,
        row.reports,
        row.open,
        row.openOver90Days,
        row.closeP50,
        ...monthly.map((_, i) => row.monthly?.[i]),
      ]),
    };
  },
};

async function breakdown(snapshot: Snapshot, filters: Filters, { by }: { by: BreakdownBy }): Promise<Breakdown> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const months = monthsUpTo(asOfDay(snapshot.meta), sparklineMonths);
  const [counts, medians, monthly] = await Promise.all([
    countRows(snapshot, filters, where, by),
    mediansOf(snapshot, where, by),
    withSparkline.includes(by) ? sparklines(snapshot, filters, by, months, reference) : undefined,
  ]);
  const label = labelling(by, reference);
  const rows = withEmpty(by, counts).map(({ value, ...count }): BreakdownRow => {
    const { p50 = null, tooFew = true } = medians.get(value) ?? {};
    const parent = by === 'subcategory' ? parentOf(value, reference) : null;
    return {
      ...label(value),
      parent,
      ...count,
      closeP50: p50,
      tooFew,
      monthly: monthly ? (monthly.get(value) ?? months.map(() => 0)) : null,
    };
  });
  return { by, months, rows };
}

interface CountRow {
  value: number;
  reports: number;
  open: number;
  openOver90Days: number;
}

const singleReportsOnly: readonly BreakdownBy[] = ['outcome', 'hour'];

function countRows(snapshot: Snapshot, filters: Filters, where: Where, by: BreakdownBy): Promise<CountRow[]> {
  const table = singleReportsOnly.includes(by) ? 'arrival' : arrivals(filters);
  return snapshot.query<CountRow>(
    `select ${dimensions[by]} as value, sum(reports) as reports, sum(open) as open, sum(open_over_90) as "openOver90Days"
     from ${table} where ${where.sql} group by all order by reports desc, value`,
    where.parameters,
  );
}

async function mediansOf(snapshot: Snapshot, where: Where, by: BreakdownBy) {
  if (!isKnown(snapshot, 'close')) return new Map<number, { p50: null; tooFew: boolean }>();
  const { groups } = await waitsBy(snapshot, { measure: 'close', where }, dimensions[by]);
  return new Map([...groups].map(([value, waits]) => [value, figuresOf(estimate(waits))]));
}

async function sparklines(
  snapshot: Snapshot,
  filters: Filters,
  by: BreakdownBy,
  months: readonly string[],
  reference: Reference,
) {
  const where = whereOf({ ...filters, from: `${months[0]}-01`, to: undefined }, reference);
  const found = await snapshot.query<{ value: number; month: string; reports: number }>(
    `select ${dimensions[by]} as value, strftime(day, '%Y-%m') as month, sum(reports) as reports from ${arrivals(filters)} where ${where.sql} group by all`,
    where.parameters,
  );
  const place = new Map(months.map((month, i) => [month, i]));
  const lines = new Map<number, number[]>();
  for (const { value, month, reports } of found) {
    const line = lines.get(value) ?? months.map(() => 0);
    const i = place.get(month);
    if (i !== undefined) line[i] = reports;
    lines.set(value, line);
  }
  return lines;
}

/** Weekdays and hours are all there, in their order. */
function withEmpty(by: BreakdownBy, rows: readonly CountRow[]): readonly CountRow[] {
  const range = { weekday: [1, 7], hour: [0, 23] }[by as string];
  if (!range) return rows;
  const [first, last] = range as [number, number];
  const found = new Map(rows.map((row) => [row.value, row]));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).map(
    (value) => found.get(value) ?? { value, reports: 0, open: 0, openOver90Days: 0 },
  );
}

function parentOf(value: number, reference: Reference): string | null {
  const top = reference.category.byId.get(value)?.top;
  return top === undefined ? null : (reference.category.byId.get(top)?.code ?? null);
}
