import { beforeEach, describe, expect, test } from 'vitest';
import { testReports } from '../reports/testing.ts';
import { loadAreas, loadStreets } from './loading.ts';

let it: Awaited<ReturnType<typeof testReports>>;
beforeEach(async () => {
  it = await testReports();
});

type Position = [number, number];
const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (...rings: Position[][]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: Record<string, unknown> | null, geometry: unknown) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

const load = (geojson: unknown, options?: { nameProperty?: string }) => loadAreas(it.database, it.municipality, geojson, options);
const areas = () => it.db.selectFrom('area').select(['code', 'name', 'area_km2']).orderBy('id').execute();

describe('areas', () => {
  test('come with a code, their name and their surface', async () => {
    const holed = polygon(square(8, 44, 1), square(8.2, 44.2, 0.1));
    const many = { type: 'MultiPolygon', coordinates: [[square(10, 44, 0.1)], [square(11, 44, 0.1)]] };
    expect(await load(collection(feature({ id: 7, name: 'Città Vecchia' }, holed), feature({ name: 'Isole' }, many)))).toBe(2);
    const rows = await areas();
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['citta-vecchia', 'Città Vecchia'],
      ['isole', 'Isole'],
    ]);
    // One degree by one degree at 44.5° north is 79.1 km by 111.1 km; the hole takes a hundredth of it.
    expect(rows[0]!.area_km2).toBeCloseTo(8797 * 0.99, -2);
  });

  test('are named by the property that is asked for, else by the first text', async () => {
    const properties = { NIL_ID: '12', nome: 'Brera' };
    await load(collection(feature(properties, polygon(square(8, 44, 1)))), { nameProperty: 'nome' });
    await load(collection(feature({ id: 3, quartiere: 'Duomo' }, polygon(square(9, 44, 1)))));
    expect((await areas()).map(({ name }) => name)).toEqual(['Brera', 'Duomo']);
  });

  test('of the same name get codes of their own', async () => {
    const two = [feature({ name: 'Centro' }, polygon(square(8, 44, 1))), feature({ name: 'Centro' }, polygon(square(9, 44, 1)))];
    await load(collection(...two));
    expect((await areas()).map(({ code }) => code)).toEqual(['centro', 'centro-2']);
  });

  test('with crossing edges are mended', async () => {
    const bowTie: Position[] = [[8, 44], [9, 45], [9, 44], [8, 45], [8, 44]]; // prettier-ignore
    await load(collection(feature({ name: 'Farfalla' }, polygon(bowTie))));
    expect((await areas())[0]!.area_km2).toBeCloseTo(8797 / 2, -2);
  });

  test('loaded again replace those of the same code, and reports move', async () => {
    await load(collection(feature({ name: 'A' }, polygon(square(8, 44, 1))), feature({ name: 'B' }, polygon(square(9, 44, 1)))));
    await it.record(it.history('one', { point: [8.5, 44.5] }), it.history('two', { point: null }));
    const before = await it.row('one');
    expect(before.area_id).toBe(await it.references.areaByName('A'));
    await load(collection(feature({ name: 'A' }, polygon(square(9, 44, 1))), feature({ name: 'B' }, polygon(square(8, 44, 1)))));
    const after = await it.row('one');
    expect(after.area_id).toBe(await it.references.areaByName('B'));
    expect(Number(after.changed_xid)).toBeGreaterThan(Number(before.changed_xid));
    expect((await it.row('two')).area_id).toBeNull();
    expect(await areas()).toHaveLength(2);
  });

  test('loaded after the reports take them in', async () => {
    await it.record(it.history('early', { point: [8.5, 44.5] }));
    await load(
      collection(
        feature({ name: 'Big' }, polygon(square(8, 44, 1))),
        feature({ name: 'Small' }, polygon(square(8.4, 44.4, 0.2))),
      ),
    );
    expect((await it.row('early')).area_id).toBe(await it.references.areaByName('Small'));
  });
});

describe('areas that cannot be loaded are refused by name, and nothing is loaded', () => {
  const good = feature({ name: 'Good' }, polygon(square(8, 44, 1)));
  test.each<[string, unknown]>([
    ['areas: not a GeoJSON FeatureCollection', null],
    ['areas: not a GeoJSON FeatureCollection', { type: 'Feature' }],
    ['areas: no features', collection()],
    ['areas: feature 2: no name', collection(good, feature({ id: null }, polygon(square(8, 44, 1))))],
    ['areas: feature 2: no name', collection(good, null)],
    [
      'areas: feature 2 ("P"): its geometry is Point, not',
      collection(good, feature({ name: 'P' }, { type: 'Point', coordinates: [8, 44] })),
    ],
    ['areas: feature 2 ("P"): its geometry is missing', collection(good, feature({ name: 'P' }, null))],
    [
      'areas: feature 2 ("P"): [480000,5080000] is not a longitude',
      collection(good, feature({ name: 'P' }, polygon(square(480_000, 5_080_000, 9)))),
    ],
    [
      'areas: feature 2 ("P"): [null,44] is not',
      collection(
        good,
        feature(
          { name: 'P' },
          polygon([
            [null as never, 44],
            [8, 44],
          ]),
        ),
      ),
    ],
    ['areas: feature 2 ("P"): 8 is not', collection(good, feature({ name: 'P' }, { type: 'Polygon', coordinates: [[8, 44]] }))],
    ['areas: feature 2 ("P")', collection(good, feature({ name: 'P' }, { type: 'Polygon' }))],
    ['areas: feature 2 ("P")', collection(good, feature({ name: 'P' }, { type: 'Polygon', coordinates: 'x' }))],
    [
      'areas: feature 2 ("P")',
      collection(
        good,
        feature(
          { name: 'P' },
          polygon([
            [8, 44],
            [9, 44],
          ]),
        ),
      ),
    ],
    [
      'areas: feature 2 ("P"): its polygon has no surface',
      collection(
        good,
        feature(
          { name: 'P' },
          polygon([
            [8, 44],
            [9, 44],
            [8, 44],
            [8, 44],
          ]),
        ),
      ),
    ],
    [
      'areas: feature 2 ("P"): its polygon has no surface',
      collection(good, feature({ name: 'P' }, { type: 'MultiPolygon', coordinates: [] })),
    ],
  ])('%s', async (message, geojson) => {
    const loading = load(geojson);
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toThrow(RangeError);
    expect(await areas()).toEqual([]);
  });
});

test('streets come with their shapes and house numbers', async () => {
  const line = { type: 'LineString', coordinates: [[8, 44], [8.1, 44.1]] } as const; // prettier-ignore
  const park = { type: 'Polygon', coordinates: [square(8, 44, 0.01)] } as const;
  const loaded = await loadStreets(it.database, it.municipality, [
    { name: 'Via\tdei \\ Mille', kind: 'street', shape: line as never, numbers: [{ number: '1', point: [8, 44] }, { number: '2/A', point: [8.05, 44.05] }] }, // prettier-ignore
    { name: 'Parco', kind: 'park', shape: park as never, numbers: [] },
  ]);
  expect(loaded).toBe(2);
  const { rows } = await it.database.transaction(it.municipality.slug, ({ client }) =>
    client.query(`select name, kind, st_astext(shape) as shape, st_srid(shape) as srid, number, st_astext(point) as point
      from street left join address on street_id = street.id order by street.id, number`),
  );
  const street = { name: 'Via\tdei \\ Mille', kind: 'street', shape: 'LINESTRING(8 44,8.1 44.1)', srid: 4326 };
  expect(rows).toEqual([
    { ...street, number: '1', point: 'POINT(8 44)' },
    { ...street, number: '2/A', point: 'POINT(8.05 44.05)' },
    expect.objectContaining({ name: 'Parco', kind: 'park', srid: 4326, number: null }),
  ]);
  expect(await loadStreets(it.database, it.municipality, [])).toBe(0);
});
