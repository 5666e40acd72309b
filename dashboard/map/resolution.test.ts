import { cellToLatLng, getHexagonEdgeLengthAvg, latLngToCell, UNITS } from 'h3-js';
import { expect, test } from 'vitest';
import { coarsest, finest, resolutionFor } from './resolution.ts';
import { metresPerPixel } from './scale-bar.ts';

const padua = 45.41;

test('a city seen whole is drawn in cells of resolution 9, a street in those of 11', () => {
  expect(resolutionFor(12.5, padua)).toBe(9);
  expect(resolutionFor(15.5, padua)).toBe(11);
});

test('cells stay between 17 and 42 px across at every zoom the resolutions reach', () => {
  for (let zoom = 8; zoom <= 15.5; zoom += 0.1) {
    const edge = getHexagonEdgeLengthAvg(resolutionFor(zoom, padua), UNITS.m) / metresPerPixel(zoom, padua);
    expect(edge * Math.sqrt(3), `zoom ${zoom}`).toBeGreaterThan(14);
    expect(edge * Math.sqrt(3), `zoom ${zoom}`).toBeLessThan(42);
  }
});

test('the resolution never goes back while the map comes nearer, and ends where the API does', () => {
  const found = Array.from({ length: 160 }, (_, step) => resolutionFor(4 + step / 10, padua));
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect([found[0], found.at(-1)]).toEqual([coarsest, finest]);
});

test('what is shown is kept when another resolution is hardly better, so that it does not flicker', () => {
  const zooms = Array.from({ length: 300 }, (_, step) => 11 + step / 100);
  const edge = zooms.find((zoom) => resolutionFor(zoom, padua) > resolutionFor(11, padua))!;
  const before = resolutionFor(11, padua);
  expect(resolutionFor(edge, padua, before)).toBe(before);
  expect(resolutionFor(edge + 0.3, padua, before)).toBe(before + 1);
});

test('near the pole a pixel shows less ground, so the same zoom wants finer cells', () => {
  expect(resolutionFor(12, 70)).toBeGreaterThan(resolutionFor(12, 0));
  expect(cellToLatLng(latLngToCell(70, 20, 9))[0]).toBeCloseTo(70, 1);
});
