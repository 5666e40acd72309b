import { expect, test } from 'vitest';
import { classOf } from '#dashboard/charts/scale.ts';
import { areNextToEachOther, changeBetween, changeLabels, inPeriod, readPeriods } from './change.ts';

const change = changeBetween({ cells: ['a', 'b', 'd'], counts: [30, 12, 3] }, { cells: ['a', 'c', 'd'], counts: [10, 40, 4] });

test('is later less earlier, of every hexagon of either period', () => {
  expect(change.cells).toEqual(['a', 'b', 'c', 'd']);
  expect(change.values).toEqual([20, 12, -40, null]);
  expect(change.counts).toEqual([30, 12, 0, 3]);
});

test('falls in seven classes, alike for more and for less, the middle one for next to none', () => {
  const many = changeBetween(
    { cells: Array.from({ length: 40 }, (_, i) => `${100 + i}`), counts: Array.from({ length: 40 }, (_, i) => 20 + i) },
    { cells: Array.from({ length: 40 }, (_, i) => `${100 + i}`), counts: Array.from({ length: 40 }, () => 40) },
  );
  const [small, middle, large] = many.steps;
  const classes = [-large, -middle, -small, 0, small, middle, large].map((value) => classOf(value, many.breaks));
  expect(classes).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(classOf(1 - small, many.breaks)).toBe(3);
  expect(changeLabels([2, 5, 20], String)).toEqual(['−20', '−5', '−2', '≈', '+2', '+5', '+20']);
});

test('without any change the classes still rise', () => {
  expect(changeBetween({ cells: [], counts: [] }, { cells: [], counts: [] }).steps).toEqual([1, 2, 3]);
});

test('periods are handed over as days', () => {
  const periods = readPeriods('2025-01-01,2025-06-30,2024-07-01,2024-12-31');
  expect(periods?.map((days) => inPeriod('category=a&from=2020', days))).toEqual([
    'category=a&from=2025-01-01&to=2025-06-30',
    'category=a&from=2024-07-01&to=2024-12-31',
  ]);
  expect(areNextToEachOther(periods!)).toBe(true);
  expect(areNextToEachOther(readPeriods('2025-01-01,2025-06-30,2024-01-01,2024-06-30')!)).toBe(false);
  expect(readPeriods('')).toBeUndefined();
});
