import type { ReportItem } from '#api/reports/schema.ts';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import type { InferResponseType } from 'hono/client';
import type { ChartRequest } from '../../charts/chart.ts';
import { type ApiClient, dataOf } from '../../client.ts';
import type { Filters } from '../../parts/address-filters.ts';

type OpenData = ApiClient['open-data'];
export type DataPackage = InferResponseType<OpenData['datapackage.json']['$get'], 200>;
type SnapshotList = InferResponseType<ApiClient['api']['snapshots']['$get'], 200>;

/** All that the page of the open data shows. */
export interface OpenDataPage {
  /** Of the chosen rows. */
  summary: Summary & Envelope;
  /** Of all rows. */
  all: Summary;
  files: DataPackage;
  /** The newest of the chosen rows. */
  newest: ReportItem[];
  versions: SnapshotList;
  choices: Breakdown[];
}

/** Rows of the preview. */
const previewed = 8;

/** Asks for everything the page shows, all of one snapshot. Errors: `RefusedError`. */
export async function loadOpenData({ api, snapshot }: ChartRequest, filters: Filters): Promise<OpenDataPage> {
  const { stats } = api.api;
  const files = api['open-data'];
  const breakdown = (by: 'category' | 'area' | 'status') => {
    const { [by]: _, ...others } = filters;
    return dataOf(stats.breakdown.$get({ query: { ...others, snapshot, by } }));
  };
  const [summary, all, described, { items }, versions, ...choices] = await Promise.all([
    dataOf(stats.summary.$get({ query: { ...filters, snapshot } })),
    dataOf(stats.summary.$get({ query: { snapshot } })),
    dataOf(files['datapackage.json'].$get({ query: { snapshot } })),
    dataOf(api.api.reports.$get({ query: { ...filters, snapshot, limit: `${previewed}` } })),
    dataOf(api.api.snapshots.$get()),
    breakdown('category'),
    breakdown('area'),
    breakdown('status'),
  ]);
  return { summary, all, files: described, newest: items, versions, choices };
}
