import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { textsFor } from '../../i18n/texts.ts';
import { type RangeRow, rangeRows } from './range-rows.ts';

const row: RangeRow = {
  name: 'Buche',
  n: 100,
  open: 8,
  tooFew: false,
  p50: 9,
  p75: 25,
  p90: 60,
  onTime: 0.71,
  promised: 21,
  chosen: false,
};
const texts = textsFor('it', 'Europe/Rome');

function drawn(rows: readonly RangeRow[], width = 960) {
  const text = rangeRows(rows, { width, texts, head: 'Categoria', label: 'Tempi per categoria' });
  const { document } = parseHTML(text) as unknown as { document: Document };
  return { document, words: [...document.querySelectorAll('text')].map(({ textContent }) => textContent) };
}

const marks = (document: Document) =>
  [...document.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('data-mark')!.replaceAll('\u00a0', ' '));

test('a row shows and says its name and its times', () => {
  const { document, words } = drawn([row]);
  expect(words).toEqual(expect.arrayContaining(['Buche', '9', '25', '60', '71%', '100', '8', 'tempo promesso']));
  expect(marks(document)).toEqual(['Buche: metà entro 9 giorni, 3 su 4 entro 25 giorni, 9 su 10 entro 60 giorni']);
});

test('dots lie in the order of their days', () => {
  const xs = [...drawn([row]).document.querySelectorAll('g:not([transform]) > circle')].map((dot) =>
    Number(dot.getAttribute('cx')),
  );
  expect(xs).toHaveLength(3);
  expect(xs).toEqual(xs.toSorted((a, b) => b - a));
});

test('what is not reached is "not yet", never a number', () => {
  const { document, words } = drawn([{ ...row, p90: null }]);
  expect(words).toContain('non ancora');
  expect(marks(document)[0]).toContain('9 su 10 non ancora');
  expect(document.querySelectorAll('g:not([transform]) > circle')).toHaveLength(2);
});

test('too few reports are hatched and have dashes for numbers', () => {
  const few = { ...row, n: 3, tooFew: true, p50: null, p75: null, p90: null, onTime: null, promised: null };
  const { document, words } = drawn([few]);
  expect(words).toEqual(expect.arrayContaining(['troppo pochi dati (3)', '–']));
  expect(words).not.toContain('non ancora');
  expect(words).not.toContain('tempo promesso');
  expect(document.querySelectorAll('g:not([transform]) > circle')).toHaveLength(0);
  expect(document.querySelector('path[stroke="var(--hatch)"]')).not.toBeNull();
});

test('on a phone the same marks are drawn in the same order, and nothing is wider than the picture', () => {
  const rows = [row, { ...row, name: 'Una categoria dal nome molto lungo davvero & altro', p50: 0.2 }];
  const [wide, narrow] = [drawn(rows), drawn(rows, 358)];
  expect(marks(narrow.document)).toEqual(marks(wide.document));
  expect(narrow.words.some((text) => text?.endsWith('…'))).toBe(true);
});
