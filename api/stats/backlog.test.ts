import { expect, test } from 'vitest';
import { backlogEndpoint } from './backlog.ts';
import { breakdownEndpoint } from './breakdown.ts';
import { duplicatesEndpoint } from './duplicates.ts';
import { type TestReport, testSnapshot } from './testing.ts';

const asOf = '2026-01-01T12:00:00Z';

/** A report open for so many whole days. */
function openFor(days: number, more: Partial<TestReport> = {}): TestReport {
  return { received: new Date(Date.parse(asOf) - days * 86_400_000 - 1000).toISOString(), ...more };
}

test('ages are whole days, and each class ends with its last day', async () => {
  const edges = [0, 7, 8, 30, 31, 90, 91, 180, 181, 365, 366, 2_000];
  const { all, classes } = await backlogEndpoint.compute(
    await testSnapshot(
      edges.map((age) => openFor(age)),
      { asOf },
    ),
    {},
    { by: 'none' },
  );
  expect(all).toMatchObject({ open: 12, ages: [2, 2, 2, 2, 2, 2], oldestAge: 2_000, medianAge: 90.5 });
  expect(classes.map(({ from, to }) => `${from}–${to ?? ''}`)).toEqual(['0–7', '8–30', '31–90', '91–180', '181–365', '366–']);
});

test('the open for more than three months are those of 91 days and more', async () => {
  const reports = [90, 91, 92].map((age) => openFor(age, { area: 'a' }));
  const { rows } = await breakdownEndpoint.compute(await testSnapshot(reports, { asOf }), {}, { by: 'area' });
  expect(rows).toMatchObject([{ key: 'a', open: 3, openOver90Days: 2 }]);
});

test('nothing open is a backlog of zeros', async () => {
  const { all, groups } = await backlogEndpoint.compute(await testSnapshot([], { asOf }), {}, { by: 'office' });
  expect([all.open, all.ages, all.oldestAge, groups]).toEqual([0, [0, 0, 0, 0, 0, 0], null, []]);
});

test('monthly counts of a row are the last three years, whatever the period asked for', async () => {
  const reports = [
    openFor(10, { area: 'a' }),
    openFor(40, { area: 'a' }),
    openFor(40, { area: 'a' }),
    openFor(3_000, { area: 'a' }),
  ];
  const { months, rows } = await breakdownEndpoint.compute(
    await testSnapshot(reports, { asOf }),
    { from: '2025-12-01', to: '2025-12-31' },
    { by: 'area' },
  );
  expect([months.length, months[0], months.at(-1)]).toEqual([36, '2023-02', '2026-01']);
  expect(rows[0]).toMatchObject({ reports: 1 });
  expect(rows[0]!.monthly!.slice(-3)).toEqual([2, 1, 0]);
});

test('all weekdays and hours are there, also those without reports', async () => {
  const snapshot = await testSnapshot([openFor(1)], { asOf });
  const keys = async (by: 'weekday' | 'hour') =>
    (await breakdownEndpoint.compute(snapshot, {}, { by })).rows.map(({ key }) => key);
  expect(await keys('weekday')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(await keys('hour')).toHaveLength(24);
});

test('subcategories tell the category above', async () => {
  const snapshot = await testSnapshot([openFor(1, { category: 'roads/potholes' })], { asOf });
  const { rows } = await breakdownEndpoint.compute(snapshot, {}, { by: 'subcategory' });
  expect(rows).toMatchObject([{ key: 'roads/potholes', parent: 'roads' }]);
});

test('a cluster tells its members and why they belong together', async () => {
  const reports = [
    openFor(9, { category: 'roads', area: 'a', cluster: 1, point: [9, 45] }),
    openFor(8, { category: 'roads', area: 'a', cluster: 1, point: [9.0002, 45] }),
    openFor(7, { category: 'waste', area: 'a' }),
  ];
  const reasons = [{ kind: 'distance', value: 16, weight: 3.2 }];
  const snapshot = await testSnapshot(reports, { asOf, pairs: [{ report: 2, original: 1, score: 0.93, reasons }] });
  const found = await duplicatesEndpoint.compute(snapshot, {}, { limit: 20 });
  expect(found).toMatchObject({ reports: 3, problems: 2, repeats: 1, clusterCount: 1 });
  expect(found.byCategory[0]).toMatchObject({ key: 'roads', reports: 2, repeats: 1, share: 0.5 });
  expect(found.clusters).toMatchObject([
    {
      id: 1,
      reports: 2,
      category: 'roads',
      area: 'a',
      lon: 9.0001,
      open: 2,
      members: [
        { id: 1, status: 'received', original: null, reasons: [] },
        { id: 2, original: 1, score: 0.93, reasons },
      ],
    },
  ]);
});
