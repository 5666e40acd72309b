import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity, wordsOf } from './words.ts';

const alike = (one: string | null, other: string | null) => similarity(wordsOf(one), wordsOf(other));

describe('likeness of texts', () => {
  it.each([
    ['Lampione spento in via Roma', 'LAMPIONE SPENTO, VIA ROMÀ', 0.8],
    ['Straße voller Schlaglöcher', 'strasse voller schlaglocher', 0.99],
    ['buca profonda davanti alla scuola', 'buche profonde davanti alla scuola', 0.7],
    ['中西區民族路二段63號 違規停車', '中西區民族路二段63號違規停車', 0.9],
    ['ＡＢＣ１２３', 'abc123', 0.99],
  ])('"%s" and "%s" are alike', (one, other, least) => expect(alike(one, other)).toBeGreaterThanOrEqual(least));

  it.each([
    ['Lampione spento in via Roma', 'rifiuti abbandonati nel parco'],
    ['pothole near the school', 'graffiti on a control cabinet'],
    ['東區崇德十六街17號 妨礙安寧', '安南區安中路四段83號前 違停'],
  ])('"%s" and "%s" are not', (one, other) => expect(alike(one, other)).toBeLessThan(0.3));

  it('tells neighbouring house numbers apart from the same one', () => {
    const same = alike('民族路二段63號 違規停車', '民族路二段63號 違停');
    expect(same).toBeGreaterThan(alike('民族路二段63號 違規停車', '民族路二段18號 違停'));
  });

  it('is nothing when a text is missing or has no words', () => {
    expect(alike(null, 'buca')).toBe(0);
    expect(alike('', '')).toBe(0);
    expect(wordsOf(' … !? 🚧 ')).toBeNull();
  });

  it('is symmetric, from 0 to 1, and 1 for the same words whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const value = alike(one, other);
        expect(value).toBe(alike(other, one));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (wordsOf(one)) expect(alike(one, one)).toBe(1);
      }),
    );
  });
});
