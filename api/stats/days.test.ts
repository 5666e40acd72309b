import { expect, test } from 'vitest';
import { asOfDay, comparedPeriod, monthsUpTo, periodBefore, stepOf, stepsBetween } from './days.ts';

test('the day of a snapshot is local', () => {
  const asOf = new Date('2025-12-31T23:30:00Z');
  expect(asOfDay({ asOf, timezone: 'Europe/Rome' })).toBe('2026-01-01');
  expect(asOfDay({ asOf, timezone: 'America/New_York' })).toBe('2025-12-31');
});

test('the compared period is what was asked for up to the snapshot; without a beginning, twelve months', () => {
  expect(comparedPeriod({}, '2025-11-24')).toEqual({ from: '2024-11-25', to: '2025-11-24' });
  expect(comparedPeriod({ from: '2025-01-01', to: '2025-12-31' }, '2025-11-24')).toEqual({
    from: '2025-01-01',
    to: '2025-11-24',
  });
  expect(comparedPeriod({ to: '2024-12-31' }, '2025-11-24')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(comparedPeriod({ from: '2026-01-01' }, '2025-11-24')).toBeNull();
});

test('the period before has as many whole months, else as many days', () => {
  expect(periodBefore({ from: '2025-01-01', to: '2025-12-31' })).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(periodBefore({ from: '2025-03-01', to: '2025-03-31' })).toEqual({ from: '2025-02-01', to: '2025-02-28' });
  expect(periodBefore({ from: '2025-01-02', to: '2026-01-01' })).toEqual({ from: '2024-01-02', to: '2025-01-01' });
  expect(periodBefore({ from: '2025-03-03', to: '2025-03-09' })).toEqual({ from: '2025-02-24', to: '2025-03-02' });
});

test('weeks begin on Monday', () => {
  expect(stepOf('2025-11-23', 'week')).toBe('2025-11-17');
  expect(stepOf('2025-11-24', 'week')).toBe('2025-11-24');
  expect(stepsBetween({ from: '2024-12-30', to: '2025-01-13' }, 'week')).toEqual(['2024-12-30', '2025-01-06', '2025-01-13']);
  expect(stepsBetween({ from: '2025-01-31', to: '2025-03-01' }, 'month')).toEqual(['2025-01-01', '2025-02-01', '2025-03-01']);
  expect(stepsBetween({ from: '2025-02-28', to: '2025-03-01' }, 'day')).toEqual(['2025-02-28', '2025-03-01']);
});

test('the months up to a day', () => {
  expect(monthsUpTo('2025-02-10', 3)).toEqual(['2024-12', '2025-01', '2025-02']);
});
