import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, common, isWhole, snapped, windowFor } from './window.ts';

const town: Box = [11.8, 45.35, 11.98, 45.47];

test('a town is asked for whole at the resolutions of a city, and by windows when cells are many', () => {
  expect(windowFor([11.85, 45.4, 11.9, 45.42], town, 9)).toBeUndefined();
  expect(windowFor([11.85, 45.4, 11.9, 45.42], town, 11)).toBeDefined();
});

test('a window holds the view with room for whole cells around it', () => {
  const view: Box = [11.861, 45.403, 11.877, 45.409];
  const [west, south, east, north] = windowFor(view, town, 11)!;
  expect(west).toBeLessThan(view[0]);
  expect(south).toBeLessThan(view[1]);
  expect(east).toBeGreaterThan(view[2]);
  expect(north).toBeGreaterThan(view[3]);
  const atTheEdge = latLngToCell(view[1], view[0], 11);
  expect(isWhole(atTheEdge, 11, [west, south, east, north])).toBe(true);
});

test('small moves need no other window', () => {
  const first = windowFor([11.861, 45.403, 11.877, 45.409], town, 11);
  const second = windowFor([11.8611, 45.4031, 11.8771, 45.4091], town, 11);
  expect(second).toEqual(first);
});

test('snapping only ever makes a box larger, and stays on the globe', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(179), degrees(84), fc.double({ min: 0.001, max: 1, noNaN: true }), (west, south, size) => {
      const view: Box = [west, south, Math.min(west + size, 180), south + size / 2];
      const box = snapped(view);
      const slack = 1e-6;
      return (
        box[0] <= view[0] + slack &&
        box[1] <= view[1] + slack &&
        box[2] >= view[2] - slack &&
        box[3] >= view[3] - slack &&
        box[0] >= -180 &&
        box[2] <= 180
      );
    }),
  );
});

test('a cell cut by the edge is not whole, whichever corner sticks out', () => {
  const cell = latLngToCell(45.41, 11.88, 9);
  const corners = cellToBoundary(cell, true);
  const [lat, lon] = cellToLatLng(cell);
  expect(isWhole(cell, 9, [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01])).toBe(true);
  for (const [x, y] of corners) {
    const cut: Box = x < lon ? [x + 1e-5, lat - 0.01, lon + 0.01, lat + 0.01] : [lon - 0.01, lat - 0.01, x - 1e-5, lat + 0.01];
    expect(isWhole(cell, 9, cut), `${x} ${y}`).toBe(false);
  }
});

test('the box of a filter and the window are asked for together, or the filter alone when they are apart', () => {
  expect(common([0, 0, 2, 2], [1, 1, 3, 3])).toEqual([1, 1, 2, 2]);
  expect(common([0, 0, 2, 2], undefined)).toEqual([0, 0, 2, 2]);
  expect(common([0, 0, 1, 1], [2, 2, 3, 3])).toEqual([2, 2, 3, 3]);
});
