import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Filters } from '../http/filters.ts';
import { type TestReport, testSnapshot } from './testing.ts';
import { trendsEndpoint } from './trends.ts';

const asOf = '2025-07-01T03:00:00Z';
const trendsOf = async (reports: readonly TestReport[], filters: Filters = {}) =>
  trendsEndpoint.compute(await testSnapshot(reports, { asOf }), filters, {});

/** So many reports on each day of a run, at ten in the morning. */
function daily(from: string, to: string, count: number, report: Partial<TestReport> = {}): TestReport[] {
  const all: TestReport[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    for (let i = 0; i < count; i += 1) all.push({ received: `${day.toString()}T10:00:00+02:00`, ...report });
  return all;
}

/** Two years with one report a day. */
const twoYears = daily('2023-07-01', '2025-06-30', 1, { category: 'roads' });

describe('change with the season taken out', () => {
  test('each day is compared with the same of a year before', async () => {
    const summer = [
      ...daily('2023-08-01', '2023-08-20', 1, { category: 'insects' }),
      ...daily('2024-08-01', '2024-08-30', 1, { category: 'insects' }),
    ];
    const { period, before, all, categories } = await trendsOf([...twoYears, ...summer]);
    expect({ period, before }).toEqual({
      period: { from: '2024-07-01', to: '2025-06-30' },
      before: { from: '2023-07-01', to: '2024-06-30' },
    });
    expect(categories.map(({ key, reports, before: then, change }) => [key, reports, then, change])).toEqual([
      ['insects', 30, 20, 0.5],
      ['roads', 365, 366, -0.0027],
    ]);
    expect(all).toMatchObject({ key: 'all', reports: 395, before: 386 });
  });

  test('half a year more of data is compared with the same half year', async () => {
    const { period, before, all } = await trendsOf([
      ...daily('2024-01-01', '2024-12-31', 1),
      ...daily('2025-01-01', '2025-06-30', 2),
    ]);
    expect({ period, before }).toEqual({
      period: { from: '2025-01-01', to: '2025-06-30' },
      before: { from: '2024-01-01', to: '2024-06-30' },
    });
    expect(all).toMatchObject({ reports: 362, before: 182, change: 0.989 });
  });

  test('without a whole month twice there is no change', async () => {
    const { period, all } = await trendsOf(daily('2025-01-10', '2025-06-30', 1));
    expect(period).toBeNull();
    expect(all).toMatchObject({ change: null, changeWithoutUnusual: null, tooFew: true });
  });

  test('fewer than ten reports make no change', async () => {
    const rare = daily('2025-03-01', '2025-03-09', 1, { category: 'rare' });
    const { categories } = await trendsOf([...twoYears, ...rare]);
    expect(categories.at(-1)).toMatchObject({ key: 'rare', reports: 9, before: 0, change: null, tooFew: true });
  });

  test('a storm is told apart from growth', async () => {
    const storm = daily('2025-03-04', '2025-03-04', 183, { category: 'trees/fallen' });
    const trees = daily('2023-07-01', '2025-06-30', 1, { category: 'trees/sick' });
    const { categories } = await trendsOf([...twoYears, ...trees, ...storm]);
    expect(categories.find(({ key }) => key === 'trees')).toMatchObject({
      reports: 365 + 183,
      before: 366,
      change: 0.4973,
      changeWithoutUnusual: -0.0027,
    });
  });
});

describe('unusual days', () => {
  test('come with what is usual, and with what made them', async () => {
    const storm = [
      ...daily('2025-03-04', '2025-03-04', 40, { category: 'trees/fallen' }),
      ...daily('2025-03-04', '2025-03-04', 20, { category: 'water' }),
    ];
    const { unusual } = await trendsOf([...twoYears, ...storm]);
    expect(unusual).toEqual([
      {
        day: '2025-03-04',
        reports: 61,
        usual: 1,
        categories: [
          { key: 'trees', name: { it: 'trees it', en: 'trees en' }, reports: 40, usual: 0 },
          { key: 'water', name: { it: 'water it', en: 'water en' }, reports: 20, usual: 0 },
        ],
        kinds: [
          { key: 'trees/fallen', name: { it: 'trees/fallen it', en: 'trees/fallen en' }, reports: 40, usual: 0 },
          { key: 'water', name: { it: 'water it', en: 'water en' }, reports: 20, usual: 0 },
        ],
      },
    ]);
  });

  test('are those of the category asked for', async () => {
    const storm = daily('2025-03-04', '2025-03-04', 40, { category: 'trees' });
    expect((await trendsOf([...twoYears, ...storm], { category: ['roads'] })).unusual).toEqual([]);
  });
});

describe('days, months and hours', () => {
  test('begin two years before and end on the eve of the snapshot, whose own day is not over', async () => {
    const { days, months, all, partial } = await trendsOf([
      ...daily('2022-01-01', '2025-06-30', 1),
      ...daily('2025-07-01', '2025-07-01', 1),
    ]);
    expect(days).toMatchObject({ from: '2023-01-01', to: '2025-06-30', median: 1 });
    expect(days.counts).toHaveLength(365 + 366 + 181);
    expect(months).toHaveLength(30);
    expect([all.monthly[0], all.monthly.at(-1)]).toEqual([31, 30]);
    expect(partial).toEqual({ first: false, last: false });
  });

  test('from and to choose what is shown, and to the end of the comparison', async () => {
    const { days, months, period, partial } = await trendsOf(twoYears, { from: '2025-01-15', to: '2025-03-10' });
    expect(days).toMatchObject({ from: '2025-01-15', to: '2025-03-10' });
    expect(months).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(period?.to).toBe('2025-03-10');
    expect(partial).toEqual({ first: true, last: true });
  });

  test('hours are local, without unusual days and without sources that tell the day only', async () => {
    const { hours } = await trendsOf([
      { received: '2025-06-02T22:30:00Z' },
      ...daily('2025-06-04', '2025-06-04', 2, { dayPrecision: true }),
      ...daily('2025-03-04', '2025-03-04', 40),
      { received: '2025-01-01T11:00:00Z' },
    ]);
    expect(hours).toMatchObject({ reports: 2, withoutHour: 2 });
    expect(hours.counts[1]![0]).toBe(1);
    expect(hours.counts[2]![12]).toBe(1);
  });

  test('a town without reports has no days that say anything', async () => {
    const { days, unusual, period, all } = await trendsOf([]);
    expect({ days, unusual, period, monthly: all.monthly }).toEqual({
      days: { from: '2025-06-30', to: '2025-06-30', counts: [0], median: 0 },
      unusual: [],
      period: null,
      monthly: [0],
    });
  });
});
