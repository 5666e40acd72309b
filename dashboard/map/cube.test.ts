import { cellArea, gridDisk, latLngToCell, UNITS } from 'h3-js';
import { expect, test } from 'vitest';
import { changeIn, cubeOf, fieldIn, spanOf } from './cube.ts';

const middle = latLngToCell(45.41, 11.88, 9);
const [one, other, third] = gridDisk(middle, 1) as [string, string, string];
/** Two in `one` before all months and three in the second; one in `other` in each month; four in `third` in the last. */
const answer = {
  months: ['2025-01', '2025-02', '2025-03'],
  cells: [one, other, third],
  lengths: [2, 3, 1],
  gaps: [0, 2, 1, 1, 1, 3],
  counts: [2, 3, 1, 1, 1, 4],
  open: [0, 1, 0, 0, 1, 2],
};
const cube = cubeOf(answer, 9, undefined);
const counts = (from: string, to: string) =>
  Object.fromEntries(fieldIn(cube, spanOf(cube, from, to)!, 'count').hexes.map(({ cell, count }) => [cell, count]));

test('counts of any stretch of months, without a beginning all that came before too', () => {
  expect(counts('', '')).toEqual({ [one]: 5, [other]: 3, [third]: 4 });
  expect(counts('', '2025-01')).toEqual({ [one]: 2, [other]: 1 });
  expect(counts('2025-02', '2025-02')).toEqual({ [one]: 3, [other]: 1 });
  expect(counts('2025-03', '')).toEqual({ [other]: 1, [third]: 4 });
});

test('months that the cube does not have have no span', () => {
  expect(spanOf(cube, '2024-12', '')).toBeUndefined();
  expect(spanOf(cube, '2025-03', '2025-01')).toBeUndefined();
});

test('the layer keeps its cells whatever the months, and draws none without reports', () => {
  const [all, some] = [fieldIn(cube, { first: 0, last: 3 }, 'count'), fieldIn(cube, { first: 3, last: 3 }, 'count')];
  expect(some.drawn.cells).toBe(all.drawn.cells);
  expect(Array.from(some.drawn.values)).toEqual([Number.NaN, 1, 4]);
});

test('open reports and reports per km² are those of the same months', () => {
  const open = fieldIn(cube, { first: 1, last: 2 }, 'open');
  expect(open.hexes.map(({ value, count }) => [value, count])).toEqual([
    [1, 3],
    [0, 2],
  ]);
  const [dense] = fieldIn(cube, { first: 0, last: 3 }, 'per_km2').hexes;
  expect(dense!.value).toBeCloseTo(5 / cellArea(one, UNITS.km2), 1);
});

test('classes are those the API would give, unless others are to stay', () => {
  expect(fieldIn(cube, { first: 0, last: 3 }, 'count').breaks).toEqual([3, 4]);
  expect(fieldIn(cube, { first: 0, last: 3 }, 'count', [1, 9]).breaks).toEqual([1, 9]);
});

test('cells that the window cut are left out, and the others keep their own numbers', () => {
  const tight = cubeOf({ ...answer, cells: [latLngToCell(46, 12, 9), other, middle] }, 9, [11.8, 45.3, 11.95, 45.5]);
  expect(fieldIn(tight, { first: 0, last: 3 }, 'count').hexes.map(({ count }) => count)).toEqual([3, 4]);
});

test('the change between two stretches of months is that of their counts', () => {
  const many = cubeOf({ ...answer, counts: answer.counts.map((count) => count * 10) }, 9, undefined);
  expect(changeIn(many, { first: 3, last: 3 }, { first: 2, last: 2 })).toMatchObject({
    cells: [one, other, third].toSorted(),
    values: [one, other, third].toSorted().map((cell) => ({ [one]: -30, [other]: 0, [third]: 40 })[cell]),
  });
});
