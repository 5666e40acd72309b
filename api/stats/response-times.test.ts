import { expect, test } from 'vitest';
import type { Filters } from '../http/filters.ts';
import { responseTimesEndpoint } from './response-times.ts';
import { type TestMeta, type TestReport, testSnapshot } from './testing.ts';

const day = 86_400;
const asOf = '2026-01-01T00:00:00Z';
const secondsAt = (text: string) => Date.parse(text) / 1000;
const isoAt = (seconds: number) => new Date(seconds * 1000).toISOString();

type Options = Partial<Parameters<typeof responseTimesEndpoint.compute>[2]>;

async function timesOf(reports: readonly TestReport[], options: Options = {}, filters: Filters = {}, meta: TestMeta = {}) {
  const snapshot = await testSnapshot(reports, { asOf, ...meta });
  return responseTimesEndpoint.compute(snapshot, filters, {
    measure: 'close',
    by: 'none',
    clock: 'elapsed',
    curve: false,
    ...options,
  });
}

/** A report closed after some days, or (`+`) open for so many. */
function lasting(text: string, more: Partial<TestReport> = {}): TestReport {
  const days = Number.parseInt(text, 10);
  if (text.endsWith('+')) return { received: isoAt(secondsAt(asOf) - days * day), ...more };
  return { received: '2025-02-01T09:00:00Z', closeS: days * day, ...more };
}

test('the 6-MP patients of Freireich (1963) as reports: open ones count as waiting', async () => {
  const weeks = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'.split(' ');
  const { all } = await timesOf(weeks.map((time) => lasting(`${Number.parseInt(time, 10) * 7}${time.endsWith('+') ? '+' : ''}`)));
  expect(all).toMatchObject({ n: 21, events: 9, censored: 12, tooFew: false, p50: 23 * 7, p75: null, p90: null });
  expect(all.closedOnly).toEqual({ p50: 10 * 7, p75: 16 * 7, p90: 23 * 7 });
  expect(all.curve!.days).toEqual([0, 6, 7, 10, 13, 16, 22, 23].map((week) => week * (week === 0 ? 1 : 7)));
  expect(all.curve!.waiting[1]).toBeCloseTo(0.857, 3);
  expect(all.curve!.closedOnly.map((share) => Math.round(share * 9))).toEqual([9, 6, 5, 4, 3, 2, 1, 0]);
  expect([all.curve!.low[1], all.curve!.high[1]]).toEqual([expect.closeTo(0.62, 3), expect.closeTo(0.952, 3)]);
});

test('fewer than ten reports make no figures of time', async () => {
  const nine = Array.from({ length: 9 }, () => lasting('3', { category: 'few' }));
  const ten = Array.from({ length: 10 }, () => lasting('5', { category: 'enough' }));
  const { groups } = await timesOf([...nine, ...ten], { by: 'category', curve: true });
  expect(groups.map(({ key, n, tooFew, p50, curve }) => [key, n, tooFew, p50, curve === null])).toEqual([
    ['enough', 10, false, 5, false],
    ['few', 9, true, null, true],
  ]);
});

test('reports of which only the arrival is known are in no figure of time', async () => {
  const { all } = await timesOf([
    ...Array.from({ length: 10 }, () => lasting('5')),
    ...Array.from({ length: 90 }, () => lasting('300+', { tracked: false })),
  ]);
  expect(all).toMatchObject({ n: 10, censored: 0, p90: 5 });
});

test('a time that the data does not tell is unknown, not zero', async () => {
  const reports = Array.from({ length: 20 }, () => lasting('5'));
  const known: TestMeta = { settings: { known_measures: ['close'] } };
  const reply = await timesOf(reports, { measure: 'reply' }, {}, known);
  expect(reply.all).toMatchObject({ known: false, n: 0, p50: null, curve: null, onTime: null });
  expect((await timesOf(reports, {}, {}, known)).all).toMatchObject({ known: true, p50: 5 });
});

test('a source that tells days only gives whole days, also over the change of the hour', async () => {
  const reports = Array.from({ length: 12 }, () => ({
    received: '2025-03-29T23:00:00Z',
    closeS: 2 * day - 3_600,
    dayPrecision: true,
  }));
  const { all } = await timesOf(reports);
  expect([all.p50, all.p90]).toEqual([2, 2]);
});

test('net time leaves out the time spent waiting for others', async () => {
  const reports = Array.from({ length: 10 }, () => lasting('9', { waitingS: 4 * day }));
  expect((await timesOf(reports)).all.p50).toBe(9);
  expect((await timesOf(reports, { clock: 'net' })).all.p50).toBe(5);
});

test('a long backlog moves the figures up: what is open for long is not left out', async () => {
  const quick = Array.from({ length: 30 }, () => lasting('2'));
  const stuck = Array.from({ length: 30 }, () => lasting('200+'));
  const { all } = await timesOf([...quick, ...stuck]);
  expect(all).toMatchObject({ p50: 2, p75: null, p90: null, closedOnly: { p50: 2, p75: 2, p90: 2 } });
});

test('the share on time counts open reports whose date has passed, not those that still have time', async () => {
  const closed = (due: string) => lasting('5', { due });
  const { all } = await timesOf([
    ...Array.from({ length: 6 }, () => closed('2025-03-01T00:00:00Z')),
    ...Array.from({ length: 3 }, () => closed('2025-02-02T00:00:00Z')),
    ...Array.from({ length: 3 }, () => lasting('100+', { due: '2025-12-31T00:00:00Z' })),
    ...Array.from({ length: 5 }, () => lasting('1+', { due: '2026-02-01T00:00:00Z' })),
    ...Array.from({ length: 5 }, () => lasting('5')),
  ]);
  expect([all.promised, all.onTime]).toEqual([12, 0.5]);
});

test('rows by period are in order of time, each month, quarter or year of arrival by itself', async () => {
  const arriving = (received: string) => Array.from({ length: 10 }, () => ({ received, closeS: day }));
  const reports = [...arriving('2025-04-01T08:00:00Z'), ...arriving('2024-12-31T22:30:00Z'), ...arriving('2024-12-31T23:30:00Z')];
  const keys = async (by: 'month' | 'quarter' | 'year') => (await timesOf(reports, { by })).groups.map(({ key }) => key);
  expect(await keys('month')).toEqual(['2024-12', '2025-01', '2025-04']);
  expect(await keys('quarter')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2']);
  expect(await keys('year')).toEqual(['2024', '2025']);
});

test('a curve of thousands of different times has at most two hundred points', async () => {
  const { all } = await timesOf(
    Array.from({ length: 3_000 }, (_, i) => ({ received: '2025-02-01T09:00:00Z', closeS: i % 7 === 0 ? null : 60 * i })),
  );
  expect(all.curve!.days.length).toBeLessThanOrEqual(200);
  expect(all.curve!.days.length).toBeGreaterThan(100);
  expect(all.curve!.days[0]).toBe(0);
});

test('promised days are told with the categories', async () => {
  const { groups } = await timesOf([lasting('1', { category: 'roads' })], { by: 'category' });
  expect(groups[0]).toMatchObject({ key: 'roads', name: { it: 'roads it', en: 'roads en' }, serviceDays: 10 });
});
