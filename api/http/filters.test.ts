import { expect, test } from 'vitest';
import { daysOf, filterQuery, filtersOf, plain } from './filters.ts';

const read = (query: Record<string, string | string[]>) => filtersOf(filterQuery.parse(query));

/** The fields a query is refused for. */
function refused(query: Record<string, string | string[]>): string[] {
  const parsed = filterQuery.safeParse(query);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => issue.path.join('.') || (issue as { keys?: string[] }).keys!.join());
}

test('days, months and years are periods of whole days', () => {
  expect(read({ from: '2024', to: '2024-02' })).toEqual({ from: '2024-01-01', to: '2024-02-29' });
  expect(read({ from: '2025-03-09', to: '2025' })).toEqual({ from: '2025-03-09', to: '2025-12-31' });
  expect(daysOf('2023-02')).toEqual({ first: '2023-02-01', last: '2023-02-28' });
});

test.each(['2025-02-30', '2025-13', '25', '2025-1-1', 'yesterday', '2025-00', '1776'])('%s is no day', (from) => {
  expect(refused({ from })).toEqual(['from']);
});

test('a period that ends before it begins is refused, naming its end', () => {
  expect(refused({ from: '2025-05', to: '2025-04' })).toEqual(['to']);
  expect(refused({ from: '2025-05', to: '2025-05' })).toEqual([]);
});

test('lists are repeated or separated by commas, in any order, each value once', () => {
  const wanted = { category: ['a', 'b', 'c'] };
  expect(read({ category: ['c', 'a', 'b,a'] })).toEqual(wanted);
  expect(read({ category: 'b, c ,a' })).toEqual(wanted);
});

test('empty parameters, as a form sends them, are not given', () => {
  expect(read({ category: '', q: ' ', from: '', bbox: '', area: ['', ''] })).toEqual({});
});

test('a search is plain words', () => {
  expect(read({ q: '  Perché  LÌ perche ' })).toEqual({ q: 'perche li' });
  expect(plain('ÀÈÌÒÙ ñ Straße')).toBe('aeiou n straße');
});

test('a box is four degrees; it may cross the antimeridian, not stand on its head', () => {
  expect(read({ bbox: '179.5,-10,-179.5, 10' })).toEqual({ bbox: [179.5, -10, -179.5, 10] });
  for (const bbox of [
    '1,2,3',
    '1,2,3,4,5',
    '9,46,10,45',
    '181,0,182,1',
    'a,b,c,d',
    '1,,3,4',
    '0x1,0,1,1',
    'NaN,0,1,1',
    '1e3,0,1,1',
  ]) {
    expect(refused({ bbox })).toEqual(['bbox']);
  }
});

test('states are the public ones, open, or none', () => {
  expect(read({ status: 'open,none' })).toEqual({ status: ['none', 'open'] });
  expect(refused({ status: 'assigned' })).toEqual(['status']);
});

test('a cell is an H3 index of any resolution up to 12', () => {
  expect(read({ cell: '891F99CD8B7FFFF' })).toEqual({ cell: ['891f99cd8b7ffff'] });
  expect(refused({ cell: '891f99cd8b7fff' })).toEqual(['cell']);
  expect(refused({ cell: '8d1f99cd8b601ff' })).toEqual(['cell']);
});

test('what is unknown, repeated though single, or without end is refused by name', () => {
  expect(refused({ categories: 'a' })).toEqual(['categories']);
  expect(refused({ from: ['2024', '2025'] })).toEqual(['from']);
  expect(refused({ category: Array.from({ length: 61 }, (_, i) => String(i)) })).toEqual(['category']);
  expect(refused({ q: 'a b c d e f g h i' })).toEqual(['q']);
  expect(refused({ q: 'x'.repeat(201) })).toEqual(['q']);
  expect(refused({ area: 'x'.repeat(121) })).toEqual(['area']);
  expect(refused({ snapshot: 'x'.repeat(3_000) })).toEqual(['snapshot']);
});
