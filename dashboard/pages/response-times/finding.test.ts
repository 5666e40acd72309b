import { expect, test } from 'vitest';
import type { TimesRow } from '#api/stats/response-times.schema.ts';
import { textsFor } from '../../i18n/texts.ts';
import { timesFinding } from './finding.ts';

const row: TimesRow = {
  key: 'all',
  name: null,
  known: true,
  tooFew: false,
  n: 100,
  events: 90,
  censored: 10,
  p50: 8.2,
  p75: 20,
  p90: 59.1,
  serviceDays: null,
  onTime: null,
  promised: 0,
  closedOnly: { p50: 7, p75: 18, p90: 40 },
  curve: null,
};
const italian = textsFor('it', 'Europe/Rome');
const english = textsFor('en', 'Europe/Rome');
const said = (more: Partial<TimesRow>, name?: string) =>
  timesFinding({ ...row, ...more }, 'close', name, italian).replaceAll('\u00a0', ' ');

test('the heading says how long half wait, and the last one in ten', () => {
  expect(said({})).toBe('Metà delle segnalazioni è chiusa entro 9 giorni; una su dieci aspetta più di 60 giorni');
  expect(timesFinding(row, 'taken', undefined, english)).toMatch(
    /^Half of the reports are taken in charge within 9.days; one in ten/,
  );
});

test('it names the category chosen', () => {
  expect(said({}, 'Buche')).toMatch(/^Buche: metà delle segnalazioni è chiusa entro 9 giorni/);
});

test('under a day it counts hours, and it never says less than an hour or a day', () => {
  expect(said({ p50: 0.3 })).toContain('entro 8 ore');
  expect(said({ p50: 0.999 })).toContain('entro 1 giorno;');
  expect(said({ p50: 0 })).toContain('entro 1 giorno;');
});

test('what is not reached is not claimed', () => {
  expect(said({ p90: null })).toContain('per nove su dieci non si può ancora dire');
  expect(said({ p50: null, p75: null, p90: null })).toBe('Meno di metà delle segnalazioni è stata chiusa finora');
});

test('too few, none and unknown are said to be so', () => {
  const few = { tooFew: true, n: 3, p50: null, p75: null, p90: null };
  expect(said(few)).toBe('Solo 3 segnalazioni: troppo poche per dire un tempo');
  expect(said({ ...few, n: 0 })).toBe('Nessuna segnalazione di cui si conosca il tempo');
  expect(said({ ...few, n: 0, known: false })).toBe('Di queste segnalazioni non si sa quando sono chiuse');
});
