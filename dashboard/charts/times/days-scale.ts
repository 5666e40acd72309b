import type { Texts } from '../../i18n/texts.ts';

/** Where a logarithmic axis of days may begin, end and have its ticks: from an hour to ten years. */
const steps = [1 / 24, 0.25, 1, 3, 7, 14, 30, 60, 120, 365, 730, 1825, 3650] as const;
/** Pixels between two tick labels at least. */
const apart = 46;

/** A logarithmic scale of days. */
export interface DaysScale {
  x: (days: number) => number;
  ticks: { x: number; days: number }[];
}

/** The scale from `left` to `right` that holds these values, and at least a tenfold. */
export function daysScale(values: readonly number[], left: number, right: number): DaysScale {
  const positive = values.filter((value) => value > 0);
  const least = positive.length > 0 ? Math.min(...positive) : 1;
  const low = steps.findLast((step) => step <= least) ?? steps[0];
  const high = steps.find((step) => step >= Math.max(low * 10, ...values)) ?? steps.at(-1)!;
  const [from, to] = [Math.log(low), Math.log(high)];
  const x = (days: number) => left + ((Math.log(Math.min(high, Math.max(low, days))) - from) / (to - from)) * (right - left);
  const ticks: DaysScale['ticks'] = [];
  for (const days of steps.filter((step) => step >= low && step <= high)) {
    if (ticks.length === 0 || x(days) - ticks.at(-1)!.x >= apart) ticks.push({ x: x(days), days });
  }
  return { x, ticks };
}

/** What is written at a tick: "6 h", "30", "1 anno". */
export function tickWords(days: number, isFirst: boolean, { t, format }: Texts): string {
  if (days < 1) return t('times.h', { n: Math.round(days * 24) });
  if (days >= 365) return t('times.years', { n: Math.round(days / 365) });
  return isFirst || days === 1 ? t('times.d', { n: days }) : format.number(days);
}
