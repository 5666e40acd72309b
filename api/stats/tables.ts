import type { Filters } from '../http/filters.ts';

/** Whether filters need the place or the words of single reports, which tables of sums do not have. */
export function needsSingleReports({ bbox, cell, q }: Filters): boolean {
  return bbox !== undefined || cell !== undefined || q !== undefined;
}

/** The smallest table of arrivals that the filters allow: sums by day, or single reports (sql/marts/030-daily.sql). */
export function arrivals(filters: Filters): 'daily' | 'arrival' {
  return needsSingleReports(filters) ? 'arrival' : 'daily';
}

/** The same for closings, by the day of closing. */
export function closings(filters: Filters): 'daily_closed' | 'closing' {
  return needsSingleReports(filters) ? 'closing' : 'daily_closed';
}
