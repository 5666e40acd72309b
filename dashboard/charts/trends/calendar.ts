import { Temporal } from 'temporal-polyfill';
import { breaksOf } from '#api/stats/breaks.ts';
import type { Texts } from '../../i18n/texts.ts';
import { periodWords } from '../../parts/period.ts';
import type { Chart } from '../chart.ts';
import { causesOf, type Episode, episodesOf, trends, type TrendsData } from './ask.ts';
import { inRows } from '../pieces.ts';
import { colours } from '../scale.ts';
import { calendarLegend, drawHalfYear } from './calendar-drawing.ts';

/** A day of the calendar. */
export interface CalendarDay {
  day: string;
  reports: number;
  /** Weeks since the Monday of the week in which the half year begins. */
  week: number;
  /** 0 is Monday. */
  weekday: number;
}

/** Six months of a year: its first and last (YYYY-MM), and those of its days that are shown. */
export interface HalfYear {
  year: string;
  months: [string, string];
  days: CalendarDay[];
}

/** Rows of the page's table: the fullest days. */
const tableDays = 20;
/** Stories told in words. */
const toldStories = 3;
const shownYears = 3;

/** Each day in its week, the unusual ones framed and named. */
export const trendsCalendar: Chart<TrendsData> = {
  name: 'trends-calendar',
  definition: 'unusual-day',
  load: trends,
  title: (data, texts) => claim(data, texts),
  what: ({ days }, texts) => texts.t('trends.calendar-what', { period: periodWords(days.from, days.to, texts) }),
  reading: ({ unusual }, texts) => {
    const stories = episodesOf(unusual);
    if (stories.length === 0) return texts.t('trends.calendar-calm');
    return stories
      .slice(0, toldStories)
      .map((story) => storyWords(story, texts))
      .join(' ');
  },
  draw: (data, { width, texts }) =>
    inRows(drawings(data, texts), {
      width,
      across: width < 600 ? 1 : 2,
      label: `${claim(data, texts)}. ${texts.t('trends.calendar-what', { period: periodWords(data.days.from, data.days.to, texts) })}`,
    }),
  pieces: (data, texts) => ({ drawings: drawings(data, texts), across: 2 }),
  table: (data, { t, format }) => {
    const usual = new Map(data.unusual.map((one) => [one.day, one.usual]));
    const all = halfYears(data).flatMap(({ days }) => days);
    const columns = [
      { name: 'day', words: t('trends.head.day'), kind: 'text' },
      { name: 'reports', words: t('trends.head.reports'), kind: 'number' },
      { name: 'usual_if_unusual', words: t('trends.head.usual'), kind: 'number' },
    ] as const;
    const rowOf = ({ day, reports }: CalendarDay) => [{ value: day, words: format.day(day) }, reports, usual.get(day) ?? null];
    const fullest = all.toSorted((a, b) => b.reports - a.reports).slice(0, tableDays);
    return { columns, rows: all.map(rowOf), page: { columns, rows: fullest.map(rowOf) } };
  },
};

/** The half years of the calendar, then its colours. */
function drawings(data: TrendsData, texts: Texts): string[] {
  const look = { texts, breaks: dayBreaks(data.days.counts), stories: episodesOf(data.unusual) };
  return [...halfYears(data).map((half) => drawHalfYear(half, look)), calendarLegend(look.breaks, texts)];
}

/** Lower ends of the colour classes, and above them classes for what goes far beyond: each twice the one before. */
function dayBreaks(counts: readonly number[]): number[] {
  const breaks = breaksOf(counts.filter((count) => count > 0));
  const most = Math.max(0, ...counts);
  for (let next = (breaks.at(-1) ?? 1) * 2; breaks.length < colours && next <= most; next *= 2) breaks.push(next);
  return breaks;
}

/** The days of the last three years, a half year each. */
export function halfYears({ days: { from, counts } }: Pick<TrendsData, 'days'>): HalfYear[] {
  const first = Temporal.PlainDate.from(from);
  const dates = counts.map((reports, index) => ({ date: first.add({ days: index }), reports }));
  const oldest = first.add({ days: counts.length - 1 }).year - shownYears + 1;
  const halves = Map.groupBy(
    dates.filter(({ date }) => date.year >= oldest),
    ({ date }) => `${date.year} ${date.month <= 6 ? 1 : 7}`,
  );
  return [...halves.values()].map((of) => {
    const { year, month } = of[0]!.date;
    const start = Temporal.PlainDate.from({ year, month: month <= 6 ? 1 : 7, day: 1 });
    const before = start.dayOfWeek - 1;
    const days = of.map(({ date, reports }): CalendarDay => {
      const week = Math.floor((start.until(date, { largestUnit: 'day' }).days + before) / 7);
      return { day: date.toString(), reports, week, weekday: date.dayOfWeek - 1 };
    });
    const months = [start, start.add({ months: 5 })].map((one) => one.toString().slice(0, 7)) as [string, string];
    return { year: `${year}`, months, days };
  });
}

function claim({ unusual, days }: TrendsData, { t, format }: Texts): string {
  const [story] = episodesOf(unusual);
  if (!story) return t(days.counts.length > 1 ? 'trends.calendar-none' : 'trends.calendar-neutral');
  return t('trends.calendar-peak', {
    day: format.day(story.peak.day),
    n: story.peak.reports,
    usual: Math.round(story.peak.usual),
  });
}

/** "21 lug 2026: 337 segnalazioni, dove di solito sono 30. Più di tutto: Alberi e rami. Due giorni dopo …" */
export function storyWords({ days, peak }: Episode, texts: Texts): string {
  const { t, format } = texts;
  const causes = causesOf(peak, texts);
  return [
    t('trends.story', { day: format.day(peak.day), n: peak.reports, usual: format.number(peak.usual, 0) }),
    causes.length > 0 && t('trends.story-causes', { causes: format.list(causes) }),
    days.length > 1 && t('trends.story-days', { count: days.length, n: days.reduce((sum, { reports }) => sum + reports, 0) }),
  ]
    .filter(Boolean)
    .join(' ');
}
