import type { Snapshot } from '../snapshots/snapshot.ts';
import { minimumSample } from './definitions.ts';
import type { Figures, Measure, Quantiles } from './figures.ts';
import type { Clock } from './response-times.schema.ts';
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
  const [waits] = await snapshot.integers(
    `select ${packedSql(measure, clock)} from report_time where ${where.sql}`,
    where.parameters,
  );
  return waits!.toSorted();
}

/** The same by value of a dimension, given as SQL of a whole number. */
export async function waitsBy(
  snapshot: Snapshot,
  { measure, clock, where }: Asked,
  value: string,
): Promise<Map<number, Int32Array>> {
  const [values, waits] = await snapshot.integers(
    `select ${value}, ${packedSql(measure, clock)} from report_time where ${where.sql}`,
    where.parameters,
  );
  return sortedGroups(values!, waits!);
}

/** The waits of each value apart, sorted; values are numbers of a list, not far from each other. */
export function sortedGroups(values: Int32Array, waits: Int32Array): Map<number, Int32Array> {
  const first = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const last = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return new Map();
  const ends = new Int32Array(last - first + 1);
  for (const value of values) ends[value - first]! += 1;
  for (let i = 1; i < ends.length; i += 1) ends[i]! += ends[i - 1]!;
  const starts = ends.slice();
  const grouped = new Int32Array(waits.length);
  for (let i = 0; i < values.length; i += 1) grouped[(starts[values[i]! - first]! -= 1)] = waits[i]!;
  const groups = new Map<number, Int32Array>();
  for (let i = 0; i < ends.length; i += 1) {
    if (starts[i]! < ends[i]!) groups.set(first + i, grouped.subarray(starts[i], ends[i]).toSorted());
  }
  return groups;
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
