import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions';
import { H3HexagonLayer } from '@deck.gl/geo-layers';
import { withOpacity } from '#dashboard/map/colour.ts';
import type { Hex, HexField } from '#dashboard/map/hexes.ts';
import type { Palette } from './palette.ts';

const hatching = new FillStyleExtension({ proceduralPattern: true });
const patterns = { hatch: { type: 'hatch', angle: 135, strokeWidth: 1.2, gap: 3.4 } } as const;

/** Hexagons with too few reports for the metric: hatched, so that they read as "not said" and not as little. */
export function tooFew({ hexes, resolution }: HexField, palette: Palette) {
  return new H3HexagonLayer<Hex, FillStyleExtensionProps<Hex>>({
    id: `too-few-${resolution}`,
    data: hexes.filter(({ value }) => value === null),
    // The pattern is drawn on polygons.
    highPrecision: true,
    getHexagon: ({ cell }) => cell,
    getFillColor: withOpacity(palette.hatch, 0.8),
    getLineColor: palette.ground,
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    extruded: false,
    stroked: true,
    pickable: false,
    extensions: [hatching],
    fillPatternMapping: patterns,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: () => 'hatch',
    getFillPatternBackgroundColor: withOpacity(palette.sunk, 0.7),
    updateTriggers: { getFillColor: palette.hatch, getFillPatternBackgroundColor: palette.sunk },
  });
}
