import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { ChartRequest } from '../../charts/chart.ts';
import { trends, type TrendsData, trendsFilters } from '../../charts/trends/ask.ts';
import { trendsBacklog, type TrendsBacklogData } from '../../charts/trends/backlog.ts';
import { dataOf } from '../../client.ts';

/** All the rows of the page. */
export interface TrendsPageData {
  trends: TrendsData;
  /** Undefined when nothing is known but arrivals. */
  backlog: TrendsBacklogData | undefined;
  /** What the filters offer, under the other filter. */
  categories: Breakdown['rows'];
  areas: Breakdown['rows'];
}

/** Asks for everything the page shows, all of one snapshot. Errors: `RefusedError`. */
export async function loadTrends(request: ChartRequest): Promise<TrendsPageData> {
  const { api, snapshot } = request;
  const filters = trendsFilters(request);
  const breakdown = (by: 'category' | 'area') => {
    const { [by]: _, from: _from, to: _to, ...others } = filters;
    return dataOf(api.api.stats.breakdown.$get({ query: { ...others, by, snapshot } }));
  };
  const [data, backlog, categories, areas] = await Promise.all([
    trends(request),
    trendsBacklog.load(request),
    breakdown('category'),
    breakdown('area'),
  ]);
  const isKnown = backlog.closed.some(Boolean) || backlog.open.some(Boolean);
  return { trends: data, backlog: isKnown ? backlog : undefined, categories: categories.rows, areas: areas.rows };
}
