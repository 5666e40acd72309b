import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Series } from '#api/stats/series.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { dataOf, RefusedError } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import { resolutionFor } from '../../map/resolution.ts';
import type { ReportItem } from '../../parts/report-items.ts';
import type { CellData } from './cell.ts';
import { type Comparison, loadComparison } from './compare.ts';
import type { Place } from './place.ts';
import { placeFor, reportsFor } from './sources.ts';
import { type ExploreState, filterQuery, type ListFilter, type PlainFilter } from './state.ts';

/** All the rows of the page. */
export interface ExploreData {
  summary: Summary & Envelope;
  hexes: Hexes;
  byCategory: Breakdown;
  byStatus: Breakdown;
  byChannel: Breakdown;
  byArea: Breakdown;
  /** Only when an office is chosen: for its name. */
  byOffice: Breakdown | undefined;
  series: Series;
  /** Undefined when nothing says where the municipality lies. */
  place: Place | undefined;
  reports: { total: number; items: ReportItem[]; next: string | null };
  cell: CellData | undefined;
  comparison: Comparison | undefined;
}

/** A resolution whose whole-world count is small, to find where reports lie. */
const coarse = 7;
const [latestReports, listedReports, cellReports] = [6, 20, 50];

/** Asks the API for everything the page shows, all of one snapshot. Errors: `RefusedError`. */
export async function loadExplore(context: PageContext, state: ExploreState): Promise<ExploreData> {
  const snapshot = state.snapshot || context.municipality.snapshot?.version;
  if (!snapshot) throw new RefusedError({ type: '', title: 'There is no snapshot yet.', status: 503 });
  const { stats } = context.api.api;
  const listing = state.view === 'list';
  const filters = { ...filterQuery(state), snapshot, ...(listing && state.cell ? { cell: state.cell } : {}) };
  const breakdown = (by: Breakdown['by'], ...but: (ListFilter | PlainFilter)[]) =>
    dataOf(stats.breakdown.$get({ query: { ...withoutKeys(filters, but), by } }));
  const place = await placeFor(context, snapshot, () =>
    dataOf(stats.hexes.$get({ query: { snapshot, resolution: `${coarse}` } })),
  );
  const [summary, hexes, byCategory, byStatus, byChannel, byArea, byOffice, series, reports, cell] = await Promise.all([
    dataOf(stats.summary.$get({ query: filters })),
    dataOf(stats.hexes.$get({ query: { ...filters, resolution: `${resolutionOf(place)}`, metric: state.metric } })),
    breakdown('category', 'category'),
    breakdown('status', 'status'),
    breakdown('channel', 'channel'),
    breakdown('area', 'area'),
    state.lists.office && breakdown('office', 'office'),
    dataOf(stats.series.$get({ query: { ...withoutKeys(filters, ['from', 'to']), unit: 'month' } })),
    reportsFor(context, {
      ...filters,
      limit: `${listing ? listedReports : latestReports}`,
      ...(listing && state.cursor ? { cursor: state.cursor } : {}),
    }),
    state.cell && !listing ? loadCell(context, state, place) : undefined,
  ]);
  const comparison = listing
    ? undefined
    : await loadComparison(context, state.compare, summary, series.buckets[0] ?? '', filters, resolutionOf(place));
  return { summary, hexes, byCategory, byStatus, byChannel, byArea, byOffice, series, place, reports, cell, comparison };
}

/** Asks for one hexagon. Errors: `RefusedError`. */
export async function loadCell(context: PageContext, state: ExploreState, place?: Place): Promise<CellData> {
  const { stats } = context.api.api;
  const snapshot = state.snapshot || context.municipality.snapshot?.version || '';
  const query = { ...filterQuery(state), snapshot, cell: state.cell };
  const [summary, byCategory, reports, known] = await Promise.all([
    dataOf(stats.summary.$get({ query })),
    dataOf(stats.breakdown.$get({ query: { ...query, by: 'category' } })),
    reportsFor(context, { ...query, limit: `${cellReports}` }),
    place ?? placeFor(context, snapshot, undefined),
  ]);
  return { summary, byCategory, latest: reports.items, area: known?.areaOf(state.cell) };
}

/** The H3 resolution that the picture is drawn in: the one the live map would choose for the same frame. */
export function resolutionOf(place: Place | undefined): number {
  if (!place) return coarse;
  const latitude = (place.bounds[1] + place.bounds[3]) / 2;
  const worldMetres = 40_075_016.686 * Math.cos((latitude * Math.PI) / 180);
  return resolutionFor(Math.log2(worldMetres / (512 * place.projection.metresPerUnit)), latitude);
}

function withoutKeys(query: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}
