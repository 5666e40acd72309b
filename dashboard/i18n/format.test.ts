import { expect, test } from 'vitest';
import { formatFor } from './format.ts';
import { negotiate } from './language.ts';

const italian = formatFor('it', 'Europe/Rome');
const english = formatFor('en', 'Europe/Rome');

test('Italian thousands have a point, also with four digits, and decimals a comma', () => {
  expect(italian.number(1234)).toBe('1.234');
  expect(italian.number(6.74)).toBe('6,7');
  expect(italian.number(0.108, 2)).toBe('0,11');
  expect(italian.number(123.6)).toBe('124');
  expect(english.number(1234)).toBe('1,234');
});

test('a moment is told in the zone of the municipality', () => {
  expect(italian.moment('2026-01-01T03:00:00Z')).toBe('1º gennaio 2026, ore 4:00');
  expect(english.moment('2026-01-01T03:00:00Z')).toBe('1 January 2026, 4:00');
  expect(formatFor('it', 'America/Chicago').moment('2026-01-01T03:00:00Z')).toBe('31 dicembre 2025, ore 21:00');
});

test('a plain day stays that day in every zone, a moment is told by its local day', () => {
  expect(formatFor('it', 'America/Chicago').day('2025-11-19')).toBe('19 nov 2025');
  expect(formatFor('it', 'America/Chicago').day('2025-11-19T03:00:00Z')).toBe('18 nov 2025');
});

test('the first language of the browser that exists is taken, by its weight', () => {
  expect(negotiate('de, en;q=0.5, it;q=0.8', 'en')).toBe('it');
  expect(negotiate('en-US,en;q=0.9', 'it')).toBe('en');
  expect(negotiate('fr', 'it')).toBe('it');
  expect(negotiate(undefined, 'en')).toBe('en');
  expect(negotiate('it;q=0, en', 'it')).toBe('en');
});
