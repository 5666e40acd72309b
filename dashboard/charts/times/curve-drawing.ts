import { areaY, axisX, axisY, dot, gridY, line, type LineOptions, type Markish, ruleX, ruleY, text } from '@observablehq/plot';
import type { Curve } from '#api/stats/response-times.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import { periodWords } from '../../parts/period.ts';
import { plotted } from '../plot.ts';
import { hatch, svg, words } from '../svg.ts';
import type { Days } from './ask.ts';
import type { CurveData } from './curve.ts';
import { spanWords } from './span.ts';

/** How it is drawn; `label` says the finding. */
interface Look {
  width: number;
  texts: Texts;
  label: string;
}

interface Point {
  days: number;
  done: number;
  low: number;
  high: number;
}

/** Where the axis of days may end. */
const ends = [1, 2, 7, 14, 30, 60, 120, 180, 365, 730, 1095] as const;
/** Share of the picture that two points of a line are apart at least: less would not be seen. */
const finest = 0.034;
const manySteps = 100;
const longestName = 16;
const quarters = [0, 0.25, 0.5, 0.75, 0.9, 1];

/** The share done by days since the arrival. */
export function drawCurve({ now, earlier, period, before }: CurveData, { width, texts, label }: Look): string {
  const narrow = width < 600;
  const height = narrow ? 320 : 420;
  if (!now.curve) return tooFew(width, label, now.n, texts);
  const end = endOf(now);
  const ticks = [
    0,
    ...[1 / 24, 0.25, 0.5, 1, 3, 7, 14, 30, 60, 90, 120, 180, 365, 730, 1095].filter((day) => day <= end && day >= end / 17),
  ];
  return plotted({
    width,
    height,
    label,
    marginLeft: 52,
    marginRight: narrow ? 34 : 172,
    marginBottom: 36,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      gridY(quarters, { stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY(quarters, { tickSize: 0, fontSize: 14, tickFormat: (share: number) => texts.format.percent(share) }),
      axisX(spaced(ticks, end, narrow ? 6 : 14), {
        tickSize: 5,
        stroke: 'var(--ink-4)',
        fill: 'var(--ink-2)',
        fontSize: 14,
        tickFormat: (days: number) => (days === end ? spanWords(days, texts) : tickText(days, texts)),
      }),
      ruleY([0], { stroke: 'var(--ink-4)' }),
      band(now.curve, end),
      earlier.curve && lineOf(earlier.curve, 'waiting', end, { stroke: 'var(--ink-3)', strokeWidth: 2 }),
      lineOf(now.curve, 'closedOnly', end, { stroke: 'var(--ink-2)', strokeWidth: 1.5, strokeDasharray: '2 3' }),
      lineOf(now.curve, 'waiting', end, { stroke: 'var(--data)', strokeWidth: 3 }),
      ...reached(now, end, texts, narrow),
      hovered(now.curve, end, texts),
      ...names(now.curve, earlier.curve, { period, before }, end, texts, narrow),
    ],
  });
}

function endOf({ p50, p75, p90, curve }: CurveData['now']): number {
  const last = curve?.days.at(-1) ?? 1;
  const wanted = Math.min((p90 ?? (p75 ?? (p50 ?? last / 3) * 2) * 2) * 1.7, last);
  return ends.find((day) => day >= wanted) ?? ends.at(-1)!;
}

/** Ticks that keep their distance: at most so many. */
function spaced(ticks: readonly number[], end: number, most: number): number[] {
  const kept: number[] = [end];
  for (const tick of ticks.toReversed()) if (kept.at(-1)! - tick >= end / most) kept.push(tick);
  return kept.toReversed();
}

function tickText(days: number, texts: Texts): string {
  return days > 0 && days < 1 ? texts.t('times.h', { n: Math.round(days * 24) }) : texts.format.number(days);
}

/** The curve as shares done up to `end`, thinned to what can be seen. */
function pointsOf(curve: Curve, of: 'waiting' | 'closedOnly', end: number): Point[] {
  const all = curve.days.flatMap((days, index) =>
    days > end ? [] : [{ days, done: 1 - curve[of][index]!, low: 1 - curve.high[index]!, high: 1 - curve.low[index]! }],
  );
  let last = { days: -end, done: 0 };
  const kept = all.filter(({ days, done }, index) => {
    const isFar = (days - last.days) / end + done - last.done >= finest || index === all.length - 1;
    if (isFar) last = { days, done };
    return isFar;
  });
  const reaches = (curve.days.at(-1) ?? 0) >= end;
  return reaches && kept.length > 0 ? [...kept, { ...kept.at(-1)!, days: end }] : kept;
}

/** Few reports make steps; the steps of many are finer than what is drawn, and lines between the points are nearer to them. */
function shapeOf({ days }: Curve): 'step-after' | 'linear' {
  return days.length > manySteps ? 'linear' : 'step-after';
}

function lineOf(curve: Curve, of: 'waiting' | 'closedOnly', end: number, look: LineOptions): Markish {
  return line(pointsOf(curve, of, end), { x: 'days', y: 'done', curve: shapeOf(curve), ...look });
}

function band(curve: Curve, end: number): Markish {
  const look = { x: 'days', y1: 'low', y2: 'high', fill: 'var(--data)', fillOpacity: 0.2 } as const;
  return areaY(pointsOf(curve, 'waiting', end), { ...look, curve: shapeOf(curve) });
}

/** Where half, three in four and nine in ten are reached: a dot, a line down, and the words beside it. */
function reached({ p50, p75, p90 }: CurveData['now'], end: number, texts: Texts, narrow: boolean): Markish[] {
  const { t } = texts;
  const all = [
    { days: p50, done: 0.5, name: t('times.half') },
    { days: p75, done: 0.75, name: t('times.three') },
    { days: p90, done: 0.9, name: t('times.nine') },
  ].flatMap(({ days, ...rest }) => (days === null || days > end ? [] : [{ days, ...rest }]));
  const room = end * (narrow ? 0.27 : 0.11);
  const worded = all.filter(({ days }, index) => index === 0 || days - all[index - 1]!.days > room);
  return [
    ruleX(all, { x: 'days', y1: 0, y2: 'done', stroke: 'var(--ink-3)', strokeDasharray: '2 3' }),
    dot(all, { x: 'days', y: 'done', r: 5, fill: 'var(--data)', stroke: 'var(--card)', strokeWidth: 1.5 }),
    ...(['start', 'end'] as const).map((textAnchor) =>
      text(
        worded.filter(({ days }) => days > end * 0.82 === (textAnchor === 'end')),
        {
          x: 'days',
          y: 0.08,
          text: ({ name, days }: { name: string; days: number }) =>
            `${name}\n${t('times.by-span', { span: spanWords(days, texts) })}`,
          textAnchor,
          dx: textAnchor === 'end' ? -6 : 6,
          fontSize: 14,
          fontWeight: 600,
          lineHeight: 1.25,
          fill: 'var(--ink)',
          stroke: 'var(--card)',
          strokeWidth: 4,
        },
      ),
    ),
  ];
}

/** Unseen dots along the curve that say their values. */
function hovered(curve: Curve, end: number, texts: Texts): Markish {
  const all = pointsOf(curve, 'waiting', end).filter(({ days }) => days > 0);
  const step = Math.ceil(all.length / 18);
  return dot(
    all.filter((_, index) => index % step === 0),
    {
      x: 'days',
      y: 'done',
      r: 4,
      fill: 'var(--data)',
      fillOpacity: 0,
      title: ({ days, done }: Point) =>
        texts.t('times.curve-mark', { span: spanWords(days, texts), share: texts.format.percent(done) }),
    },
  );
}

/** What each line is: at its end, pushed apart; on a phone one under the other in the empty corner. */
function names(
  now: Curve,
  earlier: Curve | null,
  { period, before }: Pick<CurveData, 'period' | 'before'>,
  end: number,
  texts: Texts,
  narrow: boolean,
): Markish[] {
  const lastOf = (curve: Curve, of: 'waiting' | 'closedOnly') => pointsOf(curve, of, end).at(-1)?.done ?? 0;
  const all = [
    { name: texts.t('times.line-closed-only'), at: lastOf(now, 'closedOnly'), ink: 'var(--ink-2)', weight: 400 },
    { name: named(period, 'times.line-now', texts), at: lastOf(now, 'waiting'), ink: 'var(--data)', weight: 600 },
    ...(earlier
      ? [{ name: named(before, 'times.line-before', texts), at: lastOf(earlier, 'waiting'), ink: 'var(--ink-2)', weight: 400 }]
      : []),
  ].toSorted((a, b) => b.at - a.at);
  const apart = 0.055;
  let above = Infinity;
  const placed = all.map((one, index) => {
    const y = narrow ? 0.46 - index * 0.075 : Math.min(one.at + 0.03, above - apart);
    above = y;
    return { ...one, y };
  });
  const look = { x: () => end, y: 'y', text: 'name', fontSize: 14, stroke: 'var(--card)', strokeWidth: 4 } as const;
  return placed.map((one) =>
    text([one], { ...look, textAnchor: narrow ? 'end' : 'start', dx: narrow ? 0 : 8, fill: one.ink, fontWeight: one.weight }),
  );
}

/** "2025", or other words for days that would take too much room. */
function named({ from, to }: Days, otherwise: 'times.line-now' | 'times.line-before', texts: Texts): string {
  const words = periodWords(from, to, texts);
  return words.length > longestName ? texts.t(otherwise) : words;
}

function tooFew(width: number, label: string, n: number, texts: Texts): string {
  const height = 120;
  const middle = { 'text-anchor': 'middle', fill: 'var(--ink)', 'font-weight': 600 };
  return svg({ width, height, label }, hatch(0, 0, width, height) + words(texts.t('times.few', { n }), width / 2, 66, middle));
}
