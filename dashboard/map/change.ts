import { breaksOf } from '#api/stats/breaks.ts';

/** What two counts of the same hexagons hold. */
export interface Counted {
  cells: readonly string[];
  counts: ArrayLike<number>;
}

/** Hexagons with the difference of their counts; null where both together are too few to say. */
export interface Change {
  cells: string[];
  values: (number | null)[];
  /** Reports of the later period. */
  counts: number[];
  /** Lower ends of seven classes, the middle one of little change. */
  breaks: number[];
  /** From how much on a change is in each class: small, middle, large. */
  steps: [number, number, number];
}

/** Fewest reports of both periods together that make a difference worth saying. */
const minimumSample = 10;

/** How much more reports (less: negative) each hexagon has than before; cells rise. */
export function changeBetween(now: Counted, before: Counted): Change {
  const earlier = new Map(before.cells.map((cell, index) => [cell, before.counts[index]!]));
  const later = new Map(now.cells.map((cell, index) => [cell, now.counts[index]!]));
  const cells = [...new Set([...earlier.keys(), ...later.keys()])].toSorted();
  const counts = cells.map((cell) => later.get(cell) ?? 0);
  const values = cells.map((cell, index) => {
    const was = earlier.get(cell) ?? 0;
    return counts[index]! + was < minimumSample ? null : counts[index]! - was;
  });
  const steps = stepsOf(values);
  const [small, middle, large] = steps;
  return { cells, values, counts, steps, breaks: [-Infinity, 1 - large, 1 - middle, 1 - small, small, middle, large] };
}

/** Three rising round numbers that part the sizes of the changes. */
function stepsOf(values: readonly (number | null)[]): [number, number, number] {
  const ends = breaksOf(values.flatMap((value) => (value ? [Math.abs(value)] : [])));
  const at = (share: number) => ends[Math.floor(share * (ends.length - 1))] ?? 0;
  const small = Math.max(1, at(0.34));
  const middle = Math.max(small + 1, at(0.67));
  return [small, middle, Math.max(middle + 1, at(1))];
}

/** What stands under the classes of a change, least first. `number`: writes a number without its sign. */
export function changeLabels(
  [small, middle, large]: readonly [number, number, number],
  number: (value: number) => string,
): string[] {
  const less = [large, middle, small].map((step) => `−${number(step)}`);
  return [...less, '≈', ...[small, middle, large].map((step) => `+${number(step)}`)];
}

/** "from,to,from,to": the days of the later and of the earlier period, as the page hands them to the map. */
export function readPeriods(text: string | undefined): [now: Days, before: Days] | undefined {
  const [from, to, earlierFrom, earlierTo] = (text ?? '').split(',');
  return from && to && earlierFrom && earlierTo
    ? [
        { from, to },
        { from: earlierFrom, to: earlierTo },
      ]
    : undefined;
}

/** Whether the earlier period ends on the eve of the later one; else it is a year earlier. */
export function areNextToEachOther([now, before]: readonly [Days, Days]): boolean {
  return Date.parse(now.from) - Date.parse(before.to) === 86_400_000;
}

/** A run of days (YYYY-MM-DD), both included. */
export interface Days {
  from: string;
  to: string;
}

/** The filters with another period. */
export function inPeriod(query: string, { from, to }: Days): string {
  const search = new URLSearchParams(query);
  search.set('from', from);
  search.set('to', to);
  return search.toString();
}
