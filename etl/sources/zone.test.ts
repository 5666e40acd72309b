import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readTime } from './told-time.ts';
import { zoneOf } from './zone.ts';

const moment = (zone: string, text: string, notBefore?: string) =>
  zoneOf(zone)
    .moment(readTime(text)!, notBefore === undefined ? undefined : Date.parse(notBefore))
    .toISOString();

test('a reading of the clock becomes a moment in its zone, in summer and in winter', () => {
  expect(moment('America/New_York', '2011-07-01 01:32:33')).toBe('2011-07-01T05:32:33.000Z');
  expect(moment('America/New_York', '2011-12-31 23:11:00')).toBe('2012-01-01T04:11:00.000Z');
  expect(moment('Asia/Taipei', '2015-04-15 00:22:00')).toBe('2015-04-14T16:22:00.000Z');
  expect(moment('Europe/Rome', '2024-03-31')).toBe('2024-03-30T23:00:00.000Z');
  expect(moment('Etc/UTC', '2020-12-28T08:00:00')).toBe('2020-12-28T08:00:00.000Z');
});

test('an hour that the clocks skip is read as if they had not jumped yet', () => {
  expect(moment('America/New_York', '2011-03-13 02:30:00')).toBe('2011-03-13T07:30:00.000Z');
  expect(moment('Europe/Rome', '2024-03-31 02:30:00')).toBe('2024-03-31T01:30:00.000Z');
});

test('an hour that comes twice is its first one, unless that is before what it must follow', () => {
  expect(moment('America/New_York', '2011-11-06 01:30:00')).toBe('2011-11-06T05:30:00.000Z');
  expect(moment('America/New_York', '2011-11-06 01:13:20', '2011-11-06T05:54:07Z')).toBe('2011-11-06T06:13:20.000Z');
  expect(moment('America/New_York', '2011-11-06 01:55:00', '2011-11-06T05:54:07Z')).toBe('2011-11-06T05:55:00.000Z');
});

test('a text that names its offset needs no zone', () => {
  expect(moment('Asia/Taipei', '2018-01-01T00:48:30Z')).toBe('2018-01-01T00:48:30.000Z');
});

test('every hour of two years is the moment that Temporal gives', () => {
  for (const zone of ['America/Los_Angeles', 'Europe/Zurich', 'Australia/Lord_Howe']) {
    const { moment: of } = zoneOf(zone);
    for (let hour = 0; hour < 2 * 365 * 24; hour += 7) {
      const wall = Date.UTC(2018, 0, 1, hour, 30);
      const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
      const expected = plain.toZonedDateTime(zone).epochMilliseconds;
      expect(of({ wall, offset: null, isDay: false }).getTime()).toBe(expected);
    }
  }
});

test('a zone that does not exist is refused by name', () => {
  expect(() => zoneOf('Europe/Alessandria')).toThrow('"Europe/Alessandria" is not a time zone');
});
