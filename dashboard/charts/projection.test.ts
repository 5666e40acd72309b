import { expect, test } from 'vitest';
import { baseMapPaths, pathOf } from './base-map.ts';
import { boundsOf, fitTo } from './projection.ts';

const edge = { top: 20, right: 20, bottom: 20, left: 20 };

test('bounds are fitted inside the edge, in the middle, north up', () => {
  const { project, metresPerUnit } = fitTo([11, 44, 11.2, 44.1], 1000, 800, edge);
  const [left, top] = project(11, 44.1);
  const [right, bottom] = project(11.2, 44);
  expect([left, right]).toEqual([expect.closeTo(20, 5), expect.closeTo(980, 5)]);
  expect(top + bottom).toBeCloseTo(800, 5);
  expect(top).toBeLessThan(bottom);
  // A fifth of a degree at 44° north is about 16 km, over 960 units.
  expect(metresPerUnit).toBeCloseTo(16.7, 0);
});

test('bounds hold every point; no point, no bounds', () => {
  expect(
    boundsOf([
      [11, 44],
      [10.5, 45],
    ]),
  ).toEqual([10.5, 44, 11, 45]);
  expect(boundsOf([])).toBeUndefined();
});

test('a path goes by relative steps in tenths, and does not drift', () => {
  const open = [
    [1, 1],
    [1.04, 1],
    [1.08, 1],
    [1.12, 1],
  ] as const;
  expect(pathOf(open, false)).toBe('M10 10l0 0 1 0 0 0');
  expect(pathOf([...open, [1, 1]], true)).toBe('M10 10l0 0 1 0 0 0z');
});

test('the base map lies area first, then water and streets, without footpaths and without the shortest streets', () => {
  const projection = fitTo([11, 44, 11.2, 44.1], 1000, 600, edge);
  const line = (kind: string, to: number) => ({
    kind,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [11, 44],
        [11 + to, 44],
      ],
    },
  });
  const corners = [
    [11, 44],
    [11.2, 44],
    [11.2, 44.1],
    [11, 44],
  ];
  const area = { kind: 'area', geometry: { type: 'Polygon' as const, coordinates: [corners] } };
  const paths = baseMapPaths(
    [line('main', 0.1), line('path', 0.1), line('street', 0.001), line('water', 0.1), area, line('street', 0.1)],
    projection,
  );
  expect(paths.map(({ layer }) => layer)).toEqual(['area', 'water', 'street', 'main']);
  expect(paths.find(({ layer }) => layer === 'street')!.d.match(/M/g)).toHaveLength(1);
});
