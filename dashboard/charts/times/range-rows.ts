import type { Texts } from '../../i18n/texts.ts';
import { element, escaped, fitted, hatch, lines, round, svg, textWidth, words } from '../svg.ts';
import { daysScale, type DaysScale, tickWords } from './days-scale.ts';
import { type Column, columnsFor, type Layout, layoutFor } from './range-layout.ts';
import { rangeMarks } from './range-marks.ts';
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

/** How the rows are drawn; `head` names the first column, `label` says the finding. */
export interface RangeLook {
  width: number;
  texts: Texts;
  head: string;
  label: string;
}

const [legendHeight, headLine] = [32, 17];

/** A row for each group: a dot where half is reached, bars to three in four and to nine in ten, a tick where it was promised. */
export function rangeRows(rows: readonly RangeRow[], look: RangeLook): string {
  const { width, texts } = look;
  const layout = layoutFor(width);
  const columns = columnsFor(layout, rows, look);
  const known = rows.filter(({ tooFew }) => !tooFew);
  const values = known.flatMap(({ p50, p75, p90, promised }) => [p50, p75, p90, promised].filter((value) => value !== null));
  const scale = daysScale(values, layout.left, layout.right);
  const headed = columns.map((column) => lines(column.words, column.width - 8, 14));
  // On a phone the scale has a line of its own, under the words.
  const below = layout.kind === 'narrow' ? 28 : 8;
  const top = legendHeight + Math.max(1, ...headed.map((all) => all.length)) * headLine + below;
  const height = top + rows.length * layout.row;
  const placed = rows.map((row, index) => {
    const y = top + index * layout.row;
    return layout.kind === 'narrow' ? { row, top: y, y: y + 34, baseline: y + 20 } : { row, top: y, y: y + 20, baseline: y + 25 };
  });
  return svg(
    { width, height: height + 1, label: look.label },
    [
      legend(
        rows.some(({ promised }) => promised !== null),
        texts,
      ),
      grounds(placed, layout, width),
      element('path', { d: rules(scale, placed, layout, width), stroke: 'var(--line)', fill: 'none' }),
      heads(look.head, headed, columns, top - below),
      axis(scale, top - 8, texts),
      element('path', { d: `M0,${top}H${width}`, stroke: 'var(--ink)', fill: 'none' }),
      ...placed.filter(({ row }) => row.tooFew).map(({ row, y }) => few(row, y, layout, texts)),
      rangeMarks(
        placed.filter(({ row }) => !row.tooFew),
        scale,
        layout,
      ),
      wordsOf(placed, layout, columns),
      targets(placed, layout, width, texts),
    ].join(''),
  );
}

/** A row and where it lies: its top, the middle of its marks, the baseline of its words. */
export interface PlacedRow {
  row: RangeRow;
  top: number;
  y: number;
  baseline: number;
}

function legend(promises: boolean, { t }: Texts): string {
  const names = [t('times.half'), t('times.three'), t('times.nine'), ...(promises ? [t('times.promised')] : [])];
  const marks = [
    { cx: 6, r: 6, fill: 'var(--data)' },
    { cx: 6, r: 4, fill: 'var(--data-2)' },
    { cx: 6, r: 5, fill: 'var(--card)', stroke: 'var(--data-2)', 'stroke-width': 2 },
  ].map((look) => element('circle', { cy: 10, ...look }));
  const tick = element('path', { d: 'M6,2V18', stroke: 'var(--late)', 'stroke-width': 2 });
  let x = 0;
  return names
    .map((name, index) => {
      const placed = element('g', { transform: `translate(${Math.round(x)},0)` }, (marks[index] ?? tick) + words(name, 18, 15));
      x += 36 + textWidth(name);
      return placed;
    })
    .join('');
}

function heads(first: string, headed: readonly string[][], columns: readonly Column[], y: number): string {
  const numbers = headed.flatMap((all, index) =>
    all.map((line, at) => words(line, columns[index]!.right, y - (all.length - 1 - at) * headLine)),
  );
  const look = { fill: 'var(--ink)', 'font-weight': 600 };
  return element('g', look, words(first, 0, y) + element('g', { 'text-anchor': 'end' }, numbers.join('')));
}

function axis({ ticks }: DaysScale, y: number, texts: Texts): string {
  const labels = ticks.map(({ x, days }, index) => words(tickWords(days, index === 0, texts), x, y));
  return element('g', { 'text-anchor': 'middle' }, labels.join(''));
}

function grounds(placed: readonly PlacedRow[], layout: Layout, width: number): string {
  return placed
    .filter(({ row }) => row.chosen)
    .map(({ top }) => element('rect', { x: -8, y: top, width: width + 16, height: layout.row, fill: 'var(--sunk)' }))
    .join('');
}

/** Lines under the rows, and down from the ticks. */
function rules({ ticks }: DaysScale, placed: readonly PlacedRow[], layout: Layout, width: number): string {
  const across = placed.map(({ top }) => `M0,${top + layout.row}H${width}`);
  const [first, last] = [placed[0]?.top ?? 0, (placed.at(-1)?.top ?? 0) + layout.row];
  return [...across, ...ticks.map(({ x }) => `M${Math.round(x) + 0.5},${first}V${last}`)].join('');
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

function wordsOf(placed: readonly PlacedRow[], layout: Layout, columns: readonly Column[]): string {
  const bold = (row: RangeRow) => (row.chosen ? { 'font-weight': 600 } : {});
  const names = placed.map(({ row, baseline }) => words(fitted(row.name, layout.name, 15), 0, baseline, bold(row)));
  const numbers = columns.map(({ right, of }) => {
    const column = placed.map(({ row, baseline }) => element('text', { y: baseline, ...bold(row) }, escaped(of(row))));
    return element('g', { transform: `translate(${right},0)` }, column.join(''));
  });
  const look = { fill: 'var(--ink)', 'font-size': 15 };
  return element('g', look, names.join('') + element('g', { 'text-anchor': 'end' }, numbers.join('')));
}

/** What is pointed at: the whole row says its values. */
function targets(placed: readonly PlacedRow[], layout: Layout, width: number, texts: Texts): string {
  const rows = placed.map(({ row, top }) =>
    element('rect', { y: round(top), width, height: layout.row, 'data-mark': sentence(row, texts) }),
  );
  return element('g', { fill: 'transparent' }, rows.join(''));
}

function sentence(row: RangeRow, texts: Texts): string {
  const { t } = texts;
  const said = (days: number | null) =>
    days === null ? t('figure.not-yet') : t('times.by-span', { span: spanWords(days, texts) });
  if (row.tooFew) return t('times.mark-few', { name: row.name, n: row.n });
  return t('times.mark', { name: row.name, half: said(row.p50), three: said(row.p75), nine: said(row.p90) });
}
