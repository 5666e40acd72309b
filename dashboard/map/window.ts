import { cellToLatLng, getHexagonAreaAvg, getHexagonEdgeLengthAvg, UNITS } from 'h3-js';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const metresPerDegree = 111_320;
/** Cells of the whole municipality that are still asked for in one request. */
const manyCells = 20_000;

/**
 * The part of the map to ask for, or undefined for all of it: the view with a margin, its edges moved out to a grid
 * about as wide as the view, so that small moves need nothing new and answers can be kept.
 */
export function windowFor(view: Box, whole: Box, resolution: number): Box | undefined {
  if (cellsIn(whole, resolution) <= manyCells) return undefined;
  const margin = (4 * getHexagonEdgeLengthAvg(resolution, UNITS.m)) / metresPerDegree / Math.cos((view[3] * Math.PI) / 180);
  return snap([view[0] - margin, view[1] - margin, view[2] + margin, view[3] + margin], gridOf(view, 2));
}

/** The view with its edges moved out to a grid of about a quarter of its width. */
export function snapped(view: Box): Box {
  return snap(view, gridOf(view, 4));
}

/** What two boxes share; the second alone when they are apart, or the first when there is no second. */
export function common(one: Box, other: Box | undefined): Box {
  if (!other) return one;
  const [west, south] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [east, north] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return west <= east && south <= north ? [west, south, east, north] : other;
}

function gridOf([west, , east]: Box, parts: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(east - west, 1e-4) / parts));
}

function snap([west, south, east, north]: Box, grid: number): Box {
  const down = (value: number) => tidy(Math.floor(value / grid) * grid);
  const up = (value: number) => tidy(Math.ceil(value / grid) * grid);
  return [Math.max(down(west), -180), Math.max(down(south), -90), Math.min(up(east), 180), Math.min(up(north), 90)];
}

function tidy(degrees: number): number {
  return Number(degrees.toFixed(6));
}

function cellsIn([west, south, east, north]: Box, resolution: number): number {
  const height = (north - south) * metresPerDegree;
  const width = (east - west) * metresPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return (width * height) / getHexagonAreaAvg(resolution, UNITS.m2);
}

/** Whether a cell lies wholly in the box: one cut by its edge was counted in part. */
export function isWhole(cell: string, resolution: number, [west, south, east, north]: Box): boolean {
  const [latitude, longitude] = cellToLatLng(cell);
  // A cell reaches at most 1.3 times the mean edge from its centre.
  const reach = (1.3 * getHexagonEdgeLengthAvg(resolution, UNITS.m)) / metresPerDegree;
  const sideways = reach / Math.cos((latitude * Math.PI) / 180);
  return latitude - reach >= south && latitude + reach <= north && longitude - sideways >= west && longitude + sideways <= east;
}
