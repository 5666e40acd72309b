import { readView, type View } from '#dashboard/map/address.ts';
import { type Room, roomFor } from '#dashboard/map/room.ts';
import type { Box } from '#dashboard/map/window.ts';
import { partOf, rectangleIn } from './parts.ts';

const narrow = '(max-width: 991.98px)';

/** Margins of the wide picture that the server draws (dashboard/pages/explore/place.ts): nothing moves when the map takes its place. */
const pictureMargin: Room = { top: 64, right: 24, bottom: 40, left: 24 };
const none: Room = { top: 0, right: 0, bottom: 0, left: 0 };

/** Where a map begins. */
export interface Start {
  view: View | undefined;
  /** What to fit when there is no view, and the margin around it, px. */
  box: Box;
  margin: Room;
  /** The box that holds all reports. */
  whole: Box;
  /** What the open drawer takes. */
  room: Room;
}

/** Where the map begins: the view in the address, else the box of the page. */
export function startOf(host: HTMLElement): Start {
  const whole = boxIn(host.dataset.bounds);
  const focused = matchMedia(narrow).matches && host.dataset.focus;
  const [box, margin] = focused ? [boxIn(focused), none] : [whole, pictureMargin];
  return { view: readView(location.hash), box, margin, whole, room: drawerRoom(host) };
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
