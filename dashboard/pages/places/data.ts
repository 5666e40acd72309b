import type { Backlog } from '#api/stats/backlog.schema.ts';
import type { Breakdown, BreakdownRow } from '#api/stats/breakdown.schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { Series } from '#api/stats/series.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { chartRequest } from '../../charts/request.ts';
import { timesByCategory, type TimesByData } from '../../charts/times/by.ts';
import { dataOf, RefusedError } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import type { ReportItem } from '../../parts/report-items.ts';
import { reportsFor } from '../explore/sources.ts';

/** Pages of areas and of offices are alike. */
export type Kind = 'area' | 'office';
/** Where they are. */
export const paths: Record<Kind, string> = { area: '/areas', office: '/offices' };

/** All that the page of one area or office shows. */
export interface PlaceData {
  kind: Kind;
  code: string;
  name: string;
  /** Of all time, with the last twelve months as its period. */
  summary: Summary & Envelope;
  byCategory: Breakdown;
  times: TimesByData;
  backlog: Backlog;
  months: Series;
  latest: ReportItem[];
  /** All of its kind, for comparison. */
  all: readonly BreakdownRow[];
}

const latestReports = 6;

/** Asks for an area or an office. Errors: `RefusedError`, 404 for an unknown code. */
export async function loadPlace(context: PageContext, kind: Kind, code: string): Promise<PlaceData> {
  const request = chartRequest(context);
  const { snapshot } = request;
  const { stats } = context.api.api;
  const { rows: all } = await dataOf(stats.breakdown.$get({ query: { snapshot, by: kind } }));
  const known = all.find(({ key }) => key === code);
  if (!known?.name) throw new RefusedError({ type: '', title: 'Not found', status: 404 });
  const query = { [kind]: code, snapshot };
  const summary = await dataOf(stats.summary.$get({ query }));
  const year = summary.period ? { from: summary.period.from, to: summary.period.to } : {};
  const [byCategory, times, backlog, months, latest] = await Promise.all([
    dataOf(stats.breakdown.$get({ query: { ...query, ...year, by: 'category' } })),
    timesByCategory.load({ ...request, query: { [kind]: code } }),
    dataOf(stats.backlog.$get({ query })),
    dataOf(stats.series.$get({ query: { ...query, unit: 'month' } })),
    reportsFor(context, { ...query, limit: `${latestReports}` }),
  ]);
  const name = known.name[context.texts.language];
  return { kind, code, name, summary, byCategory, times, backlog, months, latest: latest.items, all };
}

/** A row of the list of areas or offices. */
export interface PlaceRow {
  key: string;
  name: string;
  /** Arrived in the last twelve months, and the days until half of them were closed. */
  year: BreakdownRow | undefined;
  /** Of all time: what is open now does not depend on when it arrived. */
  ever: BreakdownRow;
}

/** The rows of the list, and the snapshot they come from. Errors: `RefusedError`. */
export async function loadPlaces(context: PageContext, kind: Kind) {
  const { snapshot } = chartRequest(context);
  const { stats } = context.api.api;
  const summary = await dataOf(stats.summary.$get({ query: { snapshot } }));
  const period = summary.period ? { from: summary.period.from, to: summary.period.to } : {};
  const [ever, year] = await Promise.all([
    dataOf(stats.breakdown.$get({ query: { snapshot, by: kind } })),
    dataOf(stats.breakdown.$get({ query: { snapshot, by: kind, ...period } })),
  ]);
  const inYear = new Map(year.rows.map((row) => [row.key, row]));
  const rows = ever.rows.flatMap((row): PlaceRow[] =>
    row.name ? [{ key: row.key, name: row.name[context.texts.language], year: inYear.get(row.key), ever: row }] : [],
  );
  return { rows, summary, snapshot: summary.snapshot };
}
