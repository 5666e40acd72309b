import { expect, test } from 'vitest';
import { readState, readView, sameFilters, writeState, writeView } from './address.ts';

const page = (rest: string) => new URL(`http://comune.example/explore${rest}`);
const cell = '891ea42db97ffff';
const view = { zoom: 13.2, latitude: 45.4521, longitude: 11.8765 };

test('what is written into an address is read again', () => {
  const url = writeState(page('?category=buche&from=2025'), { metric: 'open', cell, view });
  expect(url.href).toBe(
    `http://comune.example/explore?category=buche&from=2025&metric=open&cell=${cell}#13.20/45.45210/11.87650`,
  );
  expect(readState(url)).toEqual({ metric: 'open', cell, view });
});

test('the usual metric and no cell leave no trace', () => {
  expect(writeState(page(`?metric=open&cell=${cell}&q=via`), { metric: 'count', cell: '', view: undefined }).search).toBe(
    '?q=via',
  );
});

test('what makes no sense is as if it were not there', () => {
  expect(readState(page('?metric=colour&cell=<b>#filters'))).toEqual({ metric: 'count', cell: '', view: undefined });
  for (const hash of ['', '#main', '#99/45/11', '#12/95/11', '#12/45/191', '#12/45', '#a/b/c'])
    expect(readView(hash)).toBeUndefined();
});

test('a view keeps the place to about a metre', () => {
  const read = readView(writeView({ zoom: 15.678, latitude: -45.123456, longitude: -0.000004 }))!;
  expect(Math.abs(read.latitude + 45.123456)).toBeLessThan(1e-5);
  expect(read.zoom).toBe(15.68);
});

test('metric, cell, view and the order of the filters do not change which rows a page shows', () => {
  const one = page(`?from=2025&category=buche&metric=open&cell=${cell}#12/45/11`);
  expect(sameFilters(one, page('?category=buche&from=2025'))).toBe(true);
  expect(sameFilters(one, page('?category=verde&from=2025'))).toBe(false);
});
