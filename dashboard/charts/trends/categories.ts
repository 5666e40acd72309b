import type { TrendsRow } from '#api/stats/trends.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Chart } from '../chart.ts';
import { nameOf, trends, type TrendsData } from './ask.ts';
import { inRows } from '../pieces.ts';
import { drawMultiple } from './categories-drawing.ts';

/** Small pictures at most, with the one of all. */
const shownPictures = 12;
/** Share of the categories that must have their fullest month together for a claim. */
const together = 0.3;

/** Reports by month, a small picture for each category, each with its own scale; the most growth first. */
export const trendsCategories: Chart<TrendsData> = {
  name: 'trends-categories',
  definition: 'change-with-the-season-taken-out',
  load: trends,
  title: (data, texts) => claim(data, texts) ?? texts.t('trends.categories-neutral'),
  what: (_, { t }) => t('trends.categories-what'),
  reading: (data, { t }) => {
    const { length } = multiples(data);
    return [
      data.categories.length > length && t('trends.reading-most', { n: length, all: data.categories.length }),
      (data.partial.first || data.partial.last) && t('trends.categories-partial'),
    ]
      .filter(Boolean)
      .join(' ');
  },
  draw: (data, { width, texts }) =>
    inRows(drawings(data, texts), {
      width,
      across: width < 600 ? 2 : 4,
      label: `${claim(data, texts) ?? texts.t('trends.categories-neutral')}. ${texts.t('trends.categories-what')}`,
    }),
  pieces: (data, texts) => ({ drawings: drawings(data, texts), across: 4 }),
  table: (data, texts) => {
    const rows = [...multiples(data), data.all];
    const { t, format } = texts;
    const name = (row: TrendsRow) => (row.key === 'all' ? t('trends.all') : nameOf(row, texts));
    const peaks = rows.map((row) => peakOf(row, data));
    return {
      columns: [
        { name: 'category', words: t('trends.head.category'), kind: 'text' },
        ...data.months.map((month) => ({ name: month, words: month, kind: 'number' }) as const),
      ],
      rows: rows.map((row) => [name(row), ...row.monthly]),
      page: {
        columns: [
          { name: 'category', words: t('trends.head.category'), kind: 'text' },
          { name: 'reports', words: t('trends.head.reports-shown'), kind: 'number' },
          { name: 'peak', words: t('trends.head.peak'), kind: 'number' },
          { name: 'peak_month', words: t('trends.head.peak-month'), kind: 'text' },
        ],
        rows: rows.map((row, index) => [
          name(row),
          row.monthly.reduce((sum, count) => sum + count, 0),
          peaks[index]?.reports ?? null,
          peaks[index] ? format.month(peaks[index].month) : null,
        ]),
      },
    };
  },
};

function drawings(data: TrendsData, texts: Texts): string[] {
  return [...multiples(data), data.all].map((row) => drawMultiple(row, data, texts));
}

/** The categories with a picture, the most growth first. */
function multiples({ categories }: TrendsData): TrendsRow[] {
  const size = ({ monthly }: TrendsRow) => monthly.reduce((sum, count) => sum + count, 0);
  const kept = new Set(categories.toSorted((a, b) => size(b) - size(a)).slice(0, shownPictures - 1));
  return categories.filter((row) => kept.has(row));
}

/** The month with most reports, those that are cut left out unless there are no others; undefined without reports. */
export function peakOf(
  { monthly }: { monthly: readonly number[] },
  { months }: Pick<TrendsData, 'months'>,
): { month: string; index: number; reports: number } | undefined {
  const reports = Math.max(0, ...monthly);
  const index = monthly.indexOf(reports);
  return reports > 0 ? { month: months[index]!, index, reports } : undefined;
}

/** The month that is the fullest of several categories; undefined when there is none. */
function claim(data: TrendsData, { t, format }: Texts): string | undefined {
  const rows = multiples(data);
  const peaks = rows.flatMap((row) => peakOf(row, data)?.month ?? []);
  const [month, count] = [...Map.groupBy(peaks, (one) => one)]
    .map(([one, of]) => [one, of.length] as const)
    .toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 2 || count < together * rows.length) return undefined;
  return t('trends.categories-together', { count, all: rows.length, month: format.month(month) });
}
