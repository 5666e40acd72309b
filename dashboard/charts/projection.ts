/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** Free space inside a picture, in its units. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Web Mercator fitted to a picture: the same frame as the live map makes of the same bounds. */
export interface Projection {
  /** Longitude and latitude to x and y of the picture. */
  project: (lon: number, lat: number) => readonly [number, number];
  /** Metres on the ground in one unit, at the middle. */
  metresPerUnit: number;
}

const metresAround = 40_075_016.686;

/** Fits bounds into `width` × `height`, inside the padding, north up. */
export function fitTo(bounds: Bounds, width: number, height: number, padding: Padding): Projection {
  const [west, south, east, north] = bounds;
  const [left, right, top, bottom] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
  const [innerWidth, innerHeight] = [width - padding.left - padding.right, height - padding.top - padding.bottom];
  const scale = Math.min(innerWidth / Math.max(right - left, 1e-9), innerHeight / Math.max(bottom - top, 1e-9));
  const x0 = padding.left + (innerWidth - (right - left) * scale) / 2 - left * scale;
  const y0 = padding.top + (innerHeight - (bottom - top) * scale) / 2 - top * scale;
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return {
    project: (lon, lat) => [x0 + mercatorX(lon) * scale, y0 + mercatorY(lat) * scale],
    metresPerUnit: (metresAround * Math.cos(middle)) / scale,
  };
}

/** The smallest bounds around points; undefined without any. */
export function boundsOf(points: Iterable<readonly number[]>): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    if (lon === undefined || lat === undefined) continue;
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return west <= east ? [west, south, east, north] : undefined;
}

function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

function mercatorY(lat: number): number {
  const sine = Math.sin((Math.min(85, Math.max(-85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
