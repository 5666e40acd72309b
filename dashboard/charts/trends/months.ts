import type { Texts } from '../../i18n/texts.ts';
import type { Chart } from '../chart.ts';
import { episodesOf, trends, type TrendsData } from './ask.ts';
import { drawMonths } from './months-drawing.ts';

/** A month of a year: 1 to 12, and its reports; `partial`: not all of its days are in. */
export interface MonthPoint {
  month: number;
  reports: number;
  partial: boolean;
}

/** Share of the months that must agree for a claim. */
const most = 0.75;
const fewestMonths = 3;

/** Reports by month, this year over the years before. */
export const trendsMonths: Chart<TrendsData> = {
  name: 'trends-months',
  definition: 'local-day',
  load: trends,
  title: (data, texts) => claim(data, texts) ?? texts.t('trends.months-neutral'),
  what: (_, { t }) => t('trends.months-what'),
  reading: (data, texts) => {
    const peak = peakOf(data);
    return [
      peak &&
        texts.t('trends.months-peak', {
          month: texts.format.month(peak.month),
          n: peak.reports,
          day: texts.format.day(peak.day),
        }),
      (data.partial.first || data.partial.last) && texts.t('trends.months-partial'),
    ]
      .filter(Boolean)
      .join(' ');
  },
  draw: (data, { width, texts }) =>
    drawMonths(yearsOf(data), {
      width,
      texts,
      label: `${claim(data, texts) ?? texts.t('trends.months-neutral')}. ${texts.t('trends.months-what')}`,
    }),
  table: (data, { t, format }) => {
    const years = yearsOf(data);
    return {
      columns: [
        { name: 'month', words: t('trends.head.month'), kind: 'text' },
        ...[...years.keys()].map((year) => ({ name: year, words: year, kind: 'number' }) as const),
      ],
      rows: Array.from({ length: 12 }, (_, index) => [
        { value: index + 1, words: format.monthName(`2024-${`${index + 1}`.padStart(2, '0')}`) },
        ...[...years.values()].map((points) => points.find(({ month }) => month === index + 1)?.reports ?? null),
      ]),
    };
  },
};

/** The months of each year, the newest year first. */
export function yearsOf({ months, all, partial }: Pick<TrendsData, 'months' | 'all' | 'partial'>): Map<string, MonthPoint[]> {
  const points = months.map((month, index) => ({
    year: month.slice(0, 4),
    month: Number(month.slice(5)),
    reports: all.monthly[index]!,
    partial: (index === 0 && partial.first) || (index === months.length - 1 && partial.last),
  }));
  const years = Map.groupBy(points, ({ year }) => year);
  return new Map([...years].toReversed());
}

/** How many whole months of this year lie above the same of the year before; undefined when that says little. */
function claim(data: TrendsData, { t }: Texts): string | undefined {
  const [[year, now] = [], [before, then] = []] = [...yearsOf(data)];
  if (!year || !now || !before || !then) return undefined;
  const pairs = now.flatMap(({ month, reports, partial }) => {
    const earlier = then.find((one) => one.month === month);
    return partial || !earlier || earlier.partial ? [] : [[reports, earlier.reports] as const];
  });
  const above = pairs.filter(([a, b]) => a > b).length;
  const below = pairs.filter(([a, b]) => a < b).length;
  const values = { year, before, all: pairs.length };
  if (pairs.length < fewestMonths) return undefined;
  if (above === pairs.length) return t('trends.months-all-above', values);
  if (below === pairs.length) return t('trends.months-all-below', values);
  if (above >= most * pairs.length) return t('trends.months-above', { ...values, count: above });
  if (below >= most * pairs.length) return t('trends.months-below', { ...values, count: below });
  return t('trends.months-mixed', { ...values, count: above });
}

/** The fullest month, when an unusual day made it. */
function peakOf({ months, all, unusual }: TrendsData): { month: string; reports: number; day: string } | undefined {
  const reports = Math.max(...all.monthly);
  const month = months[all.monthly.indexOf(reports)];
  const story = episodesOf(unusual).find(({ peak }) => peak.day.slice(0, 7) === month);
  return month && story ? { month, reports, day: story.peak.day } : undefined;
}
