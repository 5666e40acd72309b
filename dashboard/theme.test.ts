import { expect, test } from 'vitest';
import { contrast, defaultColour, readableColour, themePath, themeSheet } from './theme.ts';

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a colour that cannot be read on the page is replaced by the default one', () => {
  expect(readableColour('#8C1D40')).toBe('#8c1d40');
  expect(readableColour('#ffcc00')).toBe(defaultColour);
  expect(readableColour('red; } body { display: none')).toBe(defaultColour);
  expect(readableColour(undefined)).toBe(defaultColour);
});

test('the style sheet of a colour sets it, and nothing else makes a style sheet', () => {
  expect(themePath('#8c1d40')).toBe('/theme/8c1d40.css');
  expect(themeSheet('8c1d40.css')).toBe(':root{--comune:#8c1d40}');
  expect(themeSheet('8c1d40}.css')).toBeUndefined();
  expect(themeSheet('8c1d40')).toBeUndefined();
});
