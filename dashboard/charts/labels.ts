import { html } from 'hono/html';
import type { Markup } from '../parts/markup.ts';

/** A name on the map; the heavier ones are placed first. */
export interface PlaceName {
  name: string;
  x: number;
  y: number;
  weight: number;
}

/** Left, top, right, bottom. */
export type Rectangle = readonly [number, number, number, number];

const textHeight = 14;
const letterWidth = 7.4;
const margin = 6;

/** Names that fit in the frame, without touching each other or what covers the map. `unit`: picture units in one pixel. */
export function placeLabels(
  names: readonly PlaceName[],
  [left, top, width, height]: readonly [number, number, number, number],
  unit: number,
  covered: readonly Rectangle[],
): Markup {
  const taken: Rectangle[] = [...covered];
  const size = Math.round(textHeight * unit * 10) / 10;
  const placed = names
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ name, x, y }) => {
      const [half, tall] = [((name.length * letterWidth) / 2 + margin) * unit, (textHeight / 2 + margin) * unit];
      const box: Rectangle = [x - half, y - tall, x + half, y + tall];
      const inside = box[0] > left && box[1] > top && box[2] < left + width && box[3] < top + height;
      if (!inside || taken.some((other) => overlap(box, other))) return false;
      taken.push(box);
      return true;
    });
  return html`${placed.map(
    ({ name, x, y }) =>
      html`<text x="${Math.round(x)}" y="${Math.round(y + size / 3)}" font-size="${size}" stroke-width="${size / 3.5}"
        >${name}</text
      >`,
  )}`;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
