import { cellArea, cellToLatLng, UNITS } from 'h3-js';
import type { HexMetric } from '#api/stats/hexes.schema.ts';
import { breaksOf } from '#api/stats/breaks.ts';
import { type Change, changeBetween } from './change.ts';
import type { Hex, HexField } from './hexes.ts';
import { type Box, isWhole } from './window.ts';

/** The columns of an answer of /stats/cube that the map needs; `months` are those of the steps 1, 2, …; step 0 is before them. */
export interface CubeAnswer {
  months: string[];
  cells: string[];
  lengths: number[];
  gaps: number[];
  counts: number[];
  open: number[];
}

/** Hexagons by month, in flat memory. */
export interface Cube {
  months: readonly string[];
  resolution: number;
  cells: readonly string[];
  places: readonly { longitude: number; latitude: number }[];
  /** Sums of reports and of open ones from the beginning: of cell c up to and with step s at `c * (months.length + 1) + s`. */
  counts: Int32Array;
  open: Int32Array;
}

/** Steps of a cube, both included: 0 is all before its first month. */
export interface Span {
  first: number;
  last: number;
}

/** The cube of an answer; cells cut by the edge of the window are left out. */
export function cubeOf(answer: CubeAnswer, resolution: number, window: Box | undefined): Cube {
  const steps = answer.months.length + 1;
  const kept = answer.cells.map((cell) => !window || isWhole(cell, resolution, window));
  let entries = 0;
  const cells = answer.cells.filter((_, index) => kept[index]);
  const places = cells.map((cell) => {
    const [latitude, longitude] = cellToLatLng(cell);
    return { longitude, latitude };
  });
  const ends = answer.lengths.map((length) => (entries += length));
  const [counts, open] = [answer.counts, answer.open].map((column) => {
    const sums = new Int32Array(cells.length * steps);
    let [entry, row] = [0, 0];
    for (const [index, end] of ends.entries()) {
      if (kept[index]) addUp(sums.subarray(row, (row += steps)), answer.gaps.slice(entry, end), column.slice(entry, end));
      entry = end;
    }
    return sums;
  }) as [Int32Array, Int32Array];
  return { months: answer.months, resolution, cells, places, counts, open };
}

function addUp(row: Int32Array, gaps: readonly number[], values: readonly number[]): void {
  let step = 0;
  for (const [index, gap] of gaps.entries()) row[(step += gap)] = values[index]!;
  for (let at = 1; at < row.length; at++) row[at]! += row[at - 1]!;
}

/** Sums of every cell within a span, in the order of the cells. */
function sumsIn({ months, cells }: Cube, sums: Int32Array, { first, last }: Span): Int32Array {
  const steps = months.length + 1;
  const within = new Int32Array(cells.length);
  for (let index = 0; index < within.length; index++) {
    const row = index * steps;
    within[index] = sums[row + last]! - (first > 0 ? sums[row + first - 1]! : 0);
  }
  return within;
}

/** The change of every cell from another span to this one. */
export function changeIn(cube: Cube, now: Span, before: Span): Change {
  const counted = (span: Span) => ({ cells: cube.cells, counts: sumsIn(cube, cube.counts, span) });
  return changeBetween(counted(now), counted(before));
}

/** The steps between two months (YYYY-MM, both included); "" is without an end. Undefined when they lie outside. */
export function spanOf({ months }: Pick<Cube, 'months'>, from: string, to: string): Span | undefined {
  const first = from ? months.indexOf(from) + 1 : 0;
  const last = to ? months.indexOf(to) + 1 : months.length;
  return (from && !first) || last < 1 || first > last ? undefined : { first, last };
}

const areas = new WeakMap<Cube, Float64Array>();

/** The field of a span: what /stats/hexes would answer for its months. `breaks`: those to keep instead of new ones. */
export function fieldIn(cube: Cube, span: Span, metric: HexMetric, breaks?: readonly number[]): HexField {
  const counts = sumsIn(cube, cube.counts, span);
  const values = metric === 'per_km2' ? perKm2(cube, counts) : metric === 'open' ? sumsIn(cube, cube.open, span) : counts;
  const hexes: Hex[] = [];
  const shown = new Float64Array(counts.length).fill(Number.NaN);
  for (let index = 0; index < counts.length; index++) {
    if (counts[index] === 0) continue;
    shown[index] = values[index]!;
    hexes.push({ cell: cube.cells[index]!, value: values[index]!, count: counts[index]!, ...cube.places[index]! });
  }
  return {
    metric,
    resolution: cube.resolution,
    hexes,
    byCell: new Map(hexes.map((hex) => [hex.cell, hex])),
    breaks: breaks ?? breaksOf(hexes.map(({ value }) => value)),
    drawn: { cells: cube.cells, values: shown },
  };
}

function perKm2(cube: Cube, counts: Int32Array): Float64Array {
  const known = areas.get(cube) ?? Float64Array.from(cube.cells, (cell) => cellArea(cell, UNITS.km2));
  areas.set(cube, known);
  return Float64Array.from(counts, (count, index) => Math.round((count / known[index]!) * 100) / 100);
}
