import type { Texts } from '../../i18n/texts.ts';
import { element, fitted, hatch, lines, svg, textWidth, words } from '../svg.ts';
import { daysScale, type DaysScale, tickWords } from './days-scale.ts';
import { type Column, columnsFor, type Layout, layoutFor } from './range-layout.ts';
import { spanWords } from './span.ts';

/** Times of one group; null: not reached yet. */
export interface RangeRow {
  name: string;
  n: number;
  open: number;
  tooFew: boolean;
  p50: number | null;
  p75: number | null;
  p90: number | null;
  onTime: number | null;
  /** Promised time in days of the calendar. */
  promised: number | null;
  chosen: boolean;
}

/** How the rows are drawn; `head` names the first column, `label` says the finding, `promises`: times are promised. */
export interface RangeLook {
  width: number;
  texts: Texts;
  head: string;
  label: string;
  promises: boolean;
}

const legendHeight = 32;

/** A row for each group: a dot where half is reached, bars to three in four and to nine in ten, a tick where it was promised. */
export function rangeRows(rows: readonly RangeRow[], look: RangeLook): string {
  const { width, texts } = look;
  const layout = layoutFor(width);
  const columns = columnsFor(layout, look);
  const values = rows.flatMap(({ tooFew, p50, p75, p90, promised }) =>
    tooFew ? [] : [p50, p75, p90, promised].filter((value) => value !== null),
  );
  const scale = daysScale(values, layout.left, layout.right);
  const headed = columns.map((column) => lines(column.words, column.width - 8, 14));
  // On a phone the scale has a line of its own, under the words.
  const below = layout.kind === 'narrow' ? 28 : 8;
  const top = legendHeight + Math.max(1, ...headed.map((all) => all.length)) * 17 + below;
  const height = top + rows.length * layout.row;
  const grid = scale.ticks.map(({ x }) =>
    element('path', { d: `M${Math.round(x) + 0.5},${top}V${height}`, stroke: 'var(--line)', fill: 'none' }),
  );
  const head = [
    legend(look),
    words(look.head, 0, top - below, { 'font-weight': 600, fill: 'var(--ink)' }),
    ...headed.flatMap((all, index) =>
      all.map((line, at) =>
        words(line, columns[index]!.right, top - below - (all.length - 1 - at) * 17, {
          'text-anchor': 'end',
          'font-weight': 600,
          fill: 'var(--ink)',
        }),
      ),
    ),
    axis(scale, top - 8, texts),
    element('path', { d: `M0,${top}H${width}`, stroke: 'var(--ink)', fill: 'none' }),
  ];
  const drawn = rows.map((row, index) => rowOf(row, top + index * layout.row, scale, layout, columns, look));
  return svg({ width, height: height + 1, label: look.label }, [...head, ...grid, ...drawn].join(''));
}

function axis({ ticks }: DaysScale, y: number, texts: Texts): string {
  return ticks
    .map(({ x, days }, index) => words(tickWords(days, index === 0, texts), x, y, { 'text-anchor': 'middle' }))
    .join('');
}

function legend({ texts: { t }, promises }: RangeLook): string {
  const parts = [dot50(6, 10), dot75(6, 10), dot90(6, 10), tick(6, 10)];
  const names = [t('times.half'), t('times.three'), t('times.nine'), t('times.promised')];
  let x = 0;
  return parts
    .slice(0, promises ? 4 : 3)
    .map((part, index) => {
      const placed = element('g', { transform: `translate(${Math.round(x)},0)` }, part + words(names[index]!, 18, 15));
      x += 18 + textWidth(names[index]!) + 18;
      return placed;
    })
    .join('');
}

const dot50 = (cx: number, cy: number) => element('circle', { cx, cy, r: 6, fill: 'var(--data)' });
const dot75 = (cx: number, cy: number) => element('circle', { cx, cy, r: 4, fill: 'var(--data-2)' });
const dot90 = (cx: number, cy: number) =>
  element('circle', { cx, cy, r: 5, fill: 'var(--card)', stroke: 'var(--data-2)', 'stroke-width': 2 });
const tick = (x: number, y: number) =>
  element('path', { d: `M${x},${y - 8}V${y + 8}`, stroke: 'var(--late)', 'stroke-width': 2, fill: 'none' });

function rowOf(
  row: RangeRow,
  top: number,
  scale: DaysScale,
  layout: Layout,
  columns: readonly Column[],
  look: RangeLook,
): string {
  const { texts, width } = look;
  const narrow = layout.kind === 'narrow';
  const y = top + (narrow ? 34 : layout.row / 2);
  const baseline = narrow ? top + 20 : y + 5;
  const ink = { fill: 'var(--ink)', 'font-weight': row.chosen ? 600 : undefined, 'font-size': 15 };
  const content = [
    element('rect', { x: -8, y: top, width: width + 16, height: layout.row, fill: row.chosen ? 'var(--sunk)' : 'transparent' }),
    words(fitted(row.name, layout.name, 15), 0, baseline, ink),
    row.tooFew ? few(row, y, layout, texts) : marks(row, y, scale, layout),
    ...columns.map(({ right, of }) => words(of(row), right, baseline, { ...ink, 'text-anchor': 'end' })),
    element('path', { d: `M0,${top + layout.row}H${width}`, stroke: 'var(--line)', fill: 'none' }),
  ];
  return element('g', { 'data-mark': sentence(row, texts) }, content.join(''));
}

function few({ n }: RangeRow, y: number, { left, right }: Layout, { t }: Texts): string {
  const text = t('times.few', { n });
  const [half, middle] = [textWidth(text) / 2 + 8, (left + right) / 2];
  return [
    hatch(left, y - 10, right - left, 20),
    element('rect', { x: middle - half, y: y - 10, width: 2 * half, height: 20, fill: 'var(--card)' }),
    words(text, middle, y + 5, { 'text-anchor': 'middle' }),
  ].join('');
}

/** Bars end at the edge, with an arrow, where a share is not reached yet. */
function marks({ p50, p75, p90, promised }: RangeRow, y: number, { x }: DaysScale, { left, right }: Layout): string {
  const edge = right + 6;
  const [a, b, c] = [p50, p75, p90].map((days) => (days === null ? undefined : x(days)));
  const bar = (from: number, to: number, width: number, stroke: string) =>
    element('path', { d: `M${Math.round(from)},${y}H${Math.round(to)}`, stroke, 'stroke-width': width, fill: 'none' });
  const start = a ?? left;
  return [
    bar(b ?? start, c ?? edge, 3, 'var(--data-3)'),
    (a ?? b) !== undefined && bar(start, b ?? edge, 5, 'var(--data-2)'),
    c === undefined &&
      element('path', {
        d: `M${edge - 6},${y - 5}L${edge},${y}L${edge - 6},${y + 5}`,
        stroke: 'var(--data-2)',
        'stroke-width': 2,
        fill: 'none',
      }),
    promised !== null && tick(x(promised), y),
    c !== undefined && dot90(c, y),
    b !== undefined && dot75(b, y),
    a !== undefined && dot50(a, y),
  ]
    .filter((part) => part !== false)
    .join('');
}

function sentence(row: RangeRow, texts: Texts): string {
  const { t } = texts;
  const said = (days: number | null) => (days === null ? t('figure.not-yet') : spanWords(days, texts));
  if (row.tooFew) return t('times.mark-few', { name: row.name, n: row.n });
  return t('times.mark', { name: row.name, half: said(row.p50), three: said(row.p75), nine: said(row.p90), n: row.n });
}
