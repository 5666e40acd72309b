import type { LngLatLike, Map as MapLibre } from 'maplibre-gl';
import { cellToBoundary } from 'h3-js';
import type { View } from '#dashboard/map/address.ts';
import type { Room } from '#dashboard/map/room.ts';
import type { Box } from '#dashboard/map/window.ts';

const air = 24;
const moveMs = 180;

/** How long a movement may take, ms: none for people who asked for less motion. */
export function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : moveMs;
}

/** Where the map looks. */
export function viewOf(map: MapLibre): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), latitude: lat, longitude: lng };
}

/** The part of the world in the frame. */
export function boxOf(map: MapLibre): Box {
  const { clientWidth, clientHeight } = map.getContainer();
  const { lng: west, lat: north } = map.unproject([0, 0]);
  const { lng: east, lat: south } = map.unproject([clientWidth, clientHeight]);
  return [west, south, east, north];
}

/** Makes room for a drawer without moving what is seen: only later movements are centred beside it. */
export function makeRoom(map: MapLibre, padding: Room): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const x = (padding.left + clientWidth - padding.right) / 2;
  const y = (padding.top + clientHeight - padding.bottom) / 2;
  map.jumpTo({ center: map.unproject([x, y]), padding });
}

/** Moves the map just so far that a cell is clear of the frame's edges and of the drawer. */
export function bringIntoView(map: MapLibre, cell: string): void {
  const corners = cellToBoundary(cell, true).map((corner) => map.project(corner as LngLatLike));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const { top, right, bottom, left } = map.getPadding() as Room;
  const { clientWidth, clientHeight } = map.getContainer();
  const x = overflow(Math.min(...xs), Math.max(...xs), left + air, clientWidth - right - air);
  const y = overflow(Math.min(...ys), Math.max(...ys), top + air, clientHeight - bottom - air);
  if (x || y) map.panBy([x, y], { duration: motion() });
}

function overflow(low: number, high: number, least: number, most: number): number {
  if (high - low > most - least) return (low + high) / 2 - (least + most) / 2;
  if (low < least) return low - least;
  return high > most ? high - most : 0;
}
