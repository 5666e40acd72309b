import { PathLayer } from '@deck.gl/layers';
import { cellToBoundary } from 'h3-js';
import type { Rgba } from '#dashboard/map/colour.ts';

/** Two lines around one hexagon: a halo, and a line that is seen on every colour. Widths in px. */
export function outline(id: string, cell: string, halo: readonly [Rgba, number], line: readonly [Rgba, number]) {
  const ring = cellToBoundary(cell, true);
  return [halo, line].map(
    ([colour, width], index) =>
      new PathLayer<readonly [number, number][]>({
        id: `${id}-${index}`,
        data: [ring],
        getPath: (path) => path.flat(),
        positionFormat: 'XY',
        getColor: colour,
        getWidth: width,
        widthUnits: 'pixels',
        jointRounded: true,
        updateTriggers: { getColor: colour, getPath: cell },
      }),
  );
}
