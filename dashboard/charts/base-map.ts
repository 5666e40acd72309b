import { simplify } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import type { Projection } from './projection.ts';

/** An area or a line of the base map; `kind` is that of the street table, or "area". */
export interface Shape {
  kind: string;
  geometry: Geometry;
}

/** What is drawn of one kind: a path in tenths of a unit. */
export interface BasePath {
  layer: string;
  d: string;
}

/** Layers from the ground up. */
const order = ['area', 'park', 'water-surface', 'water', 'street', 'main', 'rail'];

const tenth = 10;
/** Shortest street that is drawn, units. */
const shortest = 14;
const metresADegree = 111_320;

/** Units of detail that are left out: small streets are thinned more than what the eye follows. */
const detail = (kind: string) => (kind === 'street' ? 2 : 0.6);

/** The plain base map as SVG paths, one a layer; paths, and streets shorter than a few units, are for the live map only. */
export function baseMapPaths(shapes: readonly Shape[], { project, metresPerUnit }: Projection): BasePath[] {
  const layers = new Map<string, string>();
  const degrees = metresPerUnit / metresADegree;
  for (const { kind, geometry } of shapes.filter((shape) => shape.kind !== 'path')) {
    for (const { closed, line } of linesOf(simplify(geometry, { tolerance: detail(kind) * degrees }))) {
      const points = line.map(([lon, lat]) => project(lon!, lat!));
      if (points.length < (closed ? 4 : 2) || (kind === 'street' && extent(points) < shortest)) continue;
      const layer = kind === 'water' && closed ? 'water-surface' : kind;
      layers.set(layer, (layers.get(layer) ?? '') + pathOf(points, closed));
    }
  }
  return [...layers].map(([layer, d]) => ({ layer, d })).toSorted((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer));
}

function extent(points: readonly (readonly [number, number])[]): number {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** A path of relative steps, in tenths of a unit. */
export function pathOf(points: readonly (readonly [number, number])[], closed: boolean): string {
  let [x, y] = [Math.round(points[0]![0] * tenth), Math.round(points[0]![1] * tenth)];
  let d = `M${x} ${y}l`;
  for (const [nextX, nextY] of points.slice(1, closed ? -1 : undefined)) {
    const [dx, dy] = [Math.round(nextX * tenth) - x, Math.round(nextY * tenth) - y];
    d += `${d.endsWith('l') || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    [x, y] = [x + dx, y + dy];
  }
  return closed ? `${d}z` : d;
}

function linesOf(geometry: Geometry): { closed: boolean; line: Position[] }[] {
  switch (geometry.type) {
    case 'LineString':
      return [{ closed: false, line: geometry.coordinates }];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ closed: false, line }));
    case 'Polygon':
      return geometry.coordinates.map((line) => ({ closed: true, line }));
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((line) => ({ closed: true, line }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
    default:
      return [];
  }
}
