import { expect, test } from 'vitest';
import { narrowest } from './chips.ts';
import { filterQuery, readState, stateQuery, without, withOnly } from './state.ts';

const read = (query: string) => readState(new URLSearchParams(query));

test('an address is read and written back in one order, without what goes without saying', () => {
  const { state, wrong } = read('view=map&metric=count&status=open&category=b&category=a&q=+buche+&sort=-reports&utm_source=x');
  expect(wrong).toEqual([]);
  expect(stateQuery(state)).toBe('?q=buche&category=a,b&status=open');
  expect(read(stateQuery(state)).state).toEqual(state);
});

test('a plain address has no query', () => {
  expect(stateQuery(read('').state)).toBe('');
  expect(filterQuery(read('').state)).toEqual({});
});

test('what the page cannot understand is named', () => {
  const { state, wrong } = read('metric=beauty&view=globe&sort=-colour&cell=nowhere');
  expect(wrong.map(({ field }) => field).toSorted()).toEqual(['cell', 'metric', 'sort', 'view']);
  expect(stateQuery(state)).toBe('');
});

test('taking a value away keeps the others and goes back to the first page of the list', () => {
  const { state } = read('category=a,b&from=2025&cursor=xyz');
  expect(stateQuery(without(state, 'category', 'a'))).toBe('?category=b&from=2025');
  expect(stateQuery(without(without(state, 'category', 'a'), 'category', 'b'))).toBe('?from=2025');
  expect(stateQuery(without(state, 'from'))).toBe('?category=a,b');
});

test('choosing one area leaves the other filters', () => {
  expect(stateQuery(withOnly(read('area=x&q=luce').state, 'area', 'y'))).toBe('?q=luce&area=y');
});

test('the narrowest filter goes first, the period last', () => {
  expect(stateQuery(narrowest(read('q=luce&area=x&from=2025').state)!)).toBe('?area=x&from=2025');
  expect(stateQuery(narrowest(read('from=2025&to=2026').state)!)).toBe('');
  expect(narrowest(read('view=list').state)).toBeUndefined();
});
