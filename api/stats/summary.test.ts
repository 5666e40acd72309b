import { expect, test } from 'vitest';
import { plain } from '../http/filters.ts';
import { summaryEndpoint } from './summary.ts';
import { type TestReport, testSnapshot } from './testing.ts';

const day = 86_400;
const asOf = '2026-01-01T03:00:00Z';

function many(count: number, received: string, more: Partial<TestReport> = {}): TestReport[] {
  return Array.from({ length: count }, () => ({ received, closeS: 4 * day, ...more }));
}

const summaryOf = async (reports: readonly TestReport[], filters = {}) =>
  summaryEndpoint.compute(await testSnapshot(reports, { asOf }), filters, {});

test('a year is compared with the year before', async () => {
  const { period, before, change } = await summaryOf(
    [
      ...many(1, '2023-12-01T10:00:00Z'),
      ...many(20, '2024-05-01T10:00:00Z', { closeS: 9 * day }),
      ...many(25, '2025-05-01T10:00:00Z'),
    ],
    { from: '2025-01-01', to: '2025-12-31' },
  );
  expect(period).toMatchObject({ from: '2025-01-01', to: '2025-12-31', reports: 25, closeP50: 4 });
  expect(before).toMatchObject({ from: '2024-01-01', to: '2024-12-31', reports: 20, closeP50: 9, complete: true });
  expect(change).toMatchObject({ reports: 0.25, closeP50: -5 });
});

test('without a period the last twelve months are compared with the twelve before', async () => {
  const { reports, period, before } = await summaryOf([
    ...many(1, '2023-12-01T10:00:00Z'),
    ...many(12, '2024-05-01T10:00:00Z'),
    ...many(15, '2025-05-01T10:00:00Z'),
  ]);
  expect(reports).toBe(28);
  expect(period).toMatchObject({ from: '2025-01-02', to: '2026-01-01', reports: 15 });
  expect(before).toMatchObject({ from: '2024-01-02', to: '2025-01-01', reports: 12 });
});

test('there is no change to tell when the data begins inside the period before', async () => {
  const { before, change } = await summaryOf([...many(5, '2024-06-01T10:00:00Z'), ...many(5, '2025-06-01T10:00:00Z')], {
    from: '2025-01-01',
    to: '2025-12-31',
  });
  expect([before!.complete, change]).toEqual([false, null]);
});

test('reports with only their arrival are counted, and are neither open nor closed', async () => {
  const found = await summaryOf([
    ...many(2, '2025-05-01T10:00:00Z'),
    ...many(3, '2025-05-01T10:00:00Z', { closeS: null, tracked: false }),
  ]);
  expect(found).toMatchObject({ reports: 5, tracked: 2, closed: 2, open: 0 });
});

test('reopened reports are open, and count among those ever closed', async () => {
  const found = await summaryOf([
    ...many(3, '2025-05-01T10:00:00Z'),
    ...many(1, '2025-05-01T10:00:00Z', { closeS: null, state: 'reopened', reopened: 1 }),
  ]);
  expect(found).toMatchObject({ open: 1, closed: 3, reopened: { reopened: 1, everClosed: 4, share: 0.25 } });
});

test('the share on time needs ten reports with a promised date', async () => {
  const promised = (count: number) => many(count, '2025-05-01T10:00:00Z', { due: '2025-05-03T00:00:00Z' });
  expect((await summaryOf(promised(9))).onTime).toEqual({ share: null, met: 0, decided: 9 });
  expect((await summaryOf(promised(10))).onTime).toEqual({ share: 0, met: 0, decided: 10 });
});

test('likely duplicates are one problem', async () => {
  const found = await summaryOf([
    ...many(3, '2025-05-01T10:00:00Z', { cluster: 1 }),
    ...many(2, '2025-05-01T10:00:00Z', { cluster: 4 }),
    ...many(4, '2025-05-01T10:00:00Z'),
  ]);
  expect(found).toMatchObject({ reports: 9, problems: 6 });
});

test('an empty municipality has zeros and no figures', async () => {
  const found = await summaryOf([]);
  expect(found).toMatchObject({
    reports: 0,
    problems: 0,
    open: 0,
    onTime: { share: null },
    reopened: { share: null },
    change: null,
  });
  expect(found.times.close).toMatchObject({ known: true, tooFew: true, n: 0, p50: null });
});

test('words are found whatever their case and accents', async () => {
  const reports = [
    ...many(1, '2025-05-01T10:00:00Z', { title: 'BUCA', address: 'Via Pò' }),
    ...many(1, '2025-05-01T10:00:00Z', { description: 'una buca enorme' }),
    ...many(1, '2025-05-01T10:00:00Z', { title: 'lampione' }),
  ];
  expect((await summaryOf(reports, { q: 'buca' })).reports).toBe(2);
  expect((await summaryOf(reports, { q: 'buca po' })).reports).toBe(1);
  for (const title of ['ΟΔΟΣ', 'İstanbul', 'Łódź', '違規停車', 'Straße', 'Ǆ', 'ÀÉÎõü']) {
    expect((await summaryOf(many(1, '2025-05-01T10:00:00Z', { title }), { q: plain(title) })).reports).toBe(1);
  }
});

test('a box over the antimeridian holds both sides and not the rest of the world', async () => {
  const at = (lon: number) => many(1, '2025-05-01T10:00:00Z', { point: [lon, 10] });
  const reports = [...at(179.9), ...at(-179.9), ...at(0)];
  expect((await summaryOf(reports, { bbox: [179, 0, -179, 20] })).reports).toBe(2);
  expect((await summaryOf(reports, { bbox: [-1, 0, 1, 20] })).reports).toBe(1);
});
