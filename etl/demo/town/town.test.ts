import { area as surfaceOf, booleanPointInPolygon, featureCollection, intersect } from '@turf/turf';
import { expect, test } from 'vitest';
import { quarters } from './quarters.ts';
import { baseMap, buildTown, townAreas } from './town.ts';

const town = buildTown();
const map = baseMap(town);
const areas = townAreas().features;

test('the same town is built every time', () => {
  expect(baseMap(buildTown())).toEqual(map);
});

test('thirteen areas of a plausible size do not overlap', () => {
  expect(areas).toHaveLength(13);
  for (const area of areas) expect(surfaceOf(area) / 1e6, area.properties.name).toSatisfy((km2: number) => km2 > 0.6 && km2 < 4);
  for (const [i, one] of areas.entries()) {
    for (const other of areas.slice(i + 1)) {
      const common = intersect(featureCollection([one, other]));
      expect(common ? surfaceOf(common) : 0, `${one.properties.name} and ${other.properties.name}`).toBeLessThan(2);
    }
  }
});

test('the town lies in one piece around its old centre, the two hamlets apart', () => {
  const touching = (code: string) => {
    const ring = new Set(quarters.find((quarter) => quarter.code === code)!.ring);
    return quarters.filter((other) => other.code !== code && other.ring.some((spot) => ring.has(spot))).length;
  };
  const alone = quarters.filter(({ code }) => touching(code) === 0).map(({ code }) => code);
  expect(alone).toEqual(['pieve-di-sopra', 'mulino-vecchio']);
  expect(touching('centro-storico')).toBeGreaterThanOrEqual(7);
});

test('there is a river, a railway, parks, and some thousand doors on named streets', () => {
  const kinds = Map.groupBy(map, ({ kind }) => kind);
  for (const kind of ['water', 'rail', 'park', 'main', 'street', 'path'] as const)
    expect(kinds.get(kind)?.length ?? 0, kind).toBeGreaterThan(0);
  expect(kinds.get('park')!.length).toBeGreaterThanOrEqual(12);
  const doors = map.flatMap(({ numbers }) => numbers);
  expect(doors.length).toBeGreaterThan(4_000);
  expect(doors.length).toBeLessThan(10_000);
  expect(town.streets.length).toBeGreaterThan(600);
});

test('streets with house numbers have names of their own, and no number twice', () => {
  const inhabited = town.streets.filter(({ doors }) => doors.length > 0);
  expect(new Set(inhabited.map(({ name }) => name)).size).toBeGreaterThan(inhabited.length * 0.98);
  for (const { name, doors } of inhabited) expect(new Set(doors.map(({ number }) => number)).size, name).toBe(doors.length);
});

test('every door stands in an area', () => {
  const doors = map.flatMap(({ numbers }) => numbers).filter((_, i) => i % 11 === 0);
  for (const { point } of doors)
    expect(
      areas.some((area) => booleanPointInPolygon(point, area)),
      String(point),
    ).toBe(true);
});
