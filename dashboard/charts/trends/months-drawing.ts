import { axisX, axisY, dot, gridY, line, type Markish, ruleY, text } from '@observablehq/plot';
import type { Texts } from '../../i18n/texts.ts';
import { plotted } from '../plot.ts';
import type { MonthPoint } from './months.ts';

/** How it is drawn; `label` says the finding. */
interface Look {
  width: number;
  texts: Texts;
  label: string;
}

/** A line and the look of its year. */
interface Year {
  year: string;
  points: readonly MonthPoint[];
  stroke: string;
  strokeWidth: number;
  ink: string;
  weight: number;
}

const looks = [
  { stroke: 'var(--data)', strokeWidth: 3, ink: 'var(--data)', weight: 600 },
  { stroke: 'var(--ink-3)', strokeWidth: 2, ink: 'var(--ink-2)', weight: 400 },
  { stroke: 'var(--ink-4)', strokeWidth: 1.25, ink: 'var(--ink-2)', weight: 400 },
];
const [margins, labelHeight] = [{ top: 28, bottom: 32 }, 20];

/** A line for each year over the same twelve months; a month that is cut is dashed to a hollow dot. */
export function drawMonths(years: ReadonlyMap<string, readonly MonthPoint[]>, { width, texts, label }: Look): string {
  const narrow = width < 600;
  const height = narrow ? 280 : 360;
  const lines = [...years].map(([year, points], index): Year => ({ year, points, ...(looks[index] ?? looks.at(-1)!) }));
  const most = Math.max(5, ...lines.flatMap(({ points }) => points.map(({ reports }) => reports)));
  const ticks = Array.from({ length: 13 }, (_, index) => index).filter((month) => month > 0 && (!narrow || month % 3 === 1));
  return plotted({
    width,
    height,
    label,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: 52,
    marginRight: 52,
    x: { type: 'linear', domain: [1, 12], label: null },
    y: { label: null, domain: [0, most], nice: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 6 }),
      ruleY([0], { stroke: 'var(--ink-4)' }),
      axisY({ tickSize: 0, fontSize: 14, ticks: 6, fill: 'var(--ink-2)', tickFormat: (n: number) => texts.format.number(n, 0) }),
      axisX(ticks, {
        tickSize: 0,
        fontSize: 14,
        fill: 'var(--ink-2)',
        tickFormat: (month: number) => texts.format.monthShort(`2024-${`${month}`.padStart(2, '0')}`),
      }),
      ...lines.toReversed().flatMap(lineOf),
      monthMarks(lines, texts),
      peak(lines, texts),
      ...names(lines, most, height),
    ],
  });
}

function lineOf({ points, stroke, strokeWidth }: Year): Markish[] {
  const whole = points.filter(({ partial }) => !partial);
  const [first, last] = [points[0], points.at(-1)];
  const cut = [first?.partial ? points.slice(0, 2) : [], last?.partial ? points.slice(-2) : []];
  const at = { x: 'month', y: 'reports' } as const;
  return [
    line(whole, { ...at, stroke, strokeWidth }),
    ...cut.map((part) => line(part, { ...at, stroke, strokeWidth: Math.min(2, strokeWidth), strokeDasharray: '3 4' })),
    dot(
      points.filter(({ partial }) => partial),
      { ...at, r: 4, fill: 'var(--card)', stroke, strokeWidth: 1.5 },
    ),
  ];
}

/** Unseen dots on the newest line that has the month: all years of it in words. */
function monthMarks(lines: readonly Year[], { t, format }: Texts): Markish {
  const all = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const of = lines.flatMap(({ year, points }) =>
      points.filter((point) => point.month === month).map((point) => ({ ...point, year })),
    );
    const numbers = of.map(({ year, reports, partial }) =>
      t(partial ? 'trends.month-mark-partial' : 'trends.month-mark', { year, n: reports }),
    );
    const name = format.monthName(`2024-${`${month}`.padStart(2, '0')}`);
    return of[0] ? [{ month, reports: of[0].reports, title: `${name}: ${numbers.join(', ')}` }] : [];
  });
  return dot(all, { x: 'month', y: 'reports', r: 5, fill: 'var(--data)', fillOpacity: 0, title: 'title' });
}

/** The fullest month of all, with its number. */
function peak(lines: readonly Year[], { format }: Texts): Markish {
  const all = lines.flatMap(({ year, points, stroke }) => points.map((point) => ({ ...point, year, stroke })));
  const top = all.filter(({ partial }) => !partial).toSorted((a, b) => b.reports - a.reports)[0];
  if (!top) return undefined;
  const at = { x: 'month', y: 'reports' } as const;
  const words = `${format.month(`${top.year}-${`${top.month}`.padStart(2, '0')}`)}: ${format.number(top.reports)}`;
  const textAnchor = top.month < 4 ? 'start' : top.month > 9 ? 'end' : 'middle';
  return [
    dot([top], { ...at, r: 4.5, fill: top.stroke }),
    text([top], {
      ...at,
      text: () => words,
      dy: -14,
      textAnchor,
      fontSize: 14,
      fontWeight: 600,
      fill: 'var(--ink)',
      stroke: 'var(--card)',
      strokeWidth: 4,
    }),
  ];
}

/** The year at the end of each line, pushed apart. */
function names(lines: readonly Year[], most: number, height: number): Markish[] {
  const apart = (labelHeight * most) / (height - margins.top - margins.bottom);
  const ends = lines
    .flatMap(({ points, year, ink, weight }) => {
      const last = points.at(-1);
      return last ? [{ month: last.month, reports: last.reports, year, ink, weight, at: last.reports }] : [];
    })
    .toSorted((a, b) => a.reports - b.reports);
  for (const [index, end] of ends.entries()) {
    const below = ends.slice(0, index).findLast(({ month }) => Math.abs(month - end.month) < 1);
    if (below) end.at = Math.max(end.at, below.at + apart);
  }
  return ends.map((end) =>
    text([end], {
      x: 'month',
      y: 'at',
      text: 'year',
      dx: 10,
      textAnchor: 'start',
      fontSize: 14,
      fontWeight: end.weight,
      fill: end.ink,
      stroke: 'var(--card)',
      strokeWidth: 4,
    }),
  );
}
