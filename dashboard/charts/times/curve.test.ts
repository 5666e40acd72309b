import { expect, test } from 'vitest';
import type { Curve, TimesRow } from '#api/stats/response-times.schema.ts';
import { textsFor } from '../../i18n/texts.ts';
import { type CurveData, doneAt, timesCurve } from './curve.ts';

const texts = textsFor('it', 'Europe/Rome');

function curveOf(waiting: readonly number[], days: readonly number[]): Curve {
  const around = (by: number) => waiting.map((share) => Math.min(1, Math.max(0, share + by)));
  return { days: [...days], waiting: [...waiting], low: around(-0.02), high: around(0.02), closedOnly: around(-0.1) };
}

const days = [0, 1, 5, 10, 30, 60, 120];
const curve = curveOf([1, 0.9, 0.6, 0.45, 0.22, 0.1, 0.05], days);
const now: TimesRow = {
  key: 'all',
  name: null,
  known: true,
  tooFew: false,
  n: 1437,
  events: 1329,
  censored: 108,
  p50: 10,
  p75: 30,
  p90: 60,
  serviceDays: null,
  onTime: null,
  promised: 0,
  closedOnly: { p50: 8, p75: 22, p90: 48 },
  curve,
};
const data: CurveData = {
  snapshot: { version: 'v', asOf: '2026-01-01T03:00:00Z' },
  measure: 'close',
  minimumSample: 10,
  period: { from: '2025-01-01', to: '2025-12-31' },
  before: { from: '2024-01-01', to: '2024-12-31' },
  now,
  earlier: { ...now, curve: null },
};
const nothing: TimesRow = { ...now, n: 3, tooFew: true, p50: null, p75: null, p90: null, curve: null };

test('the title is read off the curve', () => {
  expect(timesCurve.title(data, texts)).toBe('Dopo due settimane ne sono chiuse cinque su dieci, dopo un mese sette');
});

test('when fewer than half are ever closed the title claims nothing', () => {
  const slow = { ...data, now: { ...now, p50: null, p75: null, p90: null, curve: curveOf([1, 0.9, 0.8], [0, 10, 100]) } };
  expect(timesCurve.title(slow, texts)).toBe('Quota di segnalazioni chiuse secondo i giorni passati');
  expect(timesCurve.title({ ...data, now: nothing }, texts)).toBe('Quota di segnalazioni chiuse secondo i giorni passati');
});

test('the reading says what closed reports alone would make one believe', () => {
  const reading = timesCurve.reading(data, texts).replaceAll('\u00a0', ' ');
  expect(reading).toContain(
    'Contando soltanto le 1.329 già chiuse, 9 su 10 risulterebbero chiuse entro 48 giorni invece di 60 giorni',
  );
});

test('a share is that of the last step, and unknown beyond the curve', () => {
  expect([
    doneAt(curve, 'waiting', 0),
    doneAt(curve, 'waiting', 29),
    doneAt(curve, 'waiting', 30),
    doneAt(curve, 'waiting', 121),
  ]).toEqual([0, 0.55, 0.78, null]);
});

test('the table has the band the right way round', () => {
  const { columns, rows } = timesCurve.table(data, texts);
  expect(columns.map(({ name }) => name)).toEqual(['days', 'share_done', 'low', 'high', 'closed_only', 'year_before']);
  expect(rows.find(([day]) => day === 30)).toEqual([30, 0.78, 0.76, 0.8, 0.88, null]);
});

test('the picture names its lines and where half, three in four and nine in ten are reached', () => {
  const drawing = timesCurve.draw(data, { width: 960, texts }).replaceAll('\u00a0', ' ');
  for (const text of ['2025', 'solo le già concluse', 'metà', 'entro 10 giorni', 'entro 60 giorni'])
    expect(drawing).toContain(text);
  expect(drawing).not.toMatch(/style=|class=| id=|NaN|undefined/);
});

test('too few reports are hatched, not drawn', () => {
  const drawing = timesCurve.draw({ ...data, now: nothing }, { width: 358, texts });
  expect(drawing).toContain('troppo pochi dati (3)');
  expect(drawing).not.toMatch(/NaN|undefined/);
});
