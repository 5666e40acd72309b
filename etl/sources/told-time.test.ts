import { expect, test } from 'vitest';
import { dayOf, endOfDay, readTime } from './told-time.ts';

const wall = (text: string) => Date.parse(`${text}Z`);

test('a time is read in the ways the cities write it', () => {
  expect(readTime('2011-07-01 01:32:33')).toEqual({ wall: wall('2011-07-01T01:32:33'), offset: null, isDay: false });
  expect(readTime('2018-01-05 16:18:08.673')?.wall).toBe(wall('2018-01-05T16:18:08.673'));
  expect(readTime('12/31/2017 11:59:58 PM', 'month-first')?.wall).toBe(wall('2017-12-31T23:59:58'));
  expect(readTime('12/30/2017 12:00:00 AM', 'month-first')?.wall).toBe(wall('2017-12-30T00:00:00'));
  expect(readTime('1/2/20 0:05', 'month-first')?.wall).toBe(wall('2020-01-02T00:05:00'));
  expect(readTime('2/1/2020 8:43', 'day-first')?.wall).toBe(wall('2020-01-02T08:43:00'));
  expect(readTime('01.02.2020, 08:43', 'day-first')?.wall).toBe(wall('2020-02-01T08:43:00'));
});

test('a day without an hour says so', () => {
  expect(readTime('2016-06-27')).toEqual({ wall: wall('2016-06-27T00:00:00'), offset: null, isDay: true });
  expect(readTime('27/06/2016', 'day-first')?.isDay).toBe(true);
});

test('a time that names its offset keeps it', () => {
  expect(readTime('2018-01-01T00:48:30Z')?.offset).toBe(0);
  expect(readTime('2018-01-01T00:48:30+05:30')?.offset).toBe(19_800_000);
  expect(readTime('2018-01-01 00:48-03')?.offset).toBe(-10_800_000);
});

test.each([
  ['', 'year-first'],
  ['STATUS', 'year-first'],
  ['2018-02-29', 'year-first'],
  ['2018-13-01', 'year-first'],
  ['0000-00-00', 'year-first'],
  ['2018-01-01 24:00', 'year-first'],
  ['2018-01-01 12:61', 'year-first'],
  ['31/12/2017', 'month-first'],
  ['12/31/2017', 'day-first'],
  ['12/31/2017 13:00:00 PM', 'month-first'],
  ['12/31/2017 0:00 AM', 'month-first'],
  ['20180101', 'year-first'],
] as const)('"%s" (%s) is no time', (text, order) => {
  expect(readTime(text, order)).toBeNull();
});

test('days are those of the wall, before 1970 too', () => {
  expect(dayOf(readTime('1969-12-31 23:59')!)).toBe(-1);
  expect(dayOf(readTime('1970-01-01')!)).toBe(0);
  expect(endOfDay(readTime('2018-01-15 00:00:00.000')!).wall).toBe(wall('2018-01-15T23:59:59'));
});
