import type { Snapshot } from '../snapshots/snapshot.ts';
import { minimumSample } from './definitions.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import type { Figures, Measure, Quantiles } from './figures.ts';
import type { Clock } from './response-times.schema.ts';
import { kaplanMeier, type Observation, quantile, type Step } from './survival.ts';
import type { Where } from './where.ts';

const daySeconds = 86_400;

/** Whether the data of this municipality tells the time at all. */
export function isKnown({ meta }: Snapshot, measure: Measure): boolean {
  return meta.settings.known_measures?.includes(measure) ?? true;
}

/** Observed times of one value of a dimension, in seconds. */
export interface Observed {
  value: string | number | null;
  observations: Observation[];
}

/** SQL of how long a report has taken (seconds), and of whether it has happened; days only where the source tells days only. */
export function durationSql(measure: Measure, clock: Clock): { time: string; happened: string } {
  const column = { taken: 'taken_s', reply: 'reply_s', close: 'close_s' }[measure];
  const net = clock === 'net' && measure === 'close' ? ' - waiting_s' : '';
  const day = daySeconds;
  return {
    happened: `${column} is not null`,
    time: `greatest(0, case
      when ${column} is null then if(day_precision, (age_s${net}) // ${day} * ${day}, age_s${net})
      else if(day_precision, (${column}${net} + ${day / 2}) // ${day} * ${day}, ${column}${net}) end)`,
  };
}

/** Times of the tracked reports that match, by a dimension. */
export async function observedTimes(
  snapshot: Snapshot,
  where: Where,
  {
    measure,
    clock = 'elapsed',
    by = 'none',
    sql = dimensions[by],
  }: { measure: Measure; clock?: Clock; by?: Dimension; sql?: string },
): Promise<Observed[]> {
  const { time, happened } = durationSql(measure, clock);
  const rows = await snapshot.query<{ value: string | number | null; time: number; events: number; total: number }>(
    `select ${sql} as value, ${time} as time, count(*) filter (${happened}) as events, count(*) as total
     from report where tracked and ${where.sql} group by all order by value, time`,
    where.parameters,
  );
  const groups = new Map<string | number | null, Observation[]>();
  for (const { value, time: at, events, total } of rows) {
    const observations = groups.get(value) ?? [];
    observations.push({ time: at, events, censored: total - events });
    groups.set(value, observations);
  }
  return [...groups].map(([value, observations]) => ({ value, observations }));
}

const nothing: Quantiles = { p50: null, p75: null, p90: null };

/** Figures of a measure that the data does not tell. */
export const unknownFigures: Figures = { known: false, tooFew: false, n: 0, events: 0, censored: 0, ...nothing };

/** Figures of some observed times. */
export function figuresOf(observations: readonly Observation[], steps: readonly Step[] = kaplanMeier(observations)): Figures {
  const events = observations.reduce((sum, one) => sum + one.events, 0);
  const censored = observations.reduce((sum, one) => sum + one.censored, 0);
  const tooFew = events + censored < minimumSample;
  return { known: true, tooFew, n: events + censored, events, censored, ...(tooFew ? nothing : quantilesOf(steps)) };
}

/** The three quantiles of a curve, in days. */
export function quantilesOf(steps: readonly Step[]): Quantiles {
  const at = (p: number) => inDays(quantile(steps, p));
  return { p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/** Seconds as days, to the nearest ten-thousandth (about nine seconds). */
export function inDays(seconds: number | null): number | null {
  return seconds === null ? null : Math.round((seconds / daySeconds) * 10_000) / 10_000;
}
