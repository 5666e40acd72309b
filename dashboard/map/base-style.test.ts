import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { type BaseColours, baseStyle } from './base-style.ts';

const colours = Object.fromEntries(
  ['out', 'city', 'park', 'water', 'road', 'casing', 'street', 'rail', 'boundary'].map((name, index) => [
    name,
    `#${index}${index}${index}`,
  ]),
) as unknown as BaseColours;

test('the style is valid and asks nobody else for anything', () => {
  const style = baseStyle(colours, { areas: '/api/areas', streets: '/api/streets' });
  expect(validateStyleMin(style)).toEqual([]);
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
  expect(style.layers.filter(({ type }) => type === 'symbol')).toEqual([]);
});

test('every kind of street and every colour is drawn', () => {
  const drawn = JSON.stringify(baseStyle(colours, { areas: 'a', streets: 's' }).layers);
  for (const kind of ['main', 'street', 'path', 'water', 'rail', 'park']) expect(drawn).toContain(`"${kind}"`);
  for (const colour of Object.values(colours)) expect(drawn).toContain(`"${colour}"`);
});
