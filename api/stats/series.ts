import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { asOfDay, stepOf, stepsBetween } from './days.ts';
import { dimensions, type Label, labelling } from './dimensions.ts';
import { referenceOf } from './reference.ts';
import type { Series, SeriesSplit, SeriesUnit } from './series.schema.ts';
import { arrivals, closings } from './tables.ts';
import { type Where, whereOf } from './where.ts';

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

async function series(snapshot: Snapshot, filters: Filters, { unit, split }: SeriesOptions): Promise<Series> {
  const reference = await referenceOf(snapshot);
  const where = whereOf({ ...filters, from: undefined, to: undefined }, reference);
  const today = asOfDay(snapshot.meta);
  const last = filters.to && filters.to < today ? filters.to : today;
  const ranks = await ranking(snapshot, filters, where, { split, first: filters.from ?? '0001-01-01', last });
  const first = filters.from ?? ranks.reduce((least, { day }) => (day < least ? day : least), last);
  const buckets = first <= last ? stepsBetween({ from: first, to: last }, unit) : [];
  // One value left over is shown by its name, not as "the rest".
  const apart = ranks.slice(0, ranks.length === shownApart + 1 ? ranks.length : shownApart).map(({ value }) => value);
  const rows = await stepRows(snapshot, filters, where, { split, unit, first, last, apart });
  const label = labelling(split, reference);
  const groups = apart.map((value, i) =>
    line(
      split === 'none' ? all : label(value),
      rows.filter(({ place }) => place === i),
      buckets,
    ),
  );
  if (ranks.length > apart.length)
    groups.push(
      line(
        { key: 'rest', name: null },
        rows.filter(({ place }) => place === -1),
        buckets,
      ),
    );
  if (groups.length === 0) groups.push(line(all, [], buckets));
  return {
    unit,
    split,
    buckets,
    groups,
    partial: { first: buckets[0] !== undefined && buckets[0] < first, last: isCut(last, unit) },
  };
}

const all: Label = { key: 'all', name: null };

/** All values, those with most arrivals in the period first, and the day of the first arrival of each. */
function ranking(
  snapshot: Snapshot,
  filters: Filters,
  where: Where,
  { split, first, last }: { split: SeriesSplit; first: string; last: string },
): Promise<{ value: number; day: string }[]> {
  return snapshot.query(
    `select ${dimensions[split]} as value, strftime(min(day), '%Y-%m-%d') as day from ${arrivals(filters)} where ${where.sql}
     group by value order by coalesce(sum(reports) filter (day between $first::date and $last::date), 0) desc, value`,
    { ...where.parameters, first, last },
  );
}

/** Arrivals and closings of a line (`place`: its number, -1 the rest) in one step; what came before the period has no step. */
interface StepRow {
  place: number;
  step: string | null;
  received: number;
  tracked: number;
  closed: number;
}

function stepRows(
  snapshot: Snapshot,
  filters: Filters,
  where: Where,
  {
    split,
    unit,
    first,
    last,
    apart,
  }: { split: SeriesSplit; unit: SeriesUnit; first: string; last: string; apart: readonly number[] },
): Promise<StepRow[]> {
  const named = apart.map((_, i) => `when ${dimensions[split]} = $value${i} then ${i}`);
  const place = named.length > 0 ? `case ${named.join(' ')} else -1 end` : '-1';
  const step = (day: string) => `case when ${day} >= $first::date then date_trunc('${unit}', ${day})::date end`;
  return snapshot.query<StepRow>(
    `select place, strftime(step, '%Y-%m-%d') as step, sum(received) as received, sum(tracked) as tracked, sum(closed) as closed from (
       select ${place} as place, ${step('day')} as step, sum(reports) as received,
         coalesce(sum(reports) filter (tracked), 0) as tracked, 0 as closed
       from ${arrivals(filters)} where day <= $last::date and ${where.sql} group by all
       union all
       select ${place} as place, ${step('closed_day')} as step, 0 as received, 0 as tracked, sum(reports) as closed
       from ${closings(filters)} where closed_day <= $last::date and ${where.sql} group by all)
     group by all`,
    { ...where.parameters, first, last, ...Object.fromEntries(apart.map((value, i) => [`value${i}`, value])) },
  );
}

function line({ key, name }: Label, rows: readonly StepRow[], buckets: readonly string[]): Series['groups'][number] {
  const byStep = new Map(rows.map((row) => [row.step, row]));
  const before = byStep.get(null);
  let open = before ? before.tracked - before.closed : 0;
  const steps = buckets.map((bucket) => {
    const { received, tracked, closed } = byStep.get(bucket) ?? { received: 0, tracked: 0, closed: 0 };
    open += tracked - closed;
    return { received, closed, open };
  });
  return {
    key,
    name,
    received: steps.map(({ received }) => received),
    closed: steps.map(({ closed }) => closed),
    openAtEnd: steps.map(({ open }) => open),
  };
}

/** Whether the step that holds this day goes on after it. */
function isCut(day: string, unit: SeriesUnit): boolean {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return stepOf(next, unit) === stepOf(day, unit);
}
