import type { Texts } from '../../i18n/texts.ts';
import { periodWords } from '../../parts/period.ts';
import type { Chart } from '../chart.ts';
import { trends, type TrendsData } from './ask.ts';
import { drawHours } from './hours-drawing.ts';

/** Fewest reports whose hours say something. */
export const fewestTimed = 100;
/** How much more than a like share a part of the day or a weekday must have. */
const clearly = 1.15;
const window = 5;
const parts = ['night', 'morning', 'afternoon', 'evening'] as const;

/** When people write: weekday by hour, unusual days left out. */
export const trendsHours: Chart<TrendsData> = {
  name: 'trends-hours',
  definition: 'unusual-day',
  load: trends,
  title: (data, texts) => claim(data, texts) ?? texts.t('trends.hours-neutral'),
  what: ({ days, unusual }, texts) =>
    texts.t(unusual.length > 0 ? 'trends.hours-what-calm' : 'trends.hours-what', {
      period: periodWords(days.from, days.to, texts),
      n: unusual.length,
    }),
  reading: ({ hours }, { t }) => {
    const few = hours.reports < fewestTimed;
    return [
      !few && t('trends.hours-window', fullestHours(hours.counts)),
      hours.withoutHour > 0 && t('trends.hours-without', { n: hours.withoutHour }),
    ]
      .filter(Boolean)
      .join(' ');
  },
  draw: (data, { width, texts }) =>
    drawHours(data.hours, {
      width,
      texts,
      label: `${claim(data, texts) ?? texts.t('trends.hours-neutral')}. ${texts.t('trends.hours-label')}`,
    }),
  table: ({ hours }, { t, format }) => ({
    columns: [
      { name: 'hour', words: t('trends.head.hour'), kind: 'text' },
      ...hours.counts.map(
        (_, day) => ({ name: `weekday_${day + 1}`, words: format.weekday(day + 1, 'short'), kind: 'number' }) as const,
      ),
    ],
    rows: Array.from({ length: 24 }, (_, hour) => [
      { value: hour, words: hourSpan(hour) },
      ...hours.counts.map((counts) => counts[hour]!),
    ]),
  }),
};

/** "8–9" of the hour from eight to nine. */
export function hourSpan(hour: number): string {
  return `${hour}–${hour + 1}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Reports of each hour, all weekdays together. */
export function byHour(counts: TrendsData['hours']['counts']): number[] {
  return Array.from({ length: 24 }, (_, hour) => sum(counts.map((day) => day[hour]!)));
}

/** The fullest run of five hours and how many in a hundred reports it holds. */
function fullestHours(counts: TrendsData['hours']['counts']): { from: number; to: number; share: number } {
  const hours = byHour(counts);
  const held = (from: number) => sum(hours.slice(from, from + window));
  const starts = Array.from({ length: 24 - window + 1 }, (_, from) => from);
  const from = starts.reduce((best, start) => (held(start) > held(best) ? start : best), 0);
  return { from, to: from + window, share: Math.round((held(from) / Math.max(1, sum(hours))) * 100) };
}

/** The part of the day and the weekday that clearly lead; undefined when none does. */
function claim({ hours }: TrendsData, { t, format }: Texts): string | undefined {
  if (hours.reports < fewestTimed) return undefined;
  const all = byHour(hours.counts);
  const shares = parts.map((name, index) => ({ name, reports: sum(all.slice(index * 6, index * 6 + 6)) }));
  const part = shares.reduce((most, one) => (one.reports > most.reports ? one : most));
  const days = hours.counts.map((counts) => sum(counts));
  const most = Math.max(...days);
  const isClear = part.reports > (hours.reports / parts.length) * clearly;
  if (!isClear) return undefined;
  const when = t(`trends.part.${part.name}`);
  if (most <= (hours.reports / 7) * clearly) return t('trends.hours-part', { part: when });
  return t('trends.hours-part-day', { part: when, weekday: format.weekday(days.indexOf(most) + 1) });
}
