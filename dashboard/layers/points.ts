import { ScatterplotLayer } from '@deck.gl/layers';
import { type Rgba, withOpacity } from '#dashboard/map/colour.ts';
import type { Palette } from './palette.ts';

/** One report on the map. */
export interface Point {
  id: number;
  longitude: number;
  latitude: number;
  open: boolean;
}

/** Single reports: a full dot is open, a ring is closed. */
export function points(all: readonly Point[], palette: Palette) {
  const [full, hollow]: [Rgba, Rgba] = [palette.ink, withOpacity(palette.card, 0.9)];
  return new ScatterplotLayer<Point>({
    id: 'points',
    data: all,
    getPosition: ({ longitude, latitude }) => [longitude, latitude],
    getFillColor: ({ open }) => (open ? full : hollow),
    getLineColor: palette.ink,
    getRadius: ({ open }) => (open ? 4.5 : 3.2),
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    getLineWidth: 1.2,
    stroked: true,
    updateTriggers: { getFillColor: [full, hollow], getLineColor: palette.ink },
  });
}
