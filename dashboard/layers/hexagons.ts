import { H3HexagonLayer } from '@deck.gl/geo-layers';
import { classOf, colourOf } from '#dashboard/charts/scale.ts';
import { type Rgba, withOpacity } from '#dashboard/map/colour.ts';
import type { HexField } from '#dashboard/map/hexes.ts';
import type { Palette } from './palette.ts';

const nothing: Rgba = [0, 0, 0, 0];

/** The hexagons of known value, in seven classes, parted by a thin line of the ground's colour. `opacity` 0 to 1. */
export function hexagons({ drawn, breaks, metric, resolution }: HexField, palette: Palette, opacity: number) {
  const { cells, values } = drawn;
  const scale = metric === 'change' ? palette.changes : metric === 'median_days' ? palette.days : palette.counts;
  const classes = breaks.map((_, index) => withOpacity(scale[colourOf(index, breaks.length)]!, opacity));
  const isDrawn = (index: number) => !Number.isNaN(values[index]);
  return new H3HexagonLayer<string>({
    id: `hexagons-${resolution}`,
    data: cells,
    getHexagon: (cell) => cell,
    getFillColor: (_, { index }) => (isDrawn(index) ? (classes[classOf(values[index]!, breaks)] ?? nothing) : nothing),
    getLineColor: (_, { index }) => (isDrawn(index) ? palette.ground : nothing),
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    extruded: false,
    stroked: true,
    pickable: false,
    updateTriggers: { getFillColor: [scale, opacity, breaks, values], getLineColor: [palette.ground, values] },
  });
}
