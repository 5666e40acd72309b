import { H3HexagonLayer } from '@deck.gl/geo-layers';
import { classOf, colourOf } from '#dashboard/charts/scale.ts';
import { withOpacity } from '#dashboard/map/colour.ts';
import type { Hex, HexField } from '#dashboard/map/hexes.ts';
import type { Palette } from './palette.ts';

/** The hexagons of known value, in seven classes, parted by a thin line of the ground's colour. `opacity` 0 to 1. */
export function hexagons({ hexes, breaks, metric, resolution }: HexField, palette: Palette, opacity: number) {
  const colours = (metric === 'median_days' ? palette.days : palette.counts).map((colour) => withOpacity(colour, opacity));
  return new H3HexagonLayer<Hex>({
    id: `hexagons-${resolution}`,
    data: hexes.filter(({ value }) => value !== null),
    getHexagon: ({ cell }) => cell,
    getFillColor: ({ value }) => colours[colourOf(classOf(value ?? 0, breaks), breaks.length)]!,
    getLineColor: palette.ground,
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    extruded: false,
    stroked: true,
    pickable: false,
    updateTriggers: { getFillColor: [colours, breaks], getLineColor: palette.ground },
  });
}
