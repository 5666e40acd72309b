import type { Curve } from './response-times.schema.ts';
import { band, thinned } from './survival.ts';
import { inDays } from './times.ts';

/** Points of a curve at most, the first (nothing has happened yet) included. */
const mostPoints = 200;

/** The curve of packed and sorted waiting times in seconds, as the API tells it. */
export function curveOf(waits: Int32Array): Curve {
  const found = thinned(waits, mostPoints - 1);
  const points = found[0]?.time === 0 ? found : [{ time: 0, share: 1, greenwood: 0, done: 0 }, ...found];
  const bands = points.map(band);
  const events = found.at(-1)?.done ?? 0;
  return {
    days: points.map(({ time }) => inDays(time)!),
    waiting: points.map(({ share }) => rounded(share)),
    low: bands.map(([low]) => rounded(low)),
    high: bands.map(([, high]) => rounded(high)),
    closedOnly: points.map(({ done }) => rounded(events === 0 ? 1 : 1 - done / events)),
  };
}

function rounded(share: number): number {
  return Math.round(share * 100_000) / 100_000;
}
