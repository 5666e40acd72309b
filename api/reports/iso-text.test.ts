import { expect, test } from 'vitest';
import { isoText } from './iso-text.ts';

test('a moment is written as toISOString writes it', () => {
  const moments = [
    '1900-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '2024-02-29T12:34:56.007Z',
    '2199-12-31T23:59:59.990Z',
  ];
  for (const moment of moments) expect(isoText(new Date(moment))).toBe(moment);
  for (let ms = -3e12; ms < 7e12; ms += 7_777_777_777) expect(isoText(new Date(ms))).toBe(new Date(ms).toISOString());
});

test('no moment is refused as toISOString refuses it', () => {
  expect(() => isoText(new Date(Number.NaN))).toThrow(RangeError);
});
