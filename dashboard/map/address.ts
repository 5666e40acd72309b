import type { HexMetric } from '#api/stats/hexes.schema.ts';

/** What may colour the hexagons; the first unless told. */
export const metrics = ['count', 'open', 'median_days', 'per_km2'] as const satisfies readonly HexMetric[];

/** Where the map looks. */
export interface View {
  zoom: number;
  latitude: number;
  longitude: number;
}

/** What the address of the page says of the map beside its filters. */
export interface MapState {
  metric: HexMetric;
  /** Chosen H3 cell, or "". */
  cell: string;
  view: View | undefined;
}

const own = ['metric', 'cell'] as const;

/** Reads metric, cell and view from an address; what makes no sense is as if it were not there. */
export function readState(url: URL): MapState {
  const cell = url.searchParams.get('cell') ?? '';
  return {
    metric: metrics.find((metric) => metric === url.searchParams.get('metric')) ?? metrics[0],
    cell: /^8[0-9a-f]{14}$/.test(cell) ? cell : '',
    view: readView(url.hash),
  };
}

/** The same page with another metric, cell or view; defaults are left out, the filters stay. */
export function writeState(url: URL, { metric, cell, view }: MapState): URL {
  const next = new URL(url);
  for (const name of own) next.searchParams.delete(name);
  if (metric !== metrics[0]) next.searchParams.set('metric', metric);
  if (cell) next.searchParams.set('cell', cell);
  if (view) next.hash = writeView(view);
  return next;
}

/** Whether two addresses differ in nothing but metric, cell and view. */
export function sameFilters(one: URL, other: URL): boolean {
  const [filters, others] = [one, other].map(({ search }) => {
    const left = new URLSearchParams(search);
    for (const name of own) left.delete(name);
    left.sort();
    return left.toString();
  });
  return filters === others;
}

/** "#13.20/45.45210/11.87650" as zoom, latitude and longitude, like other maps write it. */
export function readView(hash: string): View | undefined {
  const parts = /^#(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(hash);
  if (!parts) return undefined;
  const [zoom, latitude, longitude] = parts.slice(1).map(Number) as [number, number, number];
  return zoom <= 22 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { zoom, latitude, longitude } : undefined;
}

/** The hash of a view, to about a metre. */
export function writeView({ zoom, latitude, longitude }: View): string {
  return `#${zoom.toFixed(2)}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
}
