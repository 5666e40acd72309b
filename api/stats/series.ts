import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { asOfDay, stepOf, stepsBetween } from './days.ts';
import { dimensions, type Label, labelling } from './dimensions.ts';
import { referenceOf } from './reference.ts';
import type { Series, SeriesSplit, SeriesUnit } from './series.schema.ts';
import { whereOf } from './where.ts';

/** What `series` takes besides the filters. */
interface SeriesOptions {
  unit: SeriesUnit;
  split: SeriesSplit;
}

const shownApart = 6;

/** Reports received, closed and open over time. */
export const seriesEndpoint: Endpoint<SeriesOptions, Series> = {
  name: 'series',
  definitions: ['report', 'closed-report', 'open-report', 'backlog', 'local-day'],
  compute: series,
  table: ({ buckets, groups }) => ({
    header: ['step', 'group', 'name_it', 'name_en', 'received', 'closed', 'open_at_end'],
    rows: groups.flatMap(({ key, name, received, closed, openAtEnd }) =>
      buckets.map((bucket, i) => [bucket, key, name?.it, name?.en, received[i], closed[i], openAtEnd[i]]),
    ),
  }),
};

/** Arrivals and closings of one value on one day. */
interface DayRow {
  value: string | number | null;
  day: string;
  received: number;
  tracked: number;
  closed: number;
}

async function series(snapshot: Snapshot, filters: Filters, { unit, split }: SeriesOptions): Promise<Series> {
  const reference = await referenceOf(snapshot);
  const { from, to, ...others } = filters;
  const rows = await dayRows(snapshot, whereOf(others, reference), split);
  const today = asOfDay(snapshot.meta);
  const first = from ?? rows.reduce((least, { day }) => (day < least ? day : least), today);
  const last = to && to < today ? to : today;
  const buckets = first <= last ? stepsBetween({ from: first, to: last }, unit) : [];
  const values = ranked(rows, first, last);
  const label = labelling(split, reference);
  const groups = values.apart.map((value) => ({ label: split === 'none' ? all : label(value), of: new Set([value]) }));
  if (values.rest.length > 0) groups.push({ label: { key: 'rest', name: null }, of: new Set(values.rest) });
  if (groups.length === 0) groups.push({ label: all, of: new Set() });
  return {
    unit,
    split,
    buckets,
    groups: groups.map(({ label, of }) =>
      line(
        label,
        rows.filter(({ value }) => of.has(value)),
        { buckets, unit, first, last },
      ),
    ),
    partial: { first: buckets[0] !== undefined && buckets[0] < first, last: isCut(last, unit) },
  };
}

const all: Label = { key: 'all', name: null };

async function dayRows(
  snapshot: Snapshot,
  where: { sql: string; parameters: Record<string, never> | object },
  split: SeriesSplit,
) {
  const value = dimensions[split];
  return snapshot.query<DayRow>(
    `select value, strftime(d, '%Y-%m-%d') as day, sum(r)::bigint as received, sum(t)::bigint as tracked, sum(c)::bigint as closed from (
       select ${value} as value, day as d, count(*) as r, count(*) filter (tracked) as t, 0 as c from report where ${where.sql} group by all
       union all
       select ${value} as value, closed_day as d, 0 as r, 0 as t, count(*) as c from report
       where tracked and closed_day is not null and ${where.sql} group by all)
     group by all`,
    where.parameters as never,
  );
}

/** The values with most arrivals in the period, and the others. */
function ranked(rows: readonly DayRow[], first: string, last: string) {
  const totals = new Map<DayRow['value'], number>();
  for (const { value, day, received } of rows) {
    totals.set(value, (totals.get(value) ?? 0) + (day >= first && day <= last ? received : 0));
  }
  const order = [...totals].toSorted(([a, m], [b, n]) => n - m || String(a).localeCompare(String(b))).map(([value]) => value);
  // One value left over is shown, not called "the rest".
  const apart = order.length === shownApart + 1 ? order.length : shownApart;
  return { apart: order.slice(0, apart), rest: order.slice(apart) };
}

interface Span {
  buckets: readonly string[];
  unit: SeriesUnit;
  first: string;
  last: string;
}

function line({ key, name }: Label, rows: readonly DayRow[], { buckets, unit, first, last }: Span): Series['groups'][number] {
  const index = new Map(buckets.map((bucket, i) => [bucket, i]));
  const received = buckets.map(() => 0);
  const closed = buckets.map(() => 0);
  const growth = buckets.map(() => 0);
  let before = 0;
  for (const row of rows) {
    if (row.day > last) continue;
    if (row.day < first) {
      before += row.tracked - row.closed;
      continue;
    }
    const i = index.get(stepOf(row.day, unit))!;
    received[i]! += row.received;
    closed[i]! += row.closed;
    growth[i]! += row.tracked - row.closed;
  }
  let open = before;
  const openAtEnd = growth.map((more) => (open += more));
  return { key, name, received, closed, openAtEnd };
}

/** Whether the step that holds this day goes on after it. */
function isCut(day: string, unit: SeriesUnit): boolean {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return stepOf(next, unit) === stepOf(day, unit);
}
