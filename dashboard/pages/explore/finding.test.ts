import { gridDisk, latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import { textsFor } from '../../i18n/texts.ts';
import { concentration, finding } from './finding.ts';

const cells = gridDisk(latLngToCell(44.6, 11.3, 9), 3);
const texts = textsFor('it', 'Europe/Rome');

/** The first `many` cells have `most` reports each, the others one. */
const crowd = (many: number, most: number) => cells.map((_, index) => (index < many ? most : 1));
const row = (name: string, reports: number) => ({ key: name, name: { it: name, en: name }, reports });
const areas = (...rows: object[]) => ({ by: 'area', months: [], rows }) as unknown as Breakdown;

function heading(counts: number[], more: { metric?: string; close?: object; byArea?: Breakdown; areaOf?: () => string } = {}) {
  const reports = counts.reduce((sum, count) => sum + count, 0);
  const summary = { reports, open: 7, times: { close: { p50: null, p90: null, ...more.close } } };
  const hexes = { cells, counts, values: counts };
  const metric = more.metric ?? 'count';
  return finding({ summary, hexes, metric, byArea: more.byArea ?? areas() } as never, more.areaOf ?? (() => undefined), texts);
}

test('half of the reports in a few hexagons is said, with their surface', () => {
  const found = concentration({ cells, counts: crowd(4, 100) }, () => undefined)!;
  expect(found.cells).toBe(3);
  expect(found.km2).toBeGreaterThan(0.2);
  expect(found.km2).toBeLessThan(0.5);
  expect(heading(crowd(4, 100))).toBe('Metà delle segnalazioni viene da 3 esagoni: 0,3 km² in tutto');
});

test('the area that holds most of that half is named; two when it takes two', () => {
  expect(heading(crowd(4, 100), { areaOf: () => 'Centro' })).toMatch(/ km² in zona Centro$/);
  let turn = 0;
  expect(heading(crowd(7, 100), { areaOf: () => (turn++ % 2 ? 'Centro' : 'Stazione') })).toMatch(/ tra (Centro|Stazione) e /);
});

test('spread reports, or few, make no such claim', () => {
  expect(heading(crowd(cells.length, 100))).toBe('3.700 segnalazioni');
  expect(heading(crowd(2, 20))).toBe('75 segnalazioni');
});

test('without a claim the leading area is named only when it clearly leads', () => {
  expect(heading(crowd(2, 20), { byArea: areas(row('Centro', 50), row('Mulino', 25)) })).toBe(
    '75 segnalazioni, più di tutto in zona Centro: 50',
  );
  expect(heading(crowd(2, 20), { byArea: areas(row('Centro', 38), row('Mulino', 37)) })).toBe('75 segnalazioni in 2 quartieri');
});

test('days are told with their tail, and without it when nine in ten is not reached yet', () => {
  expect(heading(crowd(4, 100), { metric: 'median_days', close: { p50: 6.2, p90: 57.1 } })).toBe(
    'Metà delle segnalazioni è chiusa entro 7 giorni; una su dieci ne aspetta più di 58',
  );
  expect(heading(crowd(4, 100), { metric: 'median_days', close: { p50: 0.4 } })).toBe(
    'Metà delle segnalazioni è chiusa entro 1 giorno',
  );
});

test('nothing is said plainly', () => {
  expect(heading(cells.map(() => 0))).toBe('Nessuna segnalazione con questi filtri');
});
