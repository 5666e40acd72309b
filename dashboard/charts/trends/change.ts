import type { TrendsRow } from '#api/stats/trends.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import { periodWords } from '../../parts/period.ts';
import type { Chart, ChartCell } from '../chart.ts';
import { nameOf, trends, type TrendsData } from './ask.ts';
import { drawChange } from './change-drawing.ts';

/** Categories in the picture at most: those with most reports. */
const shownRows = 15;
/** Standard deviations of chance that a change must exceed to be claimed. */
const beyondChance = 2.5;
/** Least difference between the two changes that is worth a word. */
export const stormy = 0.03;

/** What grows and what fades: each category against the same days a year before, with and without the unusual days. */
export const trendsChange: Chart<TrendsData> = {
  name: 'trends-change',
  definition: 'change-with-the-season-taken-out',
  load: trends,
  title: (data, texts) => claim(data, texts) ?? texts.t('trends.change-neutral'),
  what: ({ period, before }, texts) =>
    period && before
      ? texts.t('trends.change-what', {
          now: periodWords(period.from, period.to, texts),
          earlier: periodWords(before.from, before.to, texts),
        })
      : texts.t('trends.change-what-none'),
  reading: (data, texts) => {
    const rows = changeRows(data);
    return [
      rows.some(isStormy) && texts.t('trends.change-reading-storm'),
      rows.some(({ tooFew }) => tooFew) && texts.t('trends.change-reading-few'),
      data.categories.length > rows.length && texts.t('trends.reading-most', { n: rows.length, all: data.categories.length }),
    ]
      .filter(Boolean)
      .join(' ');
  },
  draw: (data, { width, texts }) =>
    drawChange([...changeRows(data), data.all], {
      width,
      texts,
      label: claim(data, texts) ?? texts.t('trends.change-neutral'),
    }),
  table: (data, texts) => {
    const { t } = texts;
    const few = (row: TrendsRow, value: number | null): ChartCell =>
      value === null ? { value, words: t('figure.too-few') } : value;
    return {
      columns: [
        { name: 'category', words: t('trends.head.category'), kind: 'text' },
        { name: 'reports', words: t('trends.head.reports'), kind: 'number' },
        { name: 'year_before', words: t('trends.head.before'), kind: 'number' },
        { name: 'change', words: t('trends.head.change'), kind: 'share' },
        { name: 'change_without_unusual', words: t('trends.head.change-calm'), kind: 'share' },
      ],
      rows: [...changeRows(data), data.all].map((row) => [
        row.key === 'all' ? t('trends.all') : nameOf(row, texts),
        row.reports,
        row.before,
        few(row, row.change),
        few(row, row.changeWithoutUnusual),
      ]),
    };
  },
};

/** Whether unusual days change what is said of a category. */
export function isStormy({ change, changeWithoutUnusual }: TrendsRow): boolean {
  return change !== null && changeWithoutUnusual !== null && Math.abs(change - changeWithoutUnusual) >= stormy;
}

/** The categories of the picture, the most growth first. */
export function changeRows({ categories }: Pick<TrendsData, 'categories'>): TrendsRow[] {
  const least = categories.map(({ reports, before }) => reports + before).toSorted((a, b) => b - a)[shownRows - 1] ?? 0;
  return categories.filter(({ reports, before }) => reports + before >= least).slice(0, shownRows);
}

/** A change in standard deviations of what chance makes of such numbers. */
function beyond({ changeWithoutUnusual, reports, before }: TrendsRow): number {
  return ((changeWithoutUnusual ?? 0) * before) / Math.sqrt(Math.max(1, reports + before));
}

/** The category that most surely grows and the one that most surely fades; undefined when chance could have made them. */
function claim(data: TrendsData, texts: Texts): string | undefined {
  const rows = changeRows(data).toSorted((a, b) => beyond(b) - beyond(a));
  const growing = rows.slice(0, 1).find((row) => beyond(row) > beyondChance);
  const fading = rows.slice(-1).find((row) => beyond(row) < -beyondChance);
  const said = (row: TrendsRow) => ({ name: nameOf(row, texts), change: texts.format.change(row.changeWithoutUnusual!) });
  const [up, down] = [growing && said(growing), fading && said(fading)];
  if (up && down) return texts.t('trends.change-both', { up: up.name, more: up.change, down: down.name, less: down.change });
  if (up) return texts.t('trends.change-up', { name: up.name, change: up.change });
  return down && texts.t('trends.change-down', { name: down.name, change: down.change });
}
