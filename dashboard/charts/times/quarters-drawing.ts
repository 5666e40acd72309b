import { areaY, axisX, axisY, dot, gridY, line, type Markish, ruleY, text } from '@observablehq/plot';
import type { Texts } from '../../i18n/texts.ts';
import { plotted } from '../plot.ts';
import { type Quarter, quarterWords } from './quarters.ts';
import { spanWords } from './span.ts';

/** How it is drawn; `label` says the finding. */
interface Look {
  width: number;
  texts: Texts;
  label: string;
}

type Share = 'p50' | 'p90';

/** Colour, width of the line, and words of each of the two lines. */
const looks = {
  p50: { stroke: 'var(--data)', strokeWidth: 3, ink: 'var(--data)', weight: 600, name: 'times.half' },
  p90: {
    stroke: 'var(--data-2)',
    strokeWidth: 2,
    ink: 'var(--ink-2)',
    weight: 400,
    name: 'times.nine',
    mark: 'times.quarter-nine',
  },
} as const;
/** Pixels between the two labels at the ends of the lines. */
const labelApart = 40;

/** Half and nine in ten by quarter: two lines, the provisional quarters dashed to hollow dots. */
export function drawQuarters(quarters: readonly Quarter[], { width, texts, label }: Look): string {
  const narrow = width < 450;
  const height = narrow ? 300 : 400;
  const [top, bottom] = [12, 32];
  const most = Math.max(1 / 24, ...quarters.map(({ p50, p90 }) => p90 ?? p50 ?? 0)) * 1.1;
  const ticks = ticksOf(most);
  const shift = labelShift(quarters, (height - top - bottom) / most);
  return plotted({
    width,
    height,
    label,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: 40,
    marginRight: narrow ? 92 : 108,
    x: { type: 'utc', label: null },
    y: { label: null, domain: [0, most] },
    marks: [
      gridY(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
      ruleY([0], { stroke: 'var(--ink-4)' }),
      axisY(ticks, { tickSize: 0, fontSize: 14, tickFormat: (days: number) => tickWords(days, most, texts) }),
      axisX({ ticks: 'year', tickSize: 0, fontSize: 14, tickFormat: (day: Date) => `${day.getUTCFullYear()}` }),
      areaY(
        quarters.filter(({ p50, p90, provisional }) => p50 !== null && p90 !== null && !provisional),
        { x: 'day', y1: 'p50', y2: 'p90', fill: 'var(--data)', fillOpacity: 0.12 },
      ),
      ...lineOf('p90', quarters, texts, -shift),
      ...lineOf('p50', quarters, texts, shift),
    ],
  });
}

function lineOf(share: Share, quarters: readonly Quarter[], texts: Texts, dy: number): Markish[] {
  const { stroke, strokeWidth, ink, weight, name } = looks[share];
  const settled = quarters.filter(({ provisional }) => !provisional);
  const known = quarters.filter((row) => row[share] !== null);
  const words = (row: Quarter) => `${texts.t(name)}\n${texts.t('times.by-span', { span: spanWords(row[share]!, texts) })}`;
  return [
    line(settled, { x: 'day', y: share, stroke, strokeWidth }),
    line(quarters.slice(Math.max(0, settled.length - 1)), { x: 'day', y: share, stroke, strokeWidth, strokeDasharray: '4 4' }),
    dot(known, {
      x: 'day',
      y: share,
      r: 4.5,
      stroke,
      strokeWidth: 2,
      fill: ({ provisional }: Quarter) => (provisional ? 'var(--card)' : stroke),
      ...(share === 'p50' ? { title: (row: Quarter) => sentence(row, texts) } : {}),
    }),
    text(known.slice(-1), {
      x: 'day',
      y: share,
      text: words,
      textAnchor: 'start',
      dx: 12,
      dy,
      fontSize: 14,
      fontWeight: weight,
      lineHeight: 1.25,
      fill: ink,
    }),
  ];
}

function sentence(row: Quarter, texts: Texts): string {
  const said = (days: number | null) =>
    days === null ? texts.t('figure.not-yet') : texts.t('times.by-span', { span: spanWords(days, texts) });
  return texts.t('times.quarter-mark', { quarter: quarterWords(row, texts.t), half: said(row.p50), nine: said(row.p90) });
}

/** How far the two labels have to move so as not to meet. */
function labelShift(quarters: readonly Quarter[], pixelsADay: number): number {
  const [half, nine] = (['p50', 'p90'] as const).map((share) => quarters.findLast((row) => row[share] !== null)?.[share]);
  if (typeof half !== 'number' || typeof nine !== 'number') return 0;
  return Math.max(0, (labelApart - (nine - half) * pixelsADay) / 2);
}

/** About five ticks: days, or hours where all is done within two days. */
function ticksOf(most: number): number[] {
  const steps = [1 / 24, 0.125, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000];
  const step = steps.find((one) => most / one <= 6) ?? steps.at(-1)!;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function tickWords(days: number, most: number, { t, format }: Texts): string {
  return days > 0 && most < 6 * 0.5 ? t('times.h', { n: Math.round(days * 24) }) : format.number(days);
}
