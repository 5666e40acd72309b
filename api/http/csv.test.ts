import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from './csv.ts';

describe('CSV cells', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|calc',
    ' =1',
    '\t=1',
    '\u00a0=1',
    '\ufeff=1',
    '\u200b=1',
    '　＝1',
    '＋1',
    '－1',
    '＠x',
    '\tx',
    '\rx',
    '\n=1',
  ])('disarm the formula %j', (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/));

  it.each(['buca', '3 = 4', 'via Roma-Torino', '違規停車', 'a@b.it'])('leave %j as it is', (text) =>
    expect(csvCell(text)).toBe(text),
  );

  it('keep numbers numbers', () => expect([csvCell(-5), csvCell(0.1), csvCell(null)]).toEqual(['-5', '0.1', '']));

  it('are quoted where RFC 4180 needs it', () => {
    expect(csvText(['a', 'b'], [['x,y', 'say "hi"\n']])).toBe('a,b\r\n"x,y","say ""hi""\n"\r\n');
  });
});
