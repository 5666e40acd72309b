import { gridDisk, latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import { fieldOf, hexesAddress, pointsAddress } from './hexes.ts';

const middle = latLngToCell(45.41, 11.88, 9);
const cells = gridDisk(middle, 1);
const answer = {
  cells,
  values: cells.map((_, index) => (index === 0 ? null : index)),
  counts: cells.map(() => 12),
  breaks: [1, 3, 5],
};

test('the address asks for the filters of the page as they are, pinned to its snapshot', () => {
  const address = hexesAddress('/api', 'category=buche&category=verde&from=2025', {
    snapshot: '20260101T030000Z-0badcafe',
    metric: 'median_days',
    resolution: 9,
    window: undefined,
  });
  expect(address).toBe(
    '/api/stats/hexes?category=buche&category=verde&from=2025&metric=median_days&resolution=9&snapshot=20260101T030000Z-0badcafe',
  );
});

test('a box among the filters still holds when the map asks for a window', () => {
  const wanted = { snapshot: '', window: [11.8, 45.4, 11.9, 45.5] as const };
  expect(new URLSearchParams(pointsAddress('/api', 'bbox=11.85,45.3,12,45.45', wanted).split('?')[1]).get('bbox')).toBe(
    '11.85,45.4,11.9,45.45',
  );
});

test('a field keeps what is not known as null, and where each cell is', () => {
  const field = fieldOf(answer, 'median_days', 9, undefined);
  expect(field.hexes).toHaveLength(7);
  expect(field.byCell.get(middle)).toMatchObject({ value: null, count: 12 });
  expect(field.byCell.get(cells[3]!)?.value).toBe(3);
  expect(field.hexes[0]!.latitude).toBeCloseTo(45.41, 2);
});

test('cells that the window cut are left out: their numbers are of a part', () => {
  const tight = fieldOf(answer, 'count', 9, [11.8775, 45.4082, 11.8825, 45.4118]);
  expect(tight.hexes.length).toBeLessThan(7);
});
