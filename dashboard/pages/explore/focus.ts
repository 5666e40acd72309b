import type { Hexes } from '#api/stats/hexes.schema.ts';
import { cellToLatLng } from 'h3-js';
import type { Frame } from '../../charts/hex-map.ts';
import type { Bounds } from '../../charts/projection.ts';
import { picture, type Place } from './place.ts';

/** Width and height of the map on a phone, and how many picture units its width shows at least. */
const phone = { width: 390, height: 563, least: 340 };
/** The share of reports left out at each side. */
const tail = 0.08;

/** Where most reports are: a frame of the picture in the shape of a phone's map, and the same in degrees. */
export function focusOf({ cells, counts }: Pick<Hexes, 'cells' | 'counts'>, place: Place): { frame: Frame; bounds: Bounds } {
  const places = cells.map((cell, index) => {
    const [lat, lon] = cellToLatLng(cell);
    return { lon, lat, count: counts[index]! };
  });
  if (places.length === 0) return { frame: [0, 0, picture.width, picture.height], bounds: place.bounds };
  const [west, east] = middle(places.map(({ lon, count }) => [lon, count]));
  const [south, north] = middle(places.map(({ lat, count }) => [lat, count]));
  const [left, top] = place.projection.project(west, north);
  const [right, bottom] = place.projection.project(east, south);
  const width = Math.max(phone.least, right - left, ((bottom - top) * phone.width) / phone.height);
  const height = (width * phone.height) / phone.width;
  const frame: Frame = [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
  return { frame, bounds: [west, south, east, north] };
}

/** The values between which the middle of the weight lies. */
function middle(values: readonly (readonly [number, number])[]): readonly [number, number] {
  const sorted = values.toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let before = 0;
  const inside = sorted.filter(([, weight]) => {
    const at = before + weight / 2;
    before += weight;
    return at >= total * tail && at <= total * (1 - tail);
  });
  return [(inside[0] ?? sorted[0]!)[0], (inside.at(-1) ?? sorted.at(-1)!)[0]];
}
