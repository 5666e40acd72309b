import type { ReportItem as ApiItem } from '#api/reports/schema.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Geometry } from 'geojson';
import { cellToLatLng } from 'h3-js';
import { boundsOf } from '../../charts/projection.ts';
import { dataOf } from '../../client.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { ReportItem } from '../../parts/report-items.ts';
import { type Areas, type Place, placeOf } from './place.ts';

const kept = new Map<string, Promise<Place | undefined>>();
const places = 16;

/** Where the municipality lies; made once for each snapshot. `hexes` tells where its reports are when it has no areas. */
export function placeFor(context: PageContext, snapshot: string, hexes?: () => Promise<Hexes>): Promise<Place | undefined> {
  const key = `${context.municipality.slug} ${snapshot}`;
  let place = kept.get(key);
  if (!place) {
    place = readPlace(context, snapshot, hexes);
    place.catch(() => kept.delete(key));
    kept.set(key, place);
    for (const oldest of kept.keys()) if (kept.size > places) kept.delete(oldest);
  }
  return place;
}

async function readPlace({ api }: PageContext, snapshot: string, hexes?: () => Promise<Hexes>): Promise<Place | undefined> {
  const query = { snapshot };
  const [areas, streets] = await Promise.all([dataOf(api.api.areas.$get({ query })), dataOf(api.api.streets.$get({ query }))]);
  const drawn = areas.features.filter(({ geometry }) => geometry) as Areas['features'];
  const points = drawn.length === 0 && hexes ? (await hexes()).cells.map((cell) => cellToLatLng(cell).toReversed()) : [];
  const lines = streets.features.map(({ geometry, properties: { kind } }) => ({ kind, geometry: geometry as Geometry }));
  return placeOf({ type: 'FeatureCollection', features: drawn }, lines, boundsOf(points));
}

/** Reports under filters, newest first, and where the list goes on. */
export async function reportsFor(
  context: PageContext,
  query: Record<string, string>,
): Promise<{ total: number; items: ReportItem[]; next: string | null }> {
  const { total, items, next } = await dataOf(context.api.api.reports.$get({ query }));
  return { total, items: items.map((report) => itemOf(context, report)), next };
}

function itemOf(context: PageContext, report: ApiItem): ReportItem {
  const { texts } = context;
  const category = report.category.name[texts.language];
  return {
    title: report.title ?? category,
    description: report.description,
    category,
    place: report.address ?? report.area?.name ?? '',
    state: report.status,
    receivedAt: report.receivedAt,
    href: pageHref(context, `/reports/${report.number}`),
  };
}
