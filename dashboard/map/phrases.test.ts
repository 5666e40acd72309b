import { expect, test } from 'vitest';
import { phrases } from './phrases.ts';

const all = { 'cell.count': { one: '{n} segnalazione', other: '{n} segnalazioni' }, capped: 'le {n} più recenti di {all}' };

test('plural and numbers are those of the language', () => {
  const say = phrases(all, 'it');
  expect(say('cell.count', { n: 1 })).toBe('1 segnalazione');
  expect(say('cell.count', { n: 9614 })).toBe('9.614 segnalazioni');
  expect(say('capped', { n: 2000, all: 25_091 })).toBe('le 2.000 più recenti di 25.091');
  expect(phrases({}, 'en').number(1234.5)).toBe('1,235');
});

test('a text that is not there shows its name instead of nothing', () => {
  expect(phrases(all, 'it')('missing')).toBe('missing');
});
