import { getHexagonEdgeLengthAvg, UNITS } from 'h3-js';
import { metresPerPixel } from './scale-bar.ts';

/** H3 resolutions the API counts by. */
export const coarsest = 5;
export const finest = 11;

/** Zoom from which single reports are drawn too. */
export const pointsFrom = 16;

/** Edge of a hexagon on the screen that reads best, px: cells of about 26 px across. */
const wantedEdge = 14;
/** How much another resolution must fit better than the shown one, so that it does not flicker: factor of the edge. */
const stickiness = 1.12;

/** The resolution whose cells are nearest to the wanted size at this zoom; `current` is kept when it fits almost as well. */
export function resolutionFor(zoom: number, latitude: number, current?: number): number {
  const scale = metresPerPixel(zoom, latitude);
  const misfit = (resolution: number) => Math.abs(Math.log(getHexagonEdgeLengthAvg(resolution, UNITS.m) / scale / wantedEdge));
  let best = coarsest;
  for (let resolution = coarsest; resolution <= finest; resolution++) {
    if (misfit(resolution) < misfit(best)) best = resolution;
  }
  const stays = current !== undefined && misfit(current) - misfit(best) < Math.log(stickiness);
  return stays ? current : best;
}
