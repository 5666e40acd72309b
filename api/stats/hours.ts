import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Reference } from './reference.ts';
import type { Trends } from './trends.schema.ts';
import { whereOf } from './where.ts';

/** Reports by weekday and hour of arrival, without the days left out; reports that tell only their day are counted apart. */
export async function hoursOf(
  snapshot: Snapshot,
  filters: Filters,
  reference: Reference,
  leftOut: readonly string[],
): Promise<Trends['hours']> {
  const where = whereOf(filters, reference);
  const rows = await snapshot.query<{ weekday: number; hour: number; timed: number; untimed: number }>(
    `select weekday::integer as weekday, hour::integer as hour,
       count(*) filter (not day_precision) as timed, count(*) filter (day_precision) as untimed
     from arrival where ${where.sql} and strftime(day, '%Y-%m-%d') not in $left_out group by all`,
    { ...where.parameters, left_out: leftOut.length > 0 ? leftOut : [''] },
  );
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { weekday, hour, timed } of rows) counts[weekday - 1]![hour] = timed;
  return {
    counts,
    reports: rows.reduce((total, { timed }) => total + timed, 0),
    withoutHour: rows.reduce((total, { untimed }) => total + untimed, 0),
  };
}
