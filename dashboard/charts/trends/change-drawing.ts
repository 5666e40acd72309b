import type { TrendsRow } from '#api/stats/trends.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import { element, fitted, hatch, svg, textWidth, words } from '../svg.ts';
import { nameOf } from './ask.ts';
import { isStormy } from './change.ts';

/** How it is drawn; `label` says the finding. */
interface Look {
  width: number;
  texts: Texts;
  label: string;
}

/** Changes beyond this share are cut: a bar to the edge. */
const longest = 1.5;
const [rowHeight, barHeight, numberRoom, ringRoom] = [36, 16, 56, 112];

/** A bar for each category, to the right for more and to the left for less; a ring where unusual days would have put it. */
export function drawChange(rows: readonly TrendsRow[], { width, texts, label }: Look): string {
  const narrow = width < 600;
  const tall = narrow ? rowHeight + 20 : rowHeight;
  const nameRoom = narrow ? 0 : Math.min(280, Math.max(...rows.map((row) => textWidth(rowName(row, texts), 16))) + 16);
  const changes = rows.flatMap(({ change, changeWithoutUnusual }) => [change ?? 0, changeWithoutUnusual ?? 0]);
  const [least, most] = [Math.max(-longest, Math.min(0, ...changes)), Math.min(longest, Math.max(0.05, ...changes))];
  const left = nameRoom + (least < 0 ? numberRoom : 8);
  const place = (share: number) =>
    left + ((Math.max(least, Math.min(most, share)) - least) / (most - least)) * (width - ringRoom - left);
  const drawn = rows.map((row, index) => {
    const y = index * tall + (row.key === 'all' ? 8 : 0);
    const middle = y + (narrow ? 20 : 0) + rowHeight / 2;
    const name = narrow
      ? words(fitted(rowName(row, texts), width, 15), 0, y + 15, {
          'font-size': 15,
          'font-weight': weightOf(row),
        })
      : words(fitted(rowName(row, texts), nameRoom, 16), 0, middle + 5, {
          'font-weight': weightOf(row),
        });
    const rule = row.key === 'all' ? element('path', { d: `M0 ${y - 4}h${width}`, stroke: 'var(--ink)' }) : '';
    return element('g', { 'data-mark': markWords(row, texts) }, rule + name + bar(row, middle, place, texts));
  });
  const height = rows.length * tall + 12;
  const zero = Math.round(place(0));
  const segments = rows.map((_, index) => `M${zero} ${index * tall + (narrow ? 22 : 0)}v${rowHeight}`);
  const axis = element('path', { d: segments.join(''), stroke: 'var(--ink-4)' });
  return svg({ width, height, label }, axis + element('g', { fill: 'var(--ink)', 'font-size': 16 }, drawn.join('')));
}

function rowName(row: TrendsRow, texts: Texts): string {
  return row.key === 'all' ? texts.t('trends.all') : nameOf(row, texts);
}

function weightOf({ key }: TrendsRow): number {
  return key === 'all' ? 600 : 400;
}

function bar(row: TrendsRow, middle: number, place: (share: number) => number, { t, format }: Texts): string {
  const zero = place(0);
  const { change, changeWithoutUnusual: calm } = row;
  if (change === null || calm === null) {
    return hatch(zero, middle - barHeight / 2, 40, barHeight) + words(t('trends.few', { n: row.reports }), zero + 48, middle + 5);
  }
  const end = place(calm);
  const fill = row.key === 'all' ? 'var(--ink-3)' : calm < 0 ? 'var(--data-3)' : 'var(--data)';
  const box = {
    x: Math.min(zero, end),
    y: middle - barHeight / 2,
    width: Math.max(1, Math.abs(end - zero)),
    height: barHeight,
    fill,
  };
  const ring = isStormy(row)
    ? element('path', {
        d: `M${Math.round(end)} ${middle}H${Math.round(place(change))}`,
        stroke: 'var(--ink-3)',
        'stroke-dasharray': '2 3',
      }) +
      element('circle', { cx: place(change), cy: middle, r: 5, fill: 'var(--card)', stroke: 'var(--ink-2)', 'stroke-width': 2 })
    : '';
  const storm = isStormy(row) ? place(change) : undefined;
  const raw = storm === undefined ? '' : `(${format.change(change)})`;
  const bold = { 'font-weight': 600, 'font-size': 15 };
  const [least, most] = [Math.min(zero, end, storm ?? zero), Math.max(zero, end, storm ?? zero)];
  const share = format.change(calm);
  // Words on the side of the bar; those of the ring beside it when it lies on the other side.
  const apart = storm !== undefined && calm < 0 && storm > zero;
  const number =
    calm < 0
      ? words(share, (apart ? Math.min(zero, end) : least) - 8, middle + 5, { ...bold, 'text-anchor': 'end' })
      : words(share, most + 10, middle + 5, bold);
  const aside =
    raw === ''
      ? ''
      : words(raw, calm < 0 && !apart ? zero + 8 : most + 10 + (apart ? 0 : textWidth(share, 15) * 1.1 + 8), middle + 5, {
          'font-size': 14,
          fill: 'var(--ink-2)',
        });
  return element('rect', box) + ring + number + aside;
}

function markWords(row: TrendsRow, texts: Texts): string {
  const { t, format } = texts;
  const name = rowName(row, texts);
  if (row.changeWithoutUnusual === null || row.change === null) return t('trends.mark-few', { name, n: row.reports });
  const values = { name, change: format.change(row.changeWithoutUnusual), n: row.reports, before: row.before };
  return isStormy(row)
    ? t('trends.change-mark-storm', { ...values, raw: format.change(row.change) })
    : t('trends.change-mark', values);
}
