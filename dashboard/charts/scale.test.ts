import { expect, test } from 'vitest';
import { classOf, colourOf } from './scale.ts';

const breaks = [1, 5, 15, 30, 60, 100, 150];

test('a value belongs to the last class whose lower end it reaches', () => {
  expect([1, 4, 5, 29, 30, 149, 150, 9000].map((value) => classOf(value, breaks))).toEqual([0, 0, 1, 2, 3, 5, 6, 6]);
});

test('a value under the first end is in the first class, and one class alone takes everything', () => {
  expect(classOf(0, breaks)).toBe(0);
  expect(classOf(7, [1])).toBe(0);
  expect(classOf(7, [])).toBe(0);
});

test('seven classes have the seven colours; fewer still span from the first to the last', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((index) => colourOf(index, 7))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect([0, 1, 2].map((index) => colourOf(index, 3))).toEqual([0, 3, 6]);
  expect(colourOf(0, 1)).toBe(3);
});
