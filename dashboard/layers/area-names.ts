import { TextLayer } from '@deck.gl/layers';
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

/** Names of areas above the hexagons, with a halo. */
export function areaNames(names: readonly AreaName[], palette: Palette) {
  return new TextLayer<AreaName>({
    id: 'area-names',
    data: names,
    getText: ({ name }) => name,
    getPosition: ({ longitude, latitude }) => [longitude, latitude],
    getSize: nameSize,
    getColor: palette.label,
    fontFamily: nameFont,
    fontWeight: 600,
    fontSettings: { sdf: true, fontSize: 56, buffer: 14, radius: 16, smoothing: 0.14 },
    outlineWidth: 5,
    outlineColor: palette.halo,
    characterSet: 'auto',
    updateTriggers: { getColor: palette.label },
  });
}
