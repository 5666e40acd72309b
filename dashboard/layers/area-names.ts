import { TextLayer } from '@deck.gl/layers';
import { type Rgba, withOpacity } from '#dashboard/map/colour.ts';
import type { Palette } from './palette.ts';

/** A name and where it stands. */
export interface AreaName {
  name: string;
  longitude: number;
  latitude: number;
}

/** Size of the names, px; also what their room is measured with. */
export const nameSize = 14;
export const nameFont = "'Titillium Web', sans-serif";

const drawnAt = 64;
/** Width of the halo at `drawnAt`: a good 2 px on the screen. */
const haloWidth = 10;
const plain = { sdf: true, fontSize: drawnAt, buffer: 8, radius: 16, cutoff: 0.25, smoothing: 0.12 };
// The layer's own outline is not drawn in deck.gl 9.4 (both passes use the uniforms of the second): a text grown by a
// lower cutoff lies under the plain one instead.
const grown = { ...plain, buffer: 24, radius: 2 * haloWidth, cutoff: -0.25, smoothing: 0.06 };

/** Names of areas above the hexagons, with a halo. */
export function areaNames(names: readonly AreaName[], palette: Palette) {
  const text = (id: string, fontSettings: typeof plain, colour: Rgba) =>
    new TextLayer<AreaName>({
      id,
      data: names,
      getText: ({ name }) => name,
      getPosition: ({ longitude, latitude }) => [longitude, latitude],
      getSize: nameSize,
      getColor: colour,
      fontFamily: nameFont,
      fontWeight: 600,
      fontSettings,
      characterSet: 'auto',
      updateTriggers: { getColor: colour },
    });
  return [text('area-name-halos', grown, withOpacity(palette.halo, 0.9)), text('area-names', plain, palette.label)];
}
