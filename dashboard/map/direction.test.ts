import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { type Direction, nearest, nearestTowards } from './direction.ts';

const middle = latLngToCell(45.41, 11.88, 9);
const place = (cell: string) => {
  const [latitude, longitude] = cellToLatLng(cell);
  return { cell, latitude, longitude };
};
const field = gridDisk(middle, 6).map(place);
const opposite: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };

describe('arrow keys', () => {
  for (const direction of ['left', 'right', 'up', 'down'] as const) {
    test(`${direction} goes to a neighbour on that side`, () => {
      const next = nearestTowards(place(middle), field, direction)!;
      expect(gridDisk(middle, 1)).toContain(next.cell);
      const moved = {
        left: next.longitude < 11.88,
        right: next.longitude > 11.88,
        up: next.latitude > 45.41,
        down: next.latitude < 45.41,
      };
      expect(moved[direction]).toBe(true);
    });

    test(`${direction} and back comes near to where it began`, () => {
      const there = nearestTowards(place(middle), field, direction)!;
      const back = nearestTowards(there, field, opposite[direction])!;
      expect(gridDisk(middle, 1)).toContain(back.cell);
    });

    test(`every cell is left by ${direction} until the edge is reached`, () => {
      let at: { cell: string; latitude: number; longitude: number } | undefined = place(middle);
      const seen = new Set<string>();
      while (at && !seen.has(at.cell)) {
        seen.add(at.cell);
        at = nearestTowards(at, field, direction);
      }
      expect(at).toBeUndefined();
      expect(seen.size).toBeGreaterThan(4);
    });
  }
});

test('across empty ground the nearest cell of that side is found', () => {
  const far = place(latLngToCell(45.41, 12.4, 9));
  expect(nearestTowards(place(middle), [place(middle), far], 'right')).toEqual(far);
  expect(nearestTowards(place(middle), [place(middle), far], 'left')).toBeUndefined();
});

test('the nearest place to a point', () => {
  expect(nearest({ latitude: 45.41, longitude: 11.88 }, field)?.cell).toBe(middle);
  expect(nearest({ latitude: 0, longitude: 0 }, [])).toBeUndefined();
});
