import type { Report } from '#api/reports/schema.ts';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { ResponseTimes } from '#api/stats/response-times.schema.ts';
import type { Series } from '#api/stats/series.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { dataOf, RefusedError } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import type { Place } from '../explore/place.ts';
import { resolutionOf } from '../explore/data.ts';
import { placeFor } from '../explore/sources.ts';

/** All that the home page shows: the last twelve months, and what is open now. */
export interface HomeData {
  /** The last twelve months. */
  year: Summary & Envelope;
  times: ResponseTimes;
  /** Of all time: what is open does not depend on when it arrived. */
  all: Summary;
  ages: Breakdown;
  months: Series;
  hexes: Hexes;
  byCategory: Breakdown;
  byArea: Breakdown;
  place: Place | undefined;
  /** Closed last, with the words of the answer. */
  answers: Report[];
  /** Closed in the last twelve months with the problem solved. */
  resolved: number;
}

const shownAnswers = 4;
/** Closed reports to look through for public words. */
const looked = 12;

/** Asks the API. Errors: `RefusedError`, 503 while there is no snapshot. */
export async function loadHome(context: PageContext): Promise<HomeData> {
  const snapshot = context.municipality.snapshot?.version;
  if (!snapshot) throw new RefusedError({ type: '', title: 'There is no snapshot yet.', status: 503 });
  const { stats } = context.api.api;
  const all = await dataOf(stats.summary.$get({ query: { snapshot } }));
  const period = all.period ? { from: all.period.from, to: all.period.to } : {};
  const query = { snapshot, ...period };
  const place = await placeFor(context, snapshot, () => dataOf(stats.hexes.$get({ query: { snapshot, resolution: '7' } })));
  const [year, times, ages, months, hexes, byCategory, byArea, outcomes, answers] = await Promise.all([
    dataOf(stats.summary.$get({ query })),
    dataOf(stats['response-times'].$get({ query })),
    dataOf(stats.breakdown.$get({ query: { snapshot, by: 'category', status: 'open' } })),
    dataOf(stats.series.$get({ query: { snapshot, unit: 'month' } })),
    dataOf(stats.hexes.$get({ query: { ...query, resolution: `${resolutionOf(place)}` } })),
    dataOf(stats.breakdown.$get({ query: { ...query, by: 'category' } })),
    dataOf(stats.breakdown.$get({ query: { ...query, by: 'area' } })),
    dataOf(stats.breakdown.$get({ query: { ...query, by: 'outcome' } })),
    loadAnswers(context, snapshot),
  ]);
  const resolved = outcomes.rows.find(({ key }) => key === 'resolved')?.reports ?? 0;
  return { year, times, all, ages, months, hexes, byCategory, byArea, place, answers, resolved };
}

/** The last closed reports whose answer has public words. */
async function loadAnswers({ api }: PageContext, snapshot: string): Promise<Report[]> {
  const { items } = await dataOf(api.api.reports.$get({ query: { snapshot, order: 'closed', limit: `${looked}` } }));
  const found = await Promise.all(
    items.map(({ number }) => dataOf(api.api.reports[':number'].$get({ param: { number } })).catch(() => undefined)),
  );
  return found
    .filter((report): report is Report => report !== undefined && answerOf(report) !== undefined)
    .filter(({ outcome }) => outcome !== 'duplicate')
    .slice(0, shownAnswers);
}

/** The words that closed a report. */
export function answerOf({ events }: Report): Report['events'][number] | undefined {
  return events.findLast(({ kind, body }) => body !== null && (kind === 'closed' || kind === 'replied'));
}
