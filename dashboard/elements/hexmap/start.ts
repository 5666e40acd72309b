import { readView, type View } from '#dashboard/map/address.ts';
import { type Room, roomFor } from '#dashboard/map/room.ts';
import type { Box } from '#dashboard/map/window.ts';
import { partOf, rectangleIn } from './parts.ts';

const narrow = '(max-width: 991.98px)';

/** Where the map begins: the view in the address, else the box of the page; with the room its drawer takes. */
export function startOf(host: HTMLElement): { view: View | undefined; box: Box; whole: Box; room: Room } {
  const whole = boxIn(host.dataset.bounds);
  const box = matchMedia(narrow).matches && host.dataset.focus ? boxIn(host.dataset.focus) : whole;
  return { view: readView(location.hash), box, whole, room: drawerRoom(host) };
}

/** The room that the open drawer takes of the map. */
export function drawerRoom(host: HTMLElement): Room {
  const drawer = partOf(host, 'drawer');
  return roomFor(drawer && rectangleIn(host, drawer), rectangleIn(host, host));
}

function boxIn(text: string | undefined): Box {
  const [west, south, east, north] = (text ?? '').split(',').map(Number);
  const valid = [west, south, east, north].every((degrees) => Number.isFinite(degrees));
  return valid ? [west!, south!, east!, north!] : [6.6, 36.6, 18.6, 47.1];
}
