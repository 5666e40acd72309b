import type { ReportItem } from '#api/reports/schema.ts';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { DuplicateCluster } from '#api/stats/duplicates.schema.ts';
import type { ChartRequest } from '../../charts/chart.ts';
import type { RepeatsData } from '../../charts/repeats.ts';
import { dataOf } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import type { Filters } from '../../parts/address-filters.ts';
import type { Place } from '../explore/place.ts';
import { placeFor } from '../explore/sources.ts';

/** Biggest clusters on the page, and reports of each side by side. */
const [shownClusters, shownReports] = [8, 3];

/** All that the page shows. */
export interface DuplicatesData {
  found: RepeatsData;
  /** The reports that are shown, by their id; what is no longer public is missing. */
  reports: ReadonlyMap<number, ReportItem>;
  place: Place | undefined;
  choices: Breakdown[];
}

/** Asks for everything the page shows, all of one snapshot. Errors: `RefusedError`. */
export async function loadDuplicates(context: PageContext, request: ChartRequest, filters: Filters): Promise<DuplicatesData> {
  const { snapshot } = request;
  const { stats } = context.api.api;
  const breakdown = (by: 'category' | 'area') => {
    const { [by]: _, ...others } = filters;
    return dataOf(stats.breakdown.$get({ query: { ...others, snapshot, by } }));
  };
  const [found, place, ...choices] = await Promise.all([
    dataOf(stats.duplicates.$get({ query: { ...filters, snapshot, limit: `${shownClusters}` } })),
    placeFor(context, snapshot, () => dataOf(stats.hexes.$get({ query: { snapshot, resolution: '7' } }))),
    breakdown('category'),
    breakdown('area'),
  ]);
  const ids = found.clusters.flatMap(sideBySide);
  const read = await Promise.all(ids.map((member) => reportOf(context, member)));
  const reports = new Map(read.flatMap((report) => (report ? [[report.id, report] as const] : [])));
  return { found, reports, place, choices };
}

type Member = DuplicateCluster['members'][number];

/** The reports of a cluster that best show why it is one: the likest pair, those that repeat the same one, then the others. */
function sideBySide({ members }: DuplicateCluster): Member[] {
  const ids = new Set(members.map(({ id }) => id));
  const score = ({ original, score }: Member) => (original !== null && ids.has(original) ? (score ?? 0) : 0);
  const likest = members.toSorted((a, b) => score(b) - score(a));
  const [best] = likest;
  const rank = (member: Member) =>
    member === best || member.id === best?.original ? 0 : member.original === best?.original ? 1 : 2;
  return likest.toSorted((a, b) => rank(a) - rank(b)).slice(0, shownReports);
}

/** A report as it is now; undefined when it is no longer public. */
function reportOf({ api }: PageContext, { id, day }: { id: number; day: string }): Promise<ReportItem | undefined> {
  const number = `${day.slice(0, 4)}-${String(id).padStart(5, '0')}`;
  return dataOf(api.api.reports[':number'].$get({ param: { number } })).catch(() => undefined);
}
