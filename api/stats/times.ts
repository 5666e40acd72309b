import type { Snapshot } from '../snapshots/snapshot.ts';
import { minimumSample } from './definitions.ts';
import type { Figures, Measure, Quantiles } from './figures.ts';
import type { Clock } from './response-times.schema.ts';
import { sortedGroups, sortedNumbers } from './sorting.ts';
import { type Estimate, estimate, type Three } from './survival.ts';
import type { Where } from './where.ts';

/** Whether the data of this municipality tells the time at all. */
export function isKnown({ meta }: Snapshot, measure: Measure): boolean {
  return meta.settings.known_measures?.includes(measure) ?? true;
}

/** Which time of which reports. */
export interface Asked {
  measure: Measure;
  clock?: Clock;
  where: Where;
}

/** SQL of a packed waiting time (survival.ts), over the mart of times. */
export function packedSql(measure: Measure, clock: Clock = 'elapsed'): string {
  const time = clock === 'net' && measure === 'close' ? 'close_net_t' : `${measure}_t`;
  return `(${time} * 2 + (not ${measure}_done)::integer)::integer`;
}

/** Packed and sorted waiting times, in seconds, of the tracked reports that match. */
export async function waitsOf(snapshot: Snapshot, { measure, clock, where }: Asked): Promise<Int32Array> {
  const sql = `select ${packedSql(measure, clock)} from report_time where ${where.sql}`;
  const [waits] = await snapshot.integers(sql, where.parameters);
  return sortedNumbers(waits!);
}

/** The same by value of a dimension, given as SQL of a whole number, and all together. */
export async function waitsBy(
  snapshot: Snapshot,
  { measure, clock, where }: Asked,
  value: string,
): Promise<{ all: Int32Array; groups: Map<number, Int32Array> }> {
  const sql = `select ${value}, ${packedSql(measure, clock)} from report_time where ${where.sql}`;
  const [values, waits] = await snapshot.integers(sql, where.parameters);
  return { all: sortedNumbers(waits!), groups: sortedGroups(values!, waits!) };
}

const nothing: Quantiles = { p50: null, p75: null, p90: null };

/** Figures of a time that the data does not tell. */
export const unknownFigures: Figures = { known: false, tooFew: false, n: 0, events: 0, censored: 0, ...nothing };

/** Figures of packed and sorted waiting times. */
export function figuresOf({ n, events, quantiles }: Estimate): Figures {
  const tooFew = n < minimumSample;
  return { known: true, tooFew, n, events, censored: n - events, ...(tooFew ? nothing : inThree(quantiles)) };
}

/** Figures of the reports that match. */
export async function figures(snapshot: Snapshot, asked: Asked): Promise<Figures> {
  return isKnown(snapshot, asked.measure) ? figuresOf(estimate(await waitsOf(snapshot, asked))) : unknownFigures;
}

/** What those done alone would make one say; nulls for too few reports. */
export function closedOnlyOf({ n, doneQuantiles }: Estimate): Quantiles {
  return n < minimumSample ? nothing : inThree(doneQuantiles);
}

function inThree([p50, p75, p90]: Three): Quantiles {
  return { p50: inDays(p50), p75: inDays(p75), p90: inDays(p90) };
}

/** Seconds as days, to the nearest ten-thousandth (about nine seconds). */
export function inDays(seconds: number | null): number | null {
  return seconds === null ? null : Math.round((seconds / 86_400) * 10_000) / 10_000;
}
