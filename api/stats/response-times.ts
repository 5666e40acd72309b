import type { Filters } from '../http/filters.ts';
import { ProblemError } from '../http/problem.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { minimumSample } from './definitions.ts';
import { dimensions, labelling } from './dimensions.ts';
import type { Measure } from './figures.ts';
import { type Reference, referenceOf } from './reference.ts';
import type { Clock, Curve, ResponseTimes, TimesBy, TimesRow } from './response-times.schema.ts';
import { band, kaplanMeier, type Observation, type Step } from './survival.ts';
import { figuresOf, inDays, isKnown, observedTimes, quantilesOf, unknownFigures } from './times.ts';
import { type Where, whereOf } from './where.ts';

/** What `response-times` takes besides the filters. */
interface TimesOptions {
  measure: Measure;
  by: TimesBy;
  clock: Clock;
  curve: boolean;
}

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
  const { measure, by, clock } = options;
  if (clock === 'net' && measure === 'reply') {
    throw new ProblemError('invalid-field', undefined, [{ field: 'clock', message: 'net is not known for the first reply' }]);
  }
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const [all] = await rows(snapshot, where, reference, { ...options, by: 'none', curve: true });
  const groups = by === 'none' ? [] : await rows(snapshot, where, reference, options);
  return { measure, by, clock, unit: 'days', minimumSample, all: all ?? unknownRow(), groups };
}

async function rows(snapshot: Snapshot, where: Where, reference: Reference, options: TimesOptions): Promise<TimesRow[]> {
  if (!isKnown(snapshot, options.measure)) return [];
  const [observed, onTime] = await Promise.all([
    observedTimes(snapshot, where, options),
    options.measure === 'close' ? promises(snapshot, where, options.by) : [],
  ]);
  const kept = new Map(onTime.map((row) => [row.value, row]));
  const label = labelling(options.by, reference);
  const found = observed.length === 0 && options.by === 'none' ? [{ value: 'all', observations: [] }] : observed;
  return found.map(({ value, observations }) => {
    const steps = kaplanMeier(observations);
    const figures = figuresOf(observations, steps);
    const { met, decided } = kept.get(value) ?? { met: 0, decided: 0 };
    return {
      ...label(value),
      ...figures,
      serviceDays: options.by === 'category' ? (reference.category.byId.get(Number(value))?.serviceDays ?? null) : null,
      onTime: decided < minimumSample ? null : Math.round((met / decided) * 10_000) / 10_000,
      promised: decided,
      closedOnly: quantilesOf(figures.tooFew ? [] : kaplanMeier(done(observations))),
      curve: options.curve && !figures.tooFew ? curveOf(steps) : null,
    };
  });
}

function promises(snapshot: Snapshot, where: Where, by: TimesBy) {
  return snapshot.query<{ value: string | number | null; met: number; decided: number }>(
    `select ${dimensions[by]} as value, count(*) filter (closed_at <= due_at) as met, count(*) as decided
     from report where tracked and due_at is not null and (closed_at is not null or due_at < (select as_of from meta)) and ${where.sql}
     group by all`,
    where.parameters,
  );
}

function done(observations: readonly Observation[]): Observation[] {
  return observations.map(({ time, events }) => ({ time, events, censored: 0 }));
}

const mostPoints = 200;

function curveOf(steps: readonly Step[]): Curve {
  const first = { time: 0, survival: 1, greenwood: 0 };
  const kept = thinned(steps, mostPoints - 1);
  const points = kept[0]?.time === 0 ? kept : [first, ...kept];
  const share = (value: number) => Math.round(value * 100_000) / 100_000;
  const bands = points.map((point) => band(point));
  return {
    days: points.map(({ time }) => inDays(time)!),
    waiting: points.map(({ survival }) => share(survival)),
    low: bands.map(([low]) => share(low)),
    high: bands.map(([, high]) => share(high)),
  };
}

/** At most `most` of the steps: whenever the curve has fallen by enough, and the last. */
function thinned(steps: readonly Step[], most: number): Step[] {
  if (steps.length <= most) return [...steps];
  let level = Number.POSITIVE_INFINITY;
  return steps.filter(({ survival }, i) => {
    const here = Math.ceil(survival * (most - 2));
    const keep = here < level || i === steps.length - 1;
    level = Math.min(level, here);
    return keep;
  });
}

function unknownRow(): TimesRow {
  const { p50, p75, p90 } = unknownFigures;
  return {
    key: 'all',
    name: null,
    ...unknownFigures,
    serviceDays: null,
    onTime: null,
    promised: 0,
    closedOnly: { p50, p75, p90 },
    curve: null,
  };
}
