/** Weeks before and after a day in which the same weekday is looked at. */
const weeks = 8;
/** Fewest such days that can say what is usual. */
const fewestDays = 6;
/** How many spreads above the usual number a day has to be. */
const threshold = 5;
/** Spread of a normal distribution by its median absolute deviation. */
const normalSpread = 1.4826;
/** Fewest reports of an unusual day. */
const fewestReports = 10;

/** What is usual for a day: the median of the same weekday in the eight weeks before and after it, and how far such days lie from it. */
export interface Usual {
  median: number;
  /** The greater of 1.4826 × the median absolute deviation, the root of the median (chance alone), and 1. */
  spread: number;
}

/** What is usual for the day at `index` of an unbroken run of daily counts; undefined when too few like days are in it. */
export function usualAt(counts: Int32Array, index: number): Usual | undefined {
  const alike: number[] = [];
  for (let week = -weeks; week <= weeks; week += 1) {
    const count = counts[index + 7 * week];
    if (week !== 0 && count !== undefined) alike.push(count);
  }
  if (alike.length < fewestDays) return undefined;
  const median = medianOf(alike);
  const deviation = medianOf(alike.map((count) => Math.abs(count - median)));
  return { median, spread: Math.max(normalSpread * deviation, Math.sqrt(median), 1) };
}

/** Places of the days with far more reports than usual. */
export function unusualDays(counts: Int32Array): number[] {
  const found: number[] = [];
  for (const [index, count] of counts.entries()) {
    if (count < fewestReports) continue;
    const usual = usualAt(counts, index);
    if (usual && count > usual.median + threshold * usual.spread) found.push(index);
  }
  return found;
}

/** Days of the rule to load before the first day that is judged. */
export const lead = 7 * weeks;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
