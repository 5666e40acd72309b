import type { Trends, TrendsRow, UnusualDay } from '#api/stats/trends.schema.ts';
import { Temporal } from 'temporal-polyfill';
import { dataOf } from '../../client.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ChartData, ChartRequest } from '../chart.ts';

/** Trends as the API tells them. */
export type TrendsData = Trends & ChartData;

const filters = ['category', 'area', 'office', 'channel', 'type', 'q', 'bbox', 'from', 'to'] as const;

/** The filters of an address that trends may have. */
export function trendsFilters({ query }: Pick<ChartRequest, 'query'>): Partial<Record<(typeof filters)[number], string>> {
  return Object.fromEntries(filters.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** Trends of the reports asked for. Errors: `RefusedError` naming the field. */
export async function trends(request: ChartRequest): Promise<TrendsData> {
  const { api, snapshot } = request;
  return dataOf(api.api.stats.trends.$get({ query: { ...trendsFilters(request), snapshot } }));
}

/** Name of a category in the language of the page. */
export function nameOf({ key, name }: Pick<TrendsRow, 'key' | 'name'>, { language }: Texts): string {
  return name?.[language] ?? key;
}

/** Unusual days in a row: one story. */
export interface Episode {
  days: UnusualDay[];
  /** The day with most reports. */
  peak: UnusualDay;
  /** Reports above the usual, of all its days. */
  excess: number;
}

/** Days at most between two unusual days of one story. */
const near = 2;

/** The stories of the unusual days, the greatest first. */
export function episodesOf(unusual: readonly UnusualDay[]): Episode[] {
  const runs: UnusualDay[][] = [];
  for (const one of unusual) {
    const last = runs.at(-1)?.at(-1);
    const apart = last ? Temporal.PlainDate.from(last.day).until(one.day, { largestUnit: 'day' }).days : Infinity;
    if (apart <= near) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs
    .map((days) => ({
      days,
      peak: days.reduce((most, one) => (one.reports > most.reports ? one : most)),
      excess: days.reduce((sum, { reports, usual }) => sum + reports - usual, 0),
    }))
    .toSorted((a, b) => b.excess - a.excess);
}

/** What a day was mostly about: the kinds that made it, those with a name of their own. */
export function causesOf({ kinds, reports, usual }: UnusualDay, texts: Texts): string[] {
  const excess = reports - usual;
  return kinds.filter((kind) => kind.reports - kind.usual >= excess * leastShare).map((kind) => nameOf(kind, texts));
}

/** Share of a day's excess that a kind must have made to be named. */
const leastShare = 0.2;
