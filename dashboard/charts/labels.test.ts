import { expect, test } from 'vitest';
import { type PlaceName, placeLabels, type Rectangle } from './labels.ts';

const frame = [0, 0, 400, 300] as const;
const place = (name: string, x: number, y: number, weight = 1): PlaceName => ({ name, x, y, weight });
const shown = async (names: PlaceName[], covered: Rectangle[] = [], unit = 1) =>
  [...(await placeLabels(names, frame, unit, covered)).toString().matchAll(/>([^<]+)</g)].map(([, name]) => name);

test('of two names that touch, the heavier place keeps its name', async () => {
  expect(await shown([place('Mulino', 200, 150, 3), place('Centro', 210, 155, 9)])).toEqual(['Centro']);
  expect(await shown([place('Mulino', 100, 50, 3), place('Centro', 210, 155, 9)])).toEqual(['Centro', 'Mulino']);
});

test('a name that the frame would cut, or that something covers, is left out', async () => {
  expect(await shown([place('Colombare', 5, 150), place('Stazione', 200, 150)])).toEqual(['Stazione']);
  expect(await shown([place('Stazione', 200, 150)], [[150, 100, 250, 200]])).toEqual([]);
});

test('in a smaller picture the names need more of it', async () => {
  const near = [place('Mulino', 130, 150, 3), place('Centro', 230, 150, 9)];
  expect(await shown(near)).toHaveLength(2);
  expect(await shown(near, [], 2.4)).toEqual(['Centro']);
});
