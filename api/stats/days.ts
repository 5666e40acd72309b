import { Temporal } from 'temporal-polyfill';
import type { SnapshotMeta } from '../snapshots/snapshot.ts';

/** The local day on which the snapshot was taken, YYYY-MM-DD. */
export function asOfDay({ asOf, timezone }: Pick<SnapshotMeta, 'asOf' | 'timezone'>): string {
  return Temporal.Instant.fromEpochMilliseconds(asOf.getTime()).toZonedDateTimeISO(timezone).toPlainDate().toString();
}

/** The moment of a snapshot as ISO text in UTC, whole seconds. */
export function asOfText(asOf: Date): string {
  return asOf.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A run of local days, both ends included. */
export interface Period {
  from: string;
  to: string;
}

/**
 * The period that a summary compares: what was asked for, up to the snapshot; without `from`, the twelve months that end at `to`.
 * Null when it begins after the snapshot.
 */
export function comparedPeriod(filters: { from?: string | undefined; to?: string | undefined }, today: string): Period | null {
  const to = filters.to && filters.to < today ? filters.to : today;
  const from = filters.from ?? Temporal.PlainDate.from(to).add({ days: 1 }).subtract({ years: 1 }).toString();
  return from <= to ? { from, to } : null;
}

/** The period before, of equal length: as many months when the period is made of whole months (from a day to the eve of the same day), else as many days. */
export function periodBefore(period: Period): Period {
  const from = Temporal.PlainDate.from(period.from);
  const next = Temporal.PlainDate.from(period.to).add({ days: 1 });
  const wholeMonths = from.day === next.day;
  const length = wholeMonths ? from.until(next, { largestUnit: 'month' }) : from.until(next, { largestUnit: 'day' });
  return { from: from.subtract(length).toString(), to: from.subtract({ days: 1 }).toString() };
}

/** First day of the step a day belongs to. */
export function stepOf(day: string, unit: 'day' | 'week' | 'month'): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'day') return day;
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** First days of all steps from the one of `from` to the one of `to`. */
export function stepsBetween({ from, to }: Period, unit: 'day' | 'week' | 'month'): string[] {
  const length = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }[unit];
  const steps: string[] = [];
  for (let step = Temporal.PlainDate.from(stepOf(from, unit)); step.toString() <= to; step = step.add(length)) {
    steps.push(step.toString());
  }
  return steps;
}

/** The months up to a day, oldest first, YYYY-MM. */
export function monthsUpTo(day: string, count: number): string[] {
  const last = Temporal.PlainDate.from(day).toPlainYearMonth();
  return Array.from({ length: count }, (_, i) => last.subtract({ months: count - 1 - i }).toString());
}
