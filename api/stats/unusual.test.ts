import { expect, test } from 'vitest';
import { unusualDays, usualAt } from './unusual.ts';

/** Twenty weeks with the same seven numbers each. */
const calm = (week: readonly number[]) => Int32Array.from({ length: 140 }, (_, i) => week[i % 7]!);

test('usual is the median of the same weekday in the eight weeks around, whatever the other weekdays do', () => {
  const counts = calm([40, 20, 20, 20, 20, 4, 2]);
  expect(usualAt(counts, 70)).toEqual({ median: 40, spread: Math.sqrt(40) });
  expect(usualAt(counts, 75)).toEqual({ median: 4, spread: 2 });
});

test('a busy weekday is not unusual, the same number on a quiet one is', () => {
  const counts = calm([40, 20, 20, 20, 20, 4, 4]);
  expect(unusualDays(counts)).toEqual([]);
  counts[75] = 40;
  expect(unusualDays(counts)).toEqual([75]);
});

test('the limit is five spreads above the median', () => {
  const counts = calm([16, 16, 16, 16, 16, 16, 16]);
  counts[70] = 36;
  expect(unusualDays(counts)).toEqual([]);
  counts[70] = 37;
  expect(unusualDays(counts)).toEqual([70]);
});

test('another storm a week earlier hides none', () => {
  const counts = calm([20, 20, 20, 20, 20, 20, 20]);
  counts[63] = 300;
  counts[70] = 250;
  expect(unusualDays(counts)).toEqual([63, 70]);
});

test('weekdays that vary widely must be exceeded widely', () => {
  const counts = calm([20, 20, 20, 20, 20, 20, 20]);
  for (const week of [-8, -6, -4, -2, 2, 4, 6, 8]) counts[70 + 7 * week] = 60;
  counts[70] = 100;
  expect(usualAt(counts, 70)).toEqual({ median: 40, spread: 1.4826 * 20 });
  expect(unusualDays(counts)).not.toContain(70);
});

test('few reports are never unusual, nor days with too few like them', () => {
  const few = calm([0, 0, 0, 0, 0, 0, 0]);
  few[70] = 9;
  expect(unusualDays(few)).toEqual([]);
  few[70] = 10;
  expect(unusualDays(few)).toEqual([70]);
  expect(usualAt(few.subarray(0, 42), 0)).toBeUndefined();
});
