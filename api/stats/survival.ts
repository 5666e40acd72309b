/**
 * Waiting times as one sortable number each: twice the time, plus one when it has not happened yet. In order, then, those lost from
 * sight at the time of an event come after it: they count as waiting at that event.
 */
export function packed(time: number, happened: boolean): number {
  return time * 2 + (happened ? 0 : 1);
}

/** One step of a Kaplan–Meier curve. */
export interface Step {
  time: number;
  /** Still waiting just before. */
  atRisk: number;
  events: number;
  /** Share still waiting after it. */
  share: number;
  /** Greenwood's sum Σ d / (n (n − d)); stays as it is when nobody waits any more. */
  greenwood: number;
  /** Events so far. */
  done: number;
}

/**
 * The product-limit estimate (Kaplan and Meier 1958): calls `visit` at each time of an event, in order. `waits` are packed and sorted.
 */
function walk(waits: Int32Array, visit: (step: Step) => void): void {
  const step: Step = { time: 0, atRisk: 0, events: 0, share: 1, greenwood: 0, done: 0 };
  for (let i = 0; i < waits.length;) {
    const wait = waits[i]!;
    if (wait & 1) {
      i += 1;
      continue;
    }
    let after = i + 1;
    while (waits[after] === wait) after += 1;
    step.time = wait / 2;
    step.events = after - i;
    step.atRisk = waits.length - i;
    const left = step.atRisk - step.events;
    step.share *= left / step.atRisk;
    if (left > 0) step.greenwood += step.events / (step.atRisk * left);
    step.done += step.events;
    visit(step);
    i = after;
  }
}

/** All steps. */
export function kaplanMeier(waits: Int32Array): Step[] {
  const steps: Step[] = [];
  walk(waits, (step) => steps.push({ ...step }));
  return steps;
}

const shares = [0.5, 0.75, 0.9] as const;

/** The first times by which half, three in four and nine in ten had their event; null when that is not reached. */
export type Three = [number | null, number | null, number | null];

/** Two shares this close are the same: the rounding of a long product must not move a quantile. */
const sameShare = 1e-9;

/** What there is to tell of some waiting times. */
export interface Estimate {
  n: number;
  events: number;
  quantiles: Three;
  /** The same of those alone that had their event: what one would wrongly say without the others. */
  doneQuantiles: Three;
}

/** Quantiles of packed and sorted waiting times. */
export function estimate(waits: Int32Array): Estimate {
  let events = 0;
  for (let i = 0; i < waits.length; i += 1) if ((waits[i]! & 1) === 0) events += 1;
  const quantiles: Three = [null, null, null];
  const doneQuantiles: Three = [null, null, null];
  walk(waits, ({ time, share, done }) => {
    for (let k = 0; k < shares.length; k += 1) {
      if (share <= 1 - shares[k]! + sameShare) quantiles[k] ??= time;
      if (done >= shares[k]! * events - sameShare) doneQuantiles[k] ??= time;
    }
  });
  return { n: waits.length, events, quantiles, doneQuantiles };
}

/** A point of a curve. */
export type Point = Pick<Step, 'time' | 'share' | 'greenwood' | 'done'>;

/**
 * At most `most` steps of the curve: all when they are few, else those at which it has fallen by another `1 / most`, and the last.
 * Every point lies on the curve.
 */
export function thinned(waits: Int32Array, most: number): Point[] {
  let steps = 0;
  walk(waits, () => (steps += 1));
  const points: Point[] = [];
  let level = Number.POSITIVE_INFINITY;
  let passed = 0;
  walk(waits, ({ time, share, greenwood, done }) => {
    passed += 1;
    const here = Math.ceil(share * (most - 2));
    if (steps > most && here >= level && passed < steps) return;
    level = here;
    points.push({ time, share, greenwood, done });
  });
  return points;
}

/** Greenwood's standard error of a share still waiting. */
export function standardError({ share, greenwood }: Pick<Point, 'share' | 'greenwood'>): number {
  return share * Math.sqrt(greenwood);
}

const normal975 = 1.959963984540054;

/** The 95 % band of a share by the log-log transformation, which never leaves 0 to 1; without width where the share is 0 or 1. */
export function band({ share, greenwood }: Pick<Point, 'share' | 'greenwood'>): [low: number, high: number] {
  if (share <= 0 || share >= 1) return [share, share];
  const theta = (normal975 * Math.sqrt(greenwood)) / Math.log(share);
  return [share ** Math.exp(-theta), share ** Math.exp(theta)];
}
