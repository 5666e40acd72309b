import { expect, test } from 'vitest';
import { phrases } from '#dashboard/map/phrases.ts';
import { wordsOf } from './words.ts';

const say = phrases(
  {
    'map.cell.count': { one: '{n} segnalazione', other: '{n} segnalazioni' },
    'map.cell.median_days': { one: 'metà chiusa in {n} giorno', other: 'metà chiusa in {n} giorni' },
    'map.cell.few': 'troppo poche per dirlo',
  },
  'it',
);

test('a cell says its reports, and the metric when it is another', () => {
  expect(wordsOf({ value: 125, count: 125 }, 'count', say)).toBe('125 segnalazioni');
  expect(wordsOf({ value: 6, count: 125 }, 'median_days', say)).toBe('125 segnalazioni, metà chiusa in 6 giorni');
  expect(wordsOf({ value: null, count: 3 }, 'median_days', say)).toBe('3 segnalazioni, troppo poche per dirlo');
});
