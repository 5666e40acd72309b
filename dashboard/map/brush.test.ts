import { expect, test } from 'vitest';
import { isAll, monthsOf, moved, periodOf, played, stretchOf } from './brush.ts';

const months = Array.from(
  { length: 36 },
  (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
);

test('a period becomes the months it touches, cut to those there are', () => {
  expect(stretchOf(months, { from: '', to: '' })).toEqual({ first: 0, last: 35 });
  expect(stretchOf(months, { from: '2024-03-10', to: '2024-05' })).toEqual({ first: 14, last: 16 });
  expect(stretchOf(months, { from: '2024', to: '2024' })).toEqual({ first: 12, last: 23 });
  expect(stretchOf(months, { from: '2010', to: '2023-02-28' })).toEqual({ first: 0, last: 1 });
  expect(stretchOf(months, { from: '2010', to: '2011' })).toEqual({ first: 0, last: 0 });
  expect(stretchOf(months, { from: '2030', to: '' })).toEqual({ first: 35, last: 35 });
});

test('an end at the end of all is no limit, and whole years are named as years', () => {
  expect(periodOf(months, { first: 0, last: 35 })).toEqual({ from: '', to: '' });
  expect(periodOf(months, { first: 12, last: 23 })).toEqual({ from: '2024', to: '2024' });
  expect(periodOf(months, { first: 13, last: 35 })).toEqual({ from: '2024-02', to: '' });
  expect(monthsOf(months, { first: 12, last: 23 })).toEqual({ from: '2024-01', to: '2024-12' });
});

test('an end never passes the other, and the whole never leaves the months', () => {
  expect(moved({ first: 3, last: 5 }, 'from', 9, 36)).toEqual({ first: 5, last: 5 });
  expect(moved({ first: 3, last: 5 }, 'to', -9, 36)).toEqual({ first: 3, last: 3 });
  expect(moved({ first: 3, last: 5 }, 'to', 99, 36)).toEqual({ first: 3, last: 35 });
  expect(moved({ first: 3, last: 5 }, 'whole', -9, 36)).toEqual({ first: 0, last: 2 });
  expect(moved({ first: 3, last: 5 }, 'whole', 99, 36)).toEqual({ first: 33, last: 35 });
});

test('a film goes a month at a time and begins again', () => {
  expect(isAll({ first: 0, last: 35 }, 36)).toBe(true);
  expect(played({ first: 0, last: 35 }, 36)).toEqual({ first: 0, last: 0 });
  expect(played({ first: 4, last: 6 }, 36)).toEqual({ first: 5, last: 7 });
  expect(played({ first: 33, last: 35 }, 36)).toEqual({ first: 0, last: 2 });
});
