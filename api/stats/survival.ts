/** How many things happened, and how many were lost from sight still waiting, after the same time. */
export interface Observation {
  time: number;
  events: number;
  censored: number;
}

/** One step of a Kaplan–Meier curve. */
export interface Step {
  time: number;
  /** Still waiting just before. */
  atRisk: number;
  events: number;
  /** Share still waiting after it. */
  survival: number;
  /** Greenwood's sum Σ d / (n (n − d)); infinite once nobody waits any more. */
  greenwood: number;
}

/** Two probabilities this close are the same: sums of rounded steps must not move a quantile. */
export const sameShare = 1e-9;

/**
 * The product-limit estimate (Kaplan and Meier 1958). Observations in order of time, one for each time; those lost from sight
 * at the time of an event count as waiting at that event.
 */
export function kaplanMeier(observations: readonly Observation[]): Step[] {
  let atRisk = observations.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let survival = 1;
  let greenwood = 0;
  const steps: Step[] = [];
  for (const { time, events, censored } of observations) {
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, greenwood });
    }
    atRisk -= events + censored;
  }
  return steps;
}

/** The first time by which the share `p` has had its event; null when that is not reached. */
export function quantile(steps: readonly Pick<Step, 'time' | 'survival'>[], p: number): number | null {
  return steps.find(({ survival }) => survival <= 1 - p + sameShare)?.time ?? null;
}

/** Greenwood's standard error of the share still waiting. */
export function standardError({ survival, greenwood }: Pick<Step, 'survival' | 'greenwood'>): number {
  return survival === 0 ? 0 : survival * Math.sqrt(greenwood);
}

/** The 95 % band of a step by the log-log transformation, which never leaves 0 to 1; without width where the curve is 0 or 1. */
export function band({ survival, greenwood }: Pick<Step, 'survival' | 'greenwood'>, z = 1.959963984540054): [number, number] {
  if (survival <= 0 || survival >= 1) return [survival, survival];
  const theta = (z * Math.sqrt(greenwood)) / Math.log(survival);
  return [survival ** Math.exp(-theta), survival ** Math.exp(theta)];
}
