import { expect, test } from 'vitest';
import { tidied, timesAddress } from './address.ts';

const tidy = (query: string) => tidied(new URLSearchParams(query));

test('a year chosen in the form becomes its days, and empty fields go', () => {
  expect(tidy('category=&period=2025&area=a')).toBe('?area=a&from=2025-01-01&to=2025-12-31');
  expect(tidy('category=buche&period=')).toBe('?category=buche');
});

test('days chosen elsewhere stay when the form is sent', () => {
  expect(tidy('period=2025-03-01..2025-04-30&measure=taken')).toBe('?measure=taken&from=2025-03-01&to=2025-04-30');
});

test('a tidy address is left as it is', () => {
  expect(tidy('category=a,b&from=2025')).toBeUndefined();
  expect(tidy('')).toBeUndefined();
});

test('what goes without saying is not said', () => {
  expect(timesAddress({ measure: 'close', category: 'a,b', snapshot: '' })).toBe('?category=a,b');
  expect(timesAddress({ measure: 'close' })).toBe('');
});
