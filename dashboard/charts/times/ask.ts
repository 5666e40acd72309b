import type { Measure } from '#api/stats/figures.ts';
import type { ResponseTimes, TimesBy } from '#api/stats/response-times.schema.ts';
import { daysOf } from '#api/http/filters.ts';
import { Temporal } from 'temporal-polyfill';
import { dataOf, RefusedError } from '../../client.ts';
import type { ChartData, ChartRequest } from '../chart.ts';

/** Days of a run, both ends included, YYYY-MM-DD. */
export interface Days {
  from: string;
  to: string;
}

/** What is asked about times: which reports of which days, and the time until what. */
export interface TimesQuery extends Days {
  measure: Measure;
  /** The filters that times may have, as the API takes them. */
  filters: Record<string, string>;
}

const measures: readonly Measure[] = ['close', 'taken', 'reply'];
/** A state is no filter of a time: only closed reports, say, would make every time shorter than it is. */
export const timesFilters = ['category', 'area', 'office', 'channel', 'type', 'q', 'bbox'] as const;

/** Reads an address; without days, the twelve months up to the snapshot. Errors: `RefusedError` naming the field. */
export function timesQuery({ query, today }: Pick<ChartRequest, 'query' | 'today'>): TimesQuery {
  const measure = (query.measure ?? 'close') as Measure;
  if (!measures.includes(measure)) throw refused('measure', `one of: ${measures.join(', ')}`);
  const to = dayOf('to', query.to, 'last') ?? today;
  const from = dayOf('from', query.from, 'first') ?? yearUpTo(to);
  if (from > to) throw refused('to', 'earlier than "from"');
  const filters = timesFilters.flatMap((name) => (query[name] ? [[name, query[name]] as const] : []));
  return { measure, from, to: to < today || from > today ? to : today, filters: Object.fromEntries(filters) };
}

function dayOf(field: 'from' | 'to', value: string | undefined, which: 'first' | 'last'): string | undefined {
  if (!value) return undefined;
  const days = daysOf(value);
  if (!days) throw refused(field, 'a day as YYYY-MM-DD, a month as YYYY-MM or a year as YYYY');
  return days[which];
}

function refused(field: string, message: string): RefusedError {
  return new RefusedError({ type: '', title: 'A field is not valid', status: 422, errors: [{ field, message }] });
}

function yearUpTo(to: string): string {
  return Temporal.PlainDate.from(to).add({ days: 1 }).subtract({ years: 1 }).toString();
}

/** The same days a year before; two years' days the two years before. */
export function daysBefore({ from, to }: Days): Days {
  const [first, next] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to).add({ days: 1 })];
  const years = Math.max(1, Math.ceil(first.until(next, { largestUnit: 'day' }).days / 366));
  return { from: first.subtract({ years }).toString(), to: next.subtract({ years }).subtract({ days: 1 }).toString() };
}

/** Times as the API tells them, of the days and filters asked for. Errors: `RefusedError`. */
export async function times(
  { api, snapshot }: ChartRequest,
  { measure, from, to, filters }: TimesQuery,
  by: TimesBy,
): Promise<ResponseTimes & ChartData> {
  const query = { ...filters, from, to, measure, by, snapshot };
  return dataOf(api.api.stats['response-times'].$get({ query }));
}
