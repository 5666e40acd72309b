import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import { canal, ponds, railway, river, woods } from './country.ts';
import { doorsAlong, type Door } from './house-numbers.ts';
import { beside, densify, isInside, lengthOf, onEarth, type Line } from './plane.ts';
import { quarters } from './quarters.ts';
import { halfRiver } from './riverside.ts';
import { layOutStreets, type PlanPark, type PlanStreet } from './streets.ts';

/** A street with its doors, and the line with its length. */
export interface TownStreet extends PlanStreet {
  doors: Door[];
  length: number;
}

/** The invented town: what people can point at. */
export interface Town {
  streets: readonly TownStreet[];
  parks: readonly PlanPark[];
}

/** What of the base map is loaded as a street. */
export interface MapStreet {
  name: string;
  kind: PlanStreet['kind'] | 'water' | 'rail' | 'park';
  shape: Geometry;
  numbers: { number: string; point: [number, number] }[];
}

/** Builds the town, always the same. */
export function buildTown(): Town {
  const { streets, parks } = layOutStreets();
  return {
    streets: streets.map((street) => ({
      ...street,
      length: lengthOf(street.line),
      doors: doorsAlong(street.line, street.frontage).filter(({ spot }) => quarterAt(spot, street.quarters) !== undefined),
    })),
    parks,
  };
}

/** Code of the first of these quarters whose ring holds the spot. */
export function quarterAt(spot: readonly [number, number], codes: readonly string[]): string | undefined {
  return quarters.find(({ code, ring }) => codes.includes(code) && isInside(spot, ring))?.code;
}

/** The quarters and hamlets as areas: a GeoJSON FeatureCollection (WGS84). */
export function townAreas(): FeatureCollection<Polygon, { name: string }> {
  return {
    type: 'FeatureCollection',
    features: quarters.map(({ name, ring }) => ({ type: 'Feature', properties: { name }, geometry: polygon(ring) })),
  };
}

/** Streets, house numbers, water, railway and green: the plain base map. */
export function baseMap(town: Town): MapStreet[] {
  const surface = (kind: 'water' | 'park') => (each: { name: string; ring: Line }) => ({
    name: each.name,
    kind,
    shape: polygon(each.ring),
    numbers: [],
  });
  const banks = [...beside(river, halfRiver), ...beside(river, -halfRiver).toReversed()];
  return [
    ...[...woods, ...town.parks].map(surface('park')),
    ...[{ name: 'Fiume Lavello', ring: banks }, ...ponds].map(surface('water')),
    { name: 'Canale della Bonifica', kind: 'water', shape: path(canal), numbers: [] },
    { name: 'Ferrovia', kind: 'rail', shape: path(railway), numbers: [] },
    ...town.streets.map(({ name, kind, line, doors }) => ({
      name,
      kind,
      shape: path(line),
      numbers: doors.map(({ number, spot }) => ({ number, point: onEarth(spot) })),
    })),
  ];
}

function path(line: Line): Geometry {
  return { type: 'LineString', coordinates: line.map(onEarth) };
}

function polygon(ring: Line): Polygon {
  const dense = densify([...ring, ring[0]!]).map(onEarth);
  return { type: 'Polygon', coordinates: [[...dense.slice(0, -1), dense[0]!]] };
}
