/** Chosen months as places in a list of months, both included. */
export interface Stretch {
  first: number;
  last: number;
}

/** What of a stretch is moved. */
export type Grip = 'from' | 'to' | 'whole';

/** A period as the address says it: months or years (YYYY-MM, YYYY), "" without an end. */
export interface Period {
  from: string;
  to: string;
}

/** Which of the months (YYYY-MM, rising) a period covers; it is cut to them. */
export function stretchOf(months: readonly string[], { from, to }: Period): Stretch {
  const after = months.findIndex((month) => month >= from.slice(0, 7));
  const first = after < 0 ? months.length - 1 : after;
  const last = to ? months.findLastIndex((month) => month <= lastMonth(to)) : months.length - 1;
  return { first: Math.min(first, Math.max(0, last)), last: Math.max(first, last) };
}

function lastMonth(day: string): string {
  return day.length === 4 ? `${day}-12` : day.slice(0, 7);
}

/** The months of a stretch, "" at an end that is the end of all. */
export function monthsOf(months: readonly string[], { first, last }: Stretch): Period {
  return { from: first === 0 ? '' : months[first]!, to: last === months.length - 1 ? '' : months[last]! };
}

/** The same for the address: whole years are named as such, like the links of the years do. */
export function periodOf(months: readonly string[], stretch: Stretch): Period {
  const { from, to } = monthsOf(months, stretch);
  const [first, last] = [months[stretch.first]!, months[stretch.last]!];
  const years = first.endsWith('-01') && last.endsWith('-12') && (from !== '' || to !== '');
  return years ? { from: first.slice(0, 4), to: last.slice(0, 4) } : { from, to };
}

/** The stretch after one of its ends, or all of it, went some months on; it stays among `count` months and has at least one. */
export function moved({ first, last }: Stretch, grip: Grip, by: number, count: number): Stretch {
  if (grip === 'from') return { first: within(first + by, 0, last), last };
  if (grip === 'to') return { first, last: within(last + by, first, count - 1) };
  const step = within(by, -first, count - 1 - last);
  return { first: first + step, last: last + step };
}

/** The next stretch of a film: a month later, from the beginning again after the last; all of the months begin as one month. */
export function played({ first, last }: Stretch, count: number): Stretch {
  const length = last - first + 1 === count ? 1 : last - first + 1;
  const next = length === 1 && last - first > 0 ? 0 : last === count - 1 ? 0 : first + 1;
  return { first: next, last: next + length - 1 };
}

export function isAll({ first, last }: Stretch, count: number): boolean {
  return first === 0 && last === count - 1;
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
