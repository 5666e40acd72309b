import { Temporal } from 'temporal-polyfill';
import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Period } from './days.ts';
import type { Reference } from './reference.ts';
import { arrivals } from './tables.ts';
import { whereOf } from './where.ts';

/** Reports of each day of a run without gaps: of all, of the categories of the first level, of those they were given to. */
export interface DailyCounts {
  days: Period;
  all: Int32Array;
  byCategory: Map<number, Int32Array>;
  byKind: Map<number, Int32Array>;
}

/** Counts by day and category of the reports that match, whatever `from` and `to` of the filters say. */
export async function dailyCounts(
  snapshot: Snapshot,
  filters: Filters,
  reference: Reference,
  days: Period,
): Promise<DailyCounts> {
  const where = whereOf({ ...filters, ...days }, reference);
  const length = placeOf(days.to, days.from) + 1;
  const [places, kinds, reports] = await snapshot.integers(
    `select (day - $first::date)::integer as place, category_id as kind, sum(reports)::integer as reports
     from ${arrivals(filters)} where ${where.sql} group by all order by kind, place`,
    { ...where.parameters, first: days.from },
  );
  const counts: DailyCounts = { days, all: new Int32Array(length), byCategory: new Map(), byKind: new Map() };
  for (const [row, place] of places!.entries()) {
    const [kind, count] = [kinds![row]!, reports![row]!];
    counts.all[place]! += count;
    lineOf(counts.byKind, kind, length)[place]! += count;
    lineOf(counts.byCategory, reference.category.byId.get(kind)?.top ?? kind, length)[place]! += count;
  }
  return counts;
}

function lineOf(lines: Map<number, Int32Array>, key: number, length: number): Int32Array {
  let line = lines.get(key);
  if (!line) lines.set(key, (line = new Int32Array(length)));
  return line;
}

/** Whole days from `first` to a day. */
export function placeOf(day: string, first: string): number {
  return Temporal.PlainDate.from(first).until(day, { largestUnit: 'day' }).days;
}

/** The day so many days after `first`. */
export function dayAt(place: number, first: string): string {
  return Temporal.PlainDate.from(first).add({ days: place }).toString();
}
