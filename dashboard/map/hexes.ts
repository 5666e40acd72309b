import type { HexMetric } from '#api/stats/hexes.schema.ts';
import { cellToLatLng } from 'h3-js';
import type { Change } from './change.ts';
import { type Box, common, isWhole } from './window.ts';

/** One hexagon of the map. */
export interface Hex {
  cell: string;
  /** The metric; null when there are too few reports to say. */
  value: number | null;
  /** Reports in it. */
  count: number;
  longitude: number;
  latitude: number;
}

/** What a field may show: a metric of the API, or the change of the count between two periods. */
export type FieldMetric = HexMetric | 'change';

/** What is drawn at one moment. */
export interface HexField {
  metric: FieldMetric;
  resolution: number;
  hexes: Hex[];
  byCell: ReadonlyMap<string, Hex>;
  /** Lower ends of the colour classes. */
  breaks: readonly number[];
  /** Of a change: what its classes begin with. */
  steps?: readonly [number, number, number];
  /** What the layer of hexagons draws; a value that is not a number is not drawn. The same `cells` stay where they are. */
  drawn: { cells: readonly string[]; values: ArrayLike<number> };
}

/** The columns of an answer of /stats/hexes that the map needs. */
export interface HexAnswer {
  cells: string[];
  values: (number | null)[];
  counts: number[];
  breaks: number[];
}

/** Address of the hexagons: `query` holds the filters of the page, as they are. */
export function hexesAddress(
  api: string,
  query: string,
  wanted: { snapshot: string; metric: HexMetric; resolution: number; window: Box | undefined },
): string {
  const search = new URLSearchParams(query);
  search.set('metric', wanted.metric);
  search.set('resolution', String(wanted.resolution));
  if (wanted.window) narrow(search, wanted.window);
  if (wanted.snapshot) search.set('snapshot', wanted.snapshot);
  return `${api}/stats/hexes?${search}`;
}

/** Address of the hexagons by month under all filters but the period. */
export function cubeAddress(
  api: string,
  query: string,
  wanted: { snapshot: string; resolution: number; window: Box | undefined },
): string {
  const search = new URLSearchParams(query);
  for (const name of ['from', 'to']) search.delete(name);
  search.set('resolution', String(wanted.resolution));
  if (wanted.window) narrow(search, wanted.window);
  if (wanted.snapshot) search.set('snapshot', wanted.snapshot);
  return `${api}/stats/cube?${search}`;
}

/** Address of the single reports in a part of the map. */
export function pointsAddress(api: string, query: string, wanted: { snapshot: string; window: Box }): string {
  const search = new URLSearchParams(query);
  narrow(search, wanted.window);
  if (wanted.snapshot) search.set('snapshot', wanted.snapshot);
  return `${api}/stats/points?${search}`;
}

/** The window within the box that the page itself may be filtered by. */
function narrow(search: URLSearchParams, window: Box): void {
  const own = search.get('bbox')?.split(',').map(Number);
  search.set('bbox', common(window, own?.length === 4 ? (own as unknown as Box) : undefined).join(','));
}

/** The field of a comparison. */
export function changeField({ steps, ...answer }: Change, resolution: number, window: Box | undefined): HexField {
  return { ...fieldOf(answer, 'change', resolution, window), steps };
}

/** The field of an answer; cells cut by the edge of the window are left out. */
export function fieldOf(answer: HexAnswer, metric: FieldMetric, resolution: number, window: Box | undefined): HexField {
  const hexes = answer.cells.flatMap((cell, index) => {
    if (window && !isWhole(cell, resolution, window)) return [];
    const [latitude, longitude] = cellToLatLng(cell);
    return [{ cell, value: answer.values[index] ?? null, count: answer.counts[index] ?? 0, longitude, latitude }];
  });
  const known = hexes.filter(({ value }) => value !== null);
  return {
    metric,
    resolution,
    hexes,
    drawn: { cells: known.map(({ cell }) => cell), values: known.map(({ value }) => value!) },
    byCell: new Map(hexes.map((hex) => [hex.cell, hex])),
    breaks: answer.breaks,
  };
}
