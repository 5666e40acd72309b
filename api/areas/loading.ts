import type { Geometry } from 'geojson';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { codeOf } from '../references/references.ts';
import { assignAreas, copyAddresses, copyStreets, cutAreas, lockAreas, upsertArea } from './loading-repository.ts';

interface NamedPolygon {
  code: string;
  name: string;
  /** GeoJSON geometry as text. */
  boundary: string;
}

/**
 * Loads the polygons of a GeoJSON FeatureCollection (WGS84) as areas and gives every report its area; an area whose code is
 * there already is replaced. `nameProperty`: the property that holds the name; without it `name`, else the first that is text.
 * Returns the number of areas loaded. Errors: RangeError naming the feature, nothing loaded.
 */
export async function loadAreas(
  database: Database,
  municipality: Municipality,
  geojson: unknown,
  { nameProperty }: { nameProperty?: string | undefined } = {},
): Promise<number> {
  const areas = namedPolygons(geojson, nameProperty);
  await database.transaction(municipality.slug, async ({ client }) => {
    await lockAreas(client);
    for (const [index, { code, name, boundary }] of areas.entries()) {
      const problem = await upsertArea(client, code, name, boundary);
      if (problem) throw new RangeError(`${featureName(index, name)}: ${problem}`);
    }
    await cutAreas(client);
    await assignAreas(client);
  });
  return areas.length;
}

/** Whether `loadAreas` would take this; writes nothing. Errors: RangeError naming the feature. */
export function checkAreas(geojson: unknown): void {
  namedPolygons(geojson, undefined);
}

/** A street, with its house numbers. */
export interface NewStreet {
  name: string;
  /** Rivers, railways and parks are drawn on the base map only. */
  kind: 'main' | 'street' | 'path' | 'water' | 'rail' | 'park';
  shape: Geometry;
  /** `point`: longitude, latitude. */
  numbers: readonly { number: string; point: readonly [number, number] }[];
}

/** Adds streets and their house numbers. Returns how many addresses were added. */
export async function loadStreets(
  database: Database,
  municipality: Municipality,
  streets: readonly NewStreet[],
): Promise<number> {
  if (!streets.length) return 0;
  return database.transaction(municipality.slug, async ({ client }) => {
    const ids = await copyStreets(client, streets);
    const addresses = streets.flatMap(({ numbers }, index) => numbers.map((each) => ({ ...each, street: ids[index]! })));
    await copyAddresses(client, addresses);
    return addresses.length;
  });
}

function namedPolygons(geojson: unknown, nameProperty: string | undefined): NamedPolygon[] {
  const { type, features } = (geojson ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw new RangeError('areas: not a GeoJSON FeatureCollection');
  if (!features.length) throw new RangeError('areas: no features');
  const codes = new Set<string>();
  return features.map((feature: unknown, index) => {
    const { geometry, properties } = (feature ?? {}) as {
      geometry?: Geometry | null;
      properties?: Record<string, unknown> | null;
    };
    const name = nameOf(properties ?? {}, nameProperty);
    if (!name) throw new RangeError(`${featureName(index)}: no ${nameProperty ? `property "${nameProperty}"` : 'name'}`);
    checkGeometry(geometry, featureName(index, name));
    const code = freeCode(codeOf(name) || `area-${index + 1}`, codes);
    codes.add(code);
    return { code, name, boundary: JSON.stringify(geometry) };
  });
}

function nameOf(properties: Record<string, unknown>, nameProperty: string | undefined): string | undefined {
  const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  const value = nameProperty ? properties[nameProperty] : (properties.name ?? Object.values(properties).find(isText));
  return isText(value) || typeof value === 'number' ? String(value).trim() : undefined;
}

function freeCode(code: string, taken: ReadonlySet<string>): string {
  let free = code;
  for (let n = 2; taken.has(free); n++) free = `${code}-${n}`;
  return free;
}

function checkGeometry(geometry: Geometry | null | undefined, feature: string): void {
  const isSurface = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  if (!isSurface) throw new RangeError(`${feature}: its geometry is ${geometry?.type ?? 'missing'}, not Polygon or MultiPolygon`);
  const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const positions: unknown[] = (polygons as unknown[][][]).flat(2);
  const isWithin = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most;
  const isGood = (position: unknown) => Array.isArray(position) && isWithin(position[0], 180) && isWithin(position[1], 90);
  const bad = positions.find((position) => !isGood(position));
  if (bad !== undefined) throw new RangeError(`${feature}: ${JSON.stringify(bad)} is not a longitude and latitude in degrees`);
}

function featureName(index: number, name?: string): string {
  return `areas: feature ${index + 1}${name ? ` ("${name}")` : ''}`;
}
