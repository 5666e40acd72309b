import { expect, test } from 'vitest';
import { textsFor } from '../i18n/texts.ts';
import { periodWords } from './period.ts';

const words = (from?: string, to?: string) => periodWords(from, to, textsFor('it', 'Europe/Rome'));

test('whole years and months are told as such', () => {
  expect(words('2025-01-01', '2025-12-31')).toBe('2025');
  expect(words('2023-01-01', '2025-12-31')).toBe('2023–2025');
  expect(words('2025-02-01', '2025-02-28')).toBe('febbraio 2025');
  expect(words('2025-02-01', '2025-04-30')).toBe('febbraio–aprile 2025');
  expect(words('2024-12-01', '2025-01-31')).toBe('dicembre 2024 – gennaio 2025');
});

test('other periods are told by their days, and open ones by their end', () => {
  expect(words('2025-02-03', '2025-04-30')).toBe('3 feb 2025 – 30 apr 2025');
  expect(words('2025-02-03', '2025-02-03')).toBe('3 feb 2025');
  expect(words('2025-02-03')).toBe('dal 3 feb 2025');
  expect(words(undefined, '2025-02-03')).toBe('fino al 3 feb 2025');
  expect(words()).toBe('tutto il periodo');
});
