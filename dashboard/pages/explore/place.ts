import { booleanPointInPolygon } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { cellToLatLng } from 'h3-js';
import { type BasePath, baseMapPaths, type Shape } from '../../charts/base-map.ts';
import { type Bounds, boundsOf, fitTo, type Projection } from '../../charts/projection.ts';

/** Areas as /api/areas gives them. */
export type Areas = FeatureCollection<
  Polygon | MultiPolygon,
  { code: string; name: string; lon: number | null; lat: number | null }
>;

/** The wide picture of the map, in its units (pixels at full size). */
export const picture = { width: 952, height: 640 } as const;
/** Free at every side, like the live map. */
export const edge = 20;

/** Where the municipality lies, and how its map is drawn. */
export interface Place {
  areas: Areas;
  bounds: Bounds;
  projection: Projection;
  base: BasePath[];
  /** Name of the area around a cell's middle. */
  areaOf: (cell: string) => string | undefined;
}

/** The place of a municipality; `fallback`: bounds when it has no areas. Undefined when nothing says where it is. */
export function placeOf(areas: Areas, streets: readonly Shape[], fallback: Bounds | undefined): Place | undefined {
  const bounds = boundsOf(areas.features.flatMap(({ geometry }) => corners(geometry))) ?? fallback;
  if (!bounds) return undefined;
  const projection = fitTo(bounds, picture.width, picture.height, { top: edge, right: edge, bottom: edge, left: edge });
  const shapes = [...areas.features.map(({ geometry }): Shape => ({ kind: 'area', geometry })), ...streets];
  return { areas, bounds, projection, base: baseMapPaths(shapes, projection), areaOf: areaFinder(areas) };
}

function corners(geometry: Polygon | MultiPolygon) {
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}

function areaFinder({ features }: Areas): (cell: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const boxes = features.map((feature) => ({ feature, box: boundsOf(corners(feature.geometry))! }));
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const [lat, lon] = cellToLatLng(cell);
    const found = boxes.find(
      ({ feature, box: [west, south, east, north] }) =>
        lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], feature),
    );
    known.set(cell, found?.feature.properties.name);
    return known.get(cell);
  };
}
