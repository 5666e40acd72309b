import type { TrendsRow } from '#api/stats/trends.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import { element, fitted, svg, textWidth, words } from '../svg.ts';
import { nameOf, type TrendsData } from './ask.ts';
import { peakOf } from './categories.ts';

const [width, height] = [168, 158] as const;
const [plotTop, base] = [70, 132] as const;
const [left, right] = [5, 163] as const;
/** Fewest months of a year whose name has room. */
const leastMonths = 8;

/** One small picture: name, sum of the last year with its change, line by month with its fullest month written. */
export function drawMultiple(row: TrendsRow, { months }: Pick<TrendsData, 'months'>, texts: Texts): string {
  const { t, format } = texts;
  const name = row.key === 'all' ? t('trends.all') : nameOf(row, texts);
  const sum = sumWords(row, texts);
  const top = peakOf(row, { months });
  const peak = top ? t('trends.peak-long', { n: top.reports, month: format.month(top.month) }) : t('trends.reports', { n: 0 });
  const label = t('trends.multiple-mark', { name, sum, peak });
  const head =
    element('text', { y: 18, fill: 'var(--ink)', 'font-weight': 600 }, fittedText(name)) +
    element('text', { y: 37 }, fittedText(sum));
  return svg({ width, height, label }, head + line(row.monthly, months) + (top ? peakMark(row.monthly, top, texts) : ''));
}

function fittedText(text: string): string {
  return fitted(text, width - 2)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

function sumWords({ reports, changeWithoutUnusual, tooFew, monthly }: TrendsRow, { t, format }: Texts): string {
  if (!tooFew && changeWithoutUnusual !== null)
    return t('trends.year-sum', { n: reports, change: format.change(changeWithoutUnusual) });
  return t('trends.reports', { n: monthly.reduce((total, count) => total + count, 0) });
}

function xOf(index: number, length: number): number {
  return Math.round(length > 1 ? left + (index * (right - left)) / (length - 1) : left);
}

function yOf(count: number, most: number): number {
  return Math.round(base - (count / Math.max(1, most)) * (base - plotTop));
}

/** The line over its ground, with the years: steps in whole units, as a thousand of them make a page heavy. */
function line(monthly: readonly number[], months: readonly string[]): string {
  const most = Math.max(...monthly);
  const at = monthly.map((count, index) => [xOf(index, monthly.length), yOf(count, most)] as const);
  const steps = at.slice(1).map(([x, y], index) => `l${x - at[index]![0]} ${y - at[index]![1]}`.replace(' -', '-'));
  const start = at[0]![1];
  const path = steps.join('');
  const years = months.flatMap((month, index) =>
    month.endsWith('-01') || index === 0 ? [{ year: month.slice(0, 4), index }] : [],
  );
  const shown = years.filter(({ index }, place) => (years[place + 1]?.index ?? months.length) - index >= leastMonths);
  const rules = years.slice(1).map(({ index }) => `M${xOf(index, months.length)} 62V${base}`);
  return [
    element('path', { d: `M0 .5H${width}M0 ${base}H${width}${rules.join('')}`, stroke: 'var(--line)' }),
    element('path', { d: `M${left} ${base}V${start}${path}V${base}z`, fill: 'var(--data)', 'fill-opacity': 0.14 }),
    element('path', { d: `M${left} ${start}${path}`, fill: 'none', stroke: 'var(--data)', 'stroke-width': 1.8 }),
    ...shown.map(({ year, index }) => words(year, xOf(index, months.length), base + 18)),
  ].join('');
}

function peakMark(
  monthly: readonly number[],
  top: { month: string; index: number; reports: number },
  { t, format }: Texts,
): string {
  const [x, y] = [xOf(top.index, monthly.length), yOf(top.reports, top.reports)];
  const label = t('trends.peak', { n: top.reports, month: format.monthShort(top.month), year: top.month.slice(2, 4) });
  const half = textWidth(label) / 2;
  const at = Math.max(half, Math.min(width - half, x));
  return element('circle', { cx: x, cy: y, r: 3.5, fill: 'var(--data)' }) + words(label, at, 59, { 'text-anchor': 'middle' });
}
