import { type Grip, isAll, moved, type Stretch } from '#dashboard/map/brush.ts';

/** The stretch when the pointer has come to a month. */
export type Drag = (month: number) => Stretch;

/** The month under the pointer. */
export function monthAt(strip: Element, x: number, count: number): number {
  const { left, width } = strip.getBoundingClientRect();
  return Math.min(count - 1, Math.max(0, Math.floor(((x - left) / width) * count)));
}

/** Begins a drag at a month: of a handle, of the whole stretch from inside it, else of a new stretch. */
export function drag(stretch: Stretch, at: number, grip: Grip | undefined, count: number): Drag {
  if (grip) {
    // The handle's middle lies between two months: it must not jump when it is grasped at the other side.
    const edge = grip === 'to' ? stretch.last : stretch.first;
    return (month) => moved(stretch, grip, month - at + (grip === 'whole' ? 0 : clampedStart(edge, at)), count);
  }
  const inside = at >= stretch.first && at <= stretch.last && !isAll(stretch, count);
  if (inside) return (month) => moved(stretch, 'whole', month - at, count);
  return (month) => ({ first: Math.min(at, month), last: Math.max(at, month) });
}

function clampedStart(edge: number, at: number): number {
  return Math.abs(at - edge) <= 1 ? 0 : at - edge;
}
