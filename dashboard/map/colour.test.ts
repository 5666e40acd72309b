import { expect, test } from 'vitest';
import { rgba, withOpacity } from './colour.ts';

test('colours as browsers compute them become numbers', () => {
  expect(rgba('#8c1d40')).toEqual([140, 29, 64, 255]);
  expect(rgba('#fff')).toEqual([255, 255, 255, 255]);
  expect(rgba('rgb(255 255 255 / 0.86)')).toEqual([255, 255, 255, 219]);
  expect(rgba('rgba(16, 20, 22, 0.82)')).toEqual([16, 20, 22, 209]);
  expect(rgba('color(srgb 0.5 0.25 1)')).toEqual([128, 64, 255, 255]);
  expect(rgba('color(srgb 0.5 0.25 1 / 50%)')).toEqual([128, 64, 255, 128]);
});

test('opacity replaces the one a colour had', () => {
  expect(withOpacity([1, 2, 3, 255], 0.5)).toEqual([1, 2, 3, 128]);
});
