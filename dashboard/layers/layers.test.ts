import { cellToBoundary, gridDisk, latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import type { Rgba } from '#dashboard/map/colour.ts';
import { fieldOf } from '#dashboard/map/hexes.ts';
import { areaNames } from './area-names.ts';
import { hexagons } from './hexagons.ts';
import { outline } from './outline.ts';
import type { Palette } from './palette.ts';
import { points } from './points.ts';
import { tooFew } from './too-few.ts';

const grey = (level: number): Rgba => [level, level, level, 255];
const palette: Palette = {
  counts: [1, 2, 3, 4, 5, 6, 7].map(grey),
  days: [11, 12, 13, 14, 15, 16, 17].map(grey),
  changes: [31, 32, 33, 34, 35, 36, 37].map(grey),
  hatch: grey(20),
  sunk: grey(21),
  ground: grey(22),
  ink: grey(23),
  card: grey(24),
  action: grey(25),
  label: grey(26),
  halo: grey(27),
};
const middle = latLngToCell(45.41, 11.88, 9);
const cells = gridDisk(middle, 1).slice(0, 4);
const answer = { cells, values: [null, 1, 30, 500], counts: [3, 20, 30, 500], breaks: [1, 5, 15, 30, 60, 100, 150] };
const field = fieldOf(answer, 'count', 9, undefined);

/** The colour that a layer gives to one of its rows. */
function colourOf(layer: { props: { getFillColor?: unknown; data?: unknown } }, row: object | undefined): unknown {
  const { getFillColor, data } = layer.props;
  const cell = row && 'cell' in row ? row.cell : undefined;
  return typeof getFillColor === 'function' ? getFillColor(row, { index: (data as unknown[]).indexOf(cell) }) : getFillColor;
}

test('hexagons have the colour of their class, counts in one sequence and days in another', () => {
  const [, least, fourth, most] = field.hexes;
  const counts = hexagons(field, palette, 1);
  expect([least, fourth, most].map((hex) => colourOf(counts, hex))).toEqual([grey(1), grey(4), grey(7)]);
  const days = hexagons({ ...field, metric: 'median_days' }, palette, 1);
  expect(colourOf(days, most)).toEqual(grey(17));
});

test('few classes still use the whole sequence', () => {
  const layer = hexagons({ ...field, breaks: [1, 100] }, palette, 1);
  expect([colourOf(layer, field.hexes[1]), colourOf(layer, field.hexes[3])]).toEqual([grey(1), grey(7)]);
});

test('opacity is that of the colour, so that the lines between stay clear', () => {
  const [, , , alpha] = colourOf(hexagons(field, palette, 0.5), field.hexes[1]) as Rgba;
  expect(alpha).toBe(128);
});

test('what has too few reports is hatched and not coloured', () => {
  const known = hexagons(field, palette, 1).props.data as unknown[];
  const hatched = tooFew(field, palette).props.data as unknown[];
  expect([known.length, hatched.length]).toEqual([3, 1]);
  expect(hatched).toEqual([field.hexes[0]]);
});

test('an outline is a halo under a line, closed around the cell', () => {
  const layers = outline('chosen', middle, [palette.card, 6], [palette.ink, 2.5]);
  expect(layers.map(({ props }) => props.getWidth)).toEqual([6, 2.5]);
  const [ring] = layers[0]!.props.data as [number, number][][];
  expect(ring).toEqual(cellToBoundary(middle, true));
  expect(ring!.at(-1)).toEqual(ring![0]);
});

test('an open report is a full dot, a closed one a ring', () => {
  const place = { id: 1, longitude: 11.88, latitude: 45.41 };
  const layer = points([{ ...place, open: true }], palette);
  expect(colourOf(layer, { ...place, open: true })).toEqual(palette.ink);
  expect(colourOf(layer, { ...place, open: false })).not.toEqual(palette.ink);
});

test('names stand on their halos', () => {
  const [halo, text] = areaNames([{ name: 'San Rocco', longitude: 11.88, latitude: 45.41 }], palette);
  expect([halo!.props.getColor, text!.props.getColor]).toEqual([[27, 27, 27, 230], palette.label]);
});
