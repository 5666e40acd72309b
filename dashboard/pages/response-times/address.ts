import type { Measure } from '#api/stats/figures.ts';
import type { ChartRequest } from '../../charts/chart.ts';

const order = ['measure', 'category', 'area', 'office', 'channel', 'type', 'q', 'bbox', 'from', 'to', 'snapshot'];

/** "?measure=taken&category=buche": what goes without saying is left out; commas stay readable; "" when nothing is said. */
export function timesAddress(fields: Readonly<Record<string, string | undefined>>): string {
  const given = order.flatMap((name) => {
    const value = fields[name];
    return value && !(name === 'measure' && value === 'close') ? [[name, value]] : [];
  });
  return given.length ? `?${new URLSearchParams(given).toString().replaceAll('%2C', ',')}` : '';
}

/** The tidy address of a form that was sent (a year as `period`, empty fields); undefined when it is tidy already. */
export function tidied(query: URLSearchParams): string | undefined {
  const period = query.get('period');
  const untidy = period !== null || [...query.values()].includes('') || new Set(query.keys()).size < [...query.keys()].length;
  if (!untidy) return undefined;
  const fields = Object.fromEntries(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name).filter(Boolean).join(',')]),
  );
  return timesAddress({ ...fields, ...daysOfPeriod(period) });
}

/** A year; nothing for the last twelve months; `from..to` for days that were chosen elsewhere. */
function daysOfPeriod(period: string | null): { from?: string; to?: string } {
  if (period === null) return {};
  const [from, to] = period.includes('..') ? period.split('..') : [`${period}-01-01`, `${period}-12-31`];
  return period === '' ? { from: '', to: '' } : { from: from!, to: to! };
}

/** Address of the same page until another moment of a report. */
export function withMeasure({ query }: Pick<ChartRequest, 'query'>, measure: Measure, snapshot: string): string {
  return timesAddress({ ...query, measure, snapshot });
}
