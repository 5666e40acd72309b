/** Farthest that a pointer may be from a mark, pixels. */
const reach = 48;

/** What has a place on the screen. */
interface Placed {
  getBoundingClientRect: () => { left: number; right: number; top: number; bottom: number };
}

/** The mark under the pointer, else the nearest one in reach; of several as near, the smallest. */
export function nearestMark<Mark extends Placed>(
  marks: readonly Mark[],
  { clientX, clientY }: { clientX: number; clientY: number },
): Mark | undefined {
  let [best, least, smallest]: [Mark | undefined, number, number] = [undefined, reach, Infinity];
  for (const mark of marks) {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
    const size = (right - left) * (bottom - top);
    if (away < least || (away === least && size < smallest)) [best, least, smallest] = [mark, away, size];
  }
  return best;
}

/** Where a key leads from a mark; undefined for other keys. */
export function nextMark<Mark>(marks: readonly Mark[], from: Mark | undefined, key: string): Mark | undefined {
  const at = from === undefined ? -1 : marks.indexOf(from);
  if (key === 'ArrowRight' || key === 'ArrowDown') return marks[Math.min(at + 1, marks.length - 1)];
  if (key === 'ArrowLeft' || key === 'ArrowUp') return marks[Math.max(at - 1, 0)];
  if (key === 'Home') return marks[0];
  return key === 'End' ? marks.at(-1) : undefined;
}
