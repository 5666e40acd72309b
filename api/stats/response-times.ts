import type { Filters } from '../http/filters.ts';
import { ProblemError } from '../http/problem.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { curveOf } from './curves.ts';
import { minimumSample } from './definitions.ts';
import { dimensions, labelling } from './dimensions.ts';
import type { Measure } from './figures.ts';
import { referenceOf } from './reference.ts';
import type { Clock, ResponseTimes, TimesBy, TimesRow } from './response-times.schema.ts';
import { estimate } from './survival.ts';
import { closedOnlyOf, figuresOf, isKnown, unknownFigures, waitsBy, waitsOf } from './times.ts';
import { type Where, whereOf } from './where.ts';

/** What `response-times` takes besides the filters. */
interface TimesOptions {
  measure: Measure;
  by: TimesBy;
  clock: Clock;
  curve: boolean;
}

const periods: readonly TimesBy[] = ['month', 'quarter', 'year'];

/** Kaplan–Meier times by any dimension. */
export const responseTimesEndpoint: Endpoint<TimesOptions, ResponseTimes> = {
  name: 'response-times',
  definitions: [
    'time-to-take-charge',
    'time-to-first-reply',
    'time-to-close',
    'net-time',
    'still-open-reports-count',
    'half-three-in-four-nine-in-ten',
    'certainty-of-a-curve',
    'closed-only',
    'minimum-sample',
    'share-on-time',
  ],
  compute: responseTimes,
  table: ({ all, groups }) => ({
    header: [
      'key',
      'name_it',
      'name_en',
      'n',
      'events',
      'censored',
      'p50',
      'p75',
      'p90',
      'on_time',
      'promised',
      'service_days',
      'closed_only_p50',
      'closed_only_p75',
      'closed_only_p90',
    ],
    rows: [all, ...groups].map((row) => [
      row.key,
      row.name?.it,
      row.name?.en,
      row.n,
      row.events,
      row.censored,
      row.p50,
      row.p75,
      row.p90,
      row.onTime,
      row.promised,
      row.serviceDays,
      row.closedOnly.p50,
      row.closedOnly.p75,
      row.closedOnly.p90,
    ]),
  }),
};

async function responseTimes(snapshot: Snapshot, filters: Filters, options: TimesOptions): Promise<ResponseTimes> {
  const { measure, by, clock, curve } = options;
  if (clock === 'net' && measure === 'reply') {
    throw new ProblemError('invalid-field', undefined, [{ field: 'clock', message: 'net is not known for the first reply' }]);
  }
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const head = { measure, by, clock, unit: 'days', minimumSample } as const;
  if (!isKnown(snapshot, measure)) return { ...head, all: unknownRow, groups: [] };
  const [waits, promises] = await Promise.all([
    by === 'none'
      ? waitsOf(snapshot, { measure, clock, where }).then((all) => ({ all, groups: new Map<number, Int32Array>() }))
      : waitsBy(snapshot, { measure, clock, where }, dimensions[by]),
    measure === 'close' ? promisesBy(snapshot, where, by) : new Map<number, Promises>(),
  ]);
  const label = labelling(by, reference);
  const groups = [...waits.groups].map(([value, own]): TimesRow => ({
    ...label(value),
    ...rowOf(own, promises.get(value), curve),
    serviceDays: by === 'category' ? (reference.category.byId.get(value)?.serviceDays ?? null) : null,
  }));
  const all = { key: 'all', name: null, ...rowOf(waits.all, together(promises), true), serviceDays: null };
  return { ...head, all, groups: groups.toSorted(inOrder(by)) };
}

function inOrder(by: TimesBy): (a: TimesRow, b: TimesRow) => number {
  return periods.includes(by) ? (a, b) => (a.key < b.key ? -1 : 1) : (a, b) => b.n - a.n || (a.key < b.key ? -1 : 1);
}

function rowOf(
  waits: Int32Array,
  promises: Promises | undefined,
  curve: boolean,
): Omit<TimesRow, 'key' | 'name' | 'serviceDays'> {
  const found = estimate(waits);
  const figures = figuresOf(found);
  const { met, decided } = promises ?? { met: 0, decided: 0 };
  return {
    ...figures,
    onTime: decided < minimumSample ? null : Math.round((met / decided) * 10_000) / 10_000,
    promised: decided,
    closedOnly: closedOnlyOf(found),
    curve: curve && !figures.tooFew ? curveOf(waits) : null,
  };
}

/** Reports whose promised date decides, and those closed by then. */
interface Promises {
  decided: number;
  met: number;
}

async function promisesBy(snapshot: Snapshot, where: Where, by: TimesBy): Promise<Map<number, Promises>> {
  const rows = await snapshot.query<Promises & { value: number }>(
    `select ${dimensions[by]} as value, sum(decided) as decided, sum(met) as met from report_time where ${where.sql} group by all`,
    where.parameters,
  );
  return new Map(rows.map((row) => [row.value, row]));
}

function together(promises: ReadonlyMap<number, Promises>): Promises {
  const total = { decided: 0, met: 0 };
  for (const { decided, met } of promises.values()) {
    total.decided += decided;
    total.met += met;
  }
  return total;
}

const unknownRow: TimesRow = {
  key: 'all',
  name: null,
  ...unknownFigures,
  serviceDays: null,
  onTime: null,
  promised: 0,
  closedOnly: { p50: null, p75: null, p90: null },
  curve: null,
};
