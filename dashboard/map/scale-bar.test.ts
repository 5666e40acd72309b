import { expect, test } from 'vitest';
import { metresPerPixel, scaleBar } from './scale-bar.ts';

test('a pixel of the whole world on one tile of 512 px shows 78,272 m at the equator', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 0);
});

test('the bar is a round distance, as wide as it says, and never wider than its room', () => {
  for (let zoom = 6; zoom <= 19; zoom += 0.37) {
    const { metres, width } = scaleBar(zoom, 45);
    expect(String(metres)).toMatch(/^[125]0*$/);
    expect(width).toBeLessThanOrEqual(96);
    expect(width).toBeGreaterThan(37);
    expect(Math.abs(width * metresPerPixel(zoom, 45) - metres)).toBeLessThan(metresPerPixel(zoom, 45));
  }
});
