const classes = 7;
const roundSteps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** Lower ends of at most seven colour classes with about as many values in each: round numbers, rising, the first at or below the least. */
export function breaksOf(values: readonly (number | null)[]): number[] {
  const sorted = values.filter((value) => value !== null && Number.isFinite(value)).toSorted((a, b) => a! - b!) as number[];
  if (sorted.length === 0) return [];
  // More classes at the upper end, where few cells hold most of the reports.
  const shares = [0, 0.25, 0.5, 0.7, 0.85, 0.94, 0.985];
  const breaks = shares.slice(0, classes).map((share) => roundDown(sorted[Math.floor(share * (sorted.length - 1))]!));
  return [...new Set(breaks)].toSorted((a, b) => a - b);
}

/** The nearest round number at or below: 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten; whole numbers stay whole. */
export function roundDown(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const candidates = roundSteps.map((step) => Number((step * power).toPrecision(2))).filter((step) => step <= value);
  const whole = Number.isInteger(value) ? candidates.filter(Number.isInteger) : candidates;
  return whole.at(-1) ?? Math.min(power, value);
}
