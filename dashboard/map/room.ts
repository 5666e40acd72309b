import type { Rectangle } from './labels.ts';

/** Room kept free at the edges of the map, px. */
export interface Room {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The room a drawer takes: at the side when it is narrow, else from below. Both rectangles are in px of the frame. */
export function roomFor(drawer: Rectangle | undefined, frame: Rectangle): Room {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  if (!drawer || drawer.right <= drawer.left) return none;
  const atTheSide = drawer.right - drawer.left < 0.6 * (frame.right - frame.left);
  if (atTheSide) return { ...none, right: frame.right - drawer.left };
  return { ...none, bottom: Math.min(frame.bottom - drawer.top, (frame.bottom - frame.top) * 0.6) };
}
