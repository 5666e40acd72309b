import { expect, test } from 'vitest';
import { RefusedError } from '../../client.ts';
import { daysBefore, timesQuery } from './ask.ts';

const asked = (query: Record<string, string>) => timesQuery({ query, today: '2026-11-24' });

test('without days, the twelve months up to the snapshot are asked for', () => {
  expect(asked({})).toMatchObject({ measure: 'close', from: '2025-11-25', to: '2026-11-24', filters: {} });
});

test('a year that is not over ends with the snapshot', () => {
  expect(asked({ from: '2026', to: '2026' })).toMatchObject({ from: '2026-01-01', to: '2026-11-24' });
  expect(asked({ from: '2025', to: '2025' })).toMatchObject({ from: '2025-01-01', to: '2025-12-31' });
});

test('states are no filter of a time, what is unknown is left out', () => {
  expect(asked({ status: 'closed', category: 'buche', metric: 'count' }).filters).toEqual({ category: 'buche' });
});

test('what is not valid is refused by its name', () => {
  const field = (query: Record<string, string>) => {
    try {
      asked(query);
    } catch (error) {
      return error instanceof RefusedError ? error.errors[0]?.field : error;
    }
    return undefined;
  };
  expect([field({ measure: 'x' }), field({ from: '2025-13' }), field({ from: '2026', to: '2025' }), field({})]).toEqual([
    'measure',
    'from',
    'to',
    undefined,
  ]);
});

test('the days to compare with lie whole years before', () => {
  expect(daysBefore({ from: '2025-01-01', to: '2025-12-31' })).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(daysBefore({ from: '2024-01-01', to: '2024-12-31' })).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  expect(daysBefore({ from: '2025-03-01', to: '2025-03-31' })).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  expect(daysBefore({ from: '2024-01-01', to: '2025-12-31' })).toEqual({ from: '2022-01-01', to: '2023-12-31' });
});
