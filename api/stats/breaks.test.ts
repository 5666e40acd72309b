import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksOf, roundDown } from './breaks.ts';

test('breaks are round numbers', () => {
  expect([1, 7, 9.9, 17, 99, 153, 1_234, 0.37].map(roundDown)).toEqual([1, 6, 8, 15, 80, 150, 1_000, 0.3]);
});

test('a skewed distribution gets more classes where few cells hold most reports', () => {
  const counts = Array.from({ length: 400 }, (_, i) => Math.round(160 * ((i + 1) / 400) ** 4) || 1);
  expect(breaksOf(counts)).toEqual([1, 10, 30, 80, 100, 150]);
});

test('nothing to colour needs no breaks, one value one', () => {
  expect(breaksOf([])).toEqual([]);
  expect(breaksOf([null, null])).toEqual([]);
  expect(breaksOf([3, 3, 3])).toEqual([3]);
});

test('breaks rise, are at most seven, and no value is below the first', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(5_000), fc.double({ min: 0, max: 900, noNaN: true })), { minLength: 1 }), (values) => {
      const breaks = breaksOf(values);
      expect(breaks.length).toBeLessThanOrEqual(7);
      expect(breaks).toEqual([...new Set(breaks)].toSorted((a, b) => a - b));
      expect(breaks[0]).toBeLessThanOrEqual(Math.min(...values));
    }),
  );
});
