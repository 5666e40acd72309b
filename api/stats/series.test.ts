import { expect, test } from 'vitest';
import type { Filters } from '../http/filters.ts';
import { seriesEndpoint } from './series.ts';
import { type TestReport, testSnapshot } from './testing.ts';

const day = 86_400;
type Options = Parameters<typeof seriesEndpoint.compute>[2];

const seriesOf = async (reports: readonly TestReport[], options: Options, filters: Filters = {}) =>
  seriesEndpoint.compute(await testSnapshot(reports, { asOf: '2025-06-30T12:00:00Z' }), filters, options);

test('steps without reports are zeros, and the backlog lasts through them', async () => {
  const { buckets, groups } = await seriesOf(
    [{ received: '2025-01-10T10:00:00Z', closeS: 60 * day }, { received: '2025-01-20T10:00:00Z' }],
    { unit: 'month', split: 'none' },
  );
  expect(buckets).toEqual(['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01']);
  expect(groups).toEqual([
    { key: 'all', name: null, received: [2, 0, 0, 0, 0, 0], closed: [0, 0, 1, 0, 0, 0], openAtEnd: [2, 2, 1, 1, 1, 1] },
  ]);
});

test('a report of shortly after midnight belongs to its local day', async () => {
  const { buckets, groups } = await seriesOf(
    [{ received: '2025-03-31T22:30:00Z' }],
    { unit: 'day', split: 'none' },
    { to: '2025-04-02' },
  );
  expect(buckets).toEqual(['2025-04-01', '2025-04-02']);
  expect(groups[0]!.received).toEqual([1, 0]);
});

test('a period shows its own steps and begins with the backlog of before', async () => {
  const { buckets, groups, partial } = await seriesOf(
    [{ received: '2025-01-10T10:00:00Z' }, { received: '2025-02-20T10:00:00Z', closeS: 5 * day }],
    { unit: 'month', split: 'none' },
    { from: '2025-02-15', to: '2025-03-31' },
  );
  expect(buckets).toEqual(['2025-02-01', '2025-03-01']);
  expect(groups[0]).toMatchObject({ received: [1, 0], closed: [1, 0], openAtEnd: [1, 1] });
  expect(partial).toEqual({ first: true, last: false });
});

test('six values have a line each, all others one together', async () => {
  const areas = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const reports = areas.flatMap((area, i) => Array.from({ length: 9 - i }, () => ({ received: '2025-05-05T10:00:00Z', area })));
  const { groups } = await seriesOf(reports, { unit: 'month', split: 'area' }, { from: '2025-05-01' });
  expect(groups.map(({ key, received }) => [key, received[0]])).toEqual([
    ['a', 9],
    ['b', 8],
    ['c', 7],
    ['d', 6],
    ['e', 5],
    ['f', 4],
    ['rest', 5],
  ]);
});

test('a seventh value is shown by its name, not as the rest', async () => {
  const reports = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((area) => ({ received: '2025-05-05T10:00:00Z', area }));
  const { groups } = await seriesOf(reports, { unit: 'month', split: 'area' });
  expect(groups.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('reports without an area are a line of their own', async () => {
  const { groups } = await seriesOf([{ received: '2025-05-05T10:00:00Z', area: 'a' }, { received: '2025-05-05T10:00:00Z' }], {
    unit: 'month',
    split: 'area',
  });
  expect(groups.map(({ key, name }) => [key, name?.it])).toEqual(
    expect.arrayContaining([
      ['a', 'Area a'],
      ['none', undefined],
    ]),
  );
});

test('reports of which only the arrival is known are received, and never open', async () => {
  const { groups } = await seriesOf([{ received: '2025-05-05T10:00:00Z', tracked: false }], { unit: 'month', split: 'none' });
  expect(groups[0]).toMatchObject({ received: [1, 0], openAtEnd: [0, 0] });
});

test('nothing matching gives the steps of the period, all zeros', async () => {
  const { buckets, groups } = await seriesOf(
    [{ received: '2025-05-05T10:00:00Z' }],
    { unit: 'month', split: 'category' },
    { from: '2025-01-01', to: '2025-02-28', q: 'nothing' },
  );
  expect(buckets).toHaveLength(2);
  expect(groups).toEqual([{ key: 'all', name: null, received: [0, 0], closed: [0, 0], openAtEnd: [0, 0] }]);
});
