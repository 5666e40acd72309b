/** What colours the hexagons. */
export const metrics = ['count', 'open', 'days', 'density'] as const;
export type Metric = (typeof metrics)[number];

/** Lower bounds of the classes 2 to 7 (six of them): a value under the first is class 0. */
export type Breaks = readonly [number, number, number, number, number, number];

const quantiles = [0.16, 0.34, 0.52, 0.7, 0.86, 0.96];
const roundSteps = [1, 1.5, 2, 3, 4, 5, 6, 8];

/**
 * Breaks of seven classes for positive values: near fixed quantiles, moved to round numbers and always increasing, so
 * that the scale follows the zoom and the filters. Without values: 2, 3, 4, 5, 6, 7.
 */
export function breaksFor(values: readonly number[]): Breaks {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const whole = sorted.every(Number.isInteger);
  const breaks: number[] = [];
  let floor = whole ? 1 : 0;
  for (const quantile of quantiles) {
    const value = sorted[Math.floor(quantile * (sorted.length - 1))] ?? 0;
    floor = roundAbove(floor, value, whole);
    breaks.push(floor);
  }
  return breaks as unknown as Breaks;
}

/** Class of a value, 0 (least) to 6 (most). */
export function classOf(value: number, breaks: Breaks): number {
  const above = breaks.findIndex((limit) => value < limit);
  return above < 0 ? breaks.length : above;
}

/** The round number nearest to `value` that is above `floor`. */
function roundAbove(floor: number, value: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, floor, 1e-3)));
  const candidates = [power / 10, power, power * 10].flatMap((unit) => roundSteps.map((step) => step * unit));
  const allowed = candidates.filter((candidate) => candidate > floor * (1 + 1e-9) && (!whole || Number.isInteger(candidate)));
  if (!allowed.length) return floor + 1;
  return allowed.reduce((best, candidate) => (Math.abs(candidate - value) < Math.abs(best - value) ? candidate : best));
}
