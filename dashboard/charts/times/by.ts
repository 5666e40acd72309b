import type { ResponseTimes, TimesRow } from '#api/stats/response-times.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Chart, ChartCell, ChartData, ChartTable } from '../chart.ts';
import { times, timesQuery } from './ask.ts';
import { type RangeRow, rangeRows } from './range-rows.ts';
import { spanWords } from './span.ts';

type Dimension = 'category' | 'area' | 'office' | 'channel';

/** Times of each group, and which groups the page is about. */
export type TimesByData = ResponseTimes & ChartData & { chosen: readonly string[] };

/** A row of the picture, with the code of its group. */
type Row = RangeRow & { key: string };

/** Groups in a picture at most: those with most reports. */
const most: Record<Dimension, number> = { category: 12, area: 14, office: 10, channel: 8 };
/** Working days as days of the calendar, about: five in seven. */
const calendarDays = 7 / 5;
/** How many times as long the slowest group must take as the fastest to be worth saying. */
const apart = 1.3;

/** Times by category, area, office or channel, whatever the page says of that dimension: the others are there to compare. */
function timesBy(by: Dimension): Chart<TimesByData> {
  return {
    name: `times-by-${by}`,
    definition: 'half-three-in-four-nine-in-ten',
    async load(request) {
      const asked = timesQuery(request);
      const { [by]: chosen = '', ...filters } = asked.filters;
      const found = await times(request, { ...asked, filters }, by);
      return { ...found, chosen: chosen.split(',').filter(Boolean) };
    },
    title: (data, texts) => claim(shown(data, by, texts), by, texts) ?? texts.t(`times.by-neutral.${by}`),
    what: ({ measure }, { t }) => t(`times.by-what.${measure}`, { by: t(`times.by.${by}`) }),
    reading: (data, texts) => reading(data, shown(data, by, texts), texts),
    draw: (data, { width, texts }) =>
      rangeRows(shown(data, by, texts), { width, texts, head: texts.t(`times.head.${by}`), label: spoken(data, by, texts) }),
    table: (data, texts) => table(shown(data, by, texts), by, texts),
  };
}

export const timesByCategory = timesBy('category');
export const timesByArea = timesBy('area');
export const timesByOffice = timesBy('office');
export const timesByChannel = timesBy('channel');

function spoken(data: TimesByData, by: Dimension, texts: Texts): string {
  return `${claim(shown(data, by, texts), by, texts) ?? texts.t(`times.by-neutral.${by}`)}. ${texts.t(`times.by-what.${data.measure}`, { by: texts.t(`times.by.${by}`) })}`;
}

/** The rows of the picture, the fastest first, those with too few reports last. */
function shown({ groups, chosen, measure }: TimesByData, by: Dimension, texts: Texts): Row[] {
  return groups
    .slice(0, most[by])
    .map((row) => ({
      ...row,
      name: nameOf(row, by, texts),
      open: row.censored,
      promised: measure === 'close' && row.serviceDays !== null ? row.serviceDays * calendarDays : null,
      chosen: chosen.includes(row.key),
    }))
    .toSorted((a, b) => Number(a.tooFew) - Number(b.tooFew) || (a.p50 ?? Infinity) - (b.p50 ?? Infinity) || b.n - a.n);
}

/** Name of a group in the language of the page. */
export function nameOf({ key, name }: Pick<TimesRow, 'key' | 'name'>, by: Dimension, { language, t }: Texts): string {
  if (name) return name[language];
  return by === 'area' || by === 'office' ? t(`times.none.${by}`) : key;
}

/** The fastest and the slowest, when they are apart; undefined when that says little. */
function claim(rows: readonly Row[], by: Dimension, texts: Texts): string | undefined {
  const known = rows.filter(({ key, tooFew, p50 }) => key !== 'none' && !tooFew && p50 !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return undefined;
  if (last.p50! < first.p50! * apart) return known.length > 2 ? texts.t(`times.by-alike.${by}`) : undefined;
  return texts.t('times.by-apart', {
    first: first.name,
    short: spanWords(first.p50!, texts),
    last: last.name,
    long: spanWords(last.p50!, texts),
  });
}

function reading(data: TimesByData, rows: readonly Row[], { t }: Texts): string {
  const notYet = rows.some(({ tooFew, p90 }) => !tooFew && p90 === null);
  return [
    data.groups.length > rows.length && t('times.reading-most', { n: rows.length, all: data.groups.length }),
    notYet && t('times.reading-not-yet'),
    rows.some(({ tooFew }) => tooFew) && t('times.reading-few', { n: data.minimumSample }),
    rows.some(({ promised }) => promised !== null) && t('times.reading-promised'),
  ]
    .filter(Boolean)
    .join(' ');
}

function table(rows: readonly Row[], by: Dimension, { t }: Texts): ChartTable {
  const time = (value: number | null, { tooFew }: RangeRow): ChartCell =>
    value === null ? { value, words: tooFew ? t('figure.too-few') : t('figure.not-yet') } : Math.round(value * 100) / 100;
  return {
    columns: [
      { name: by, words: t(`times.head.${by}`), kind: 'text' },
      { name: 'p50_days', words: t('times.half-days'), kind: 'number' },
      { name: 'p75_days', words: t('times.three-days'), kind: 'number' },
      { name: 'p90_days', words: t('times.nine-days'), kind: 'number' },
      { name: 'on_time_share', words: t('times.on-time'), kind: 'share' },
      { name: 'reports', words: t('times.reports'), kind: 'number' },
      { name: 'still_open', words: t('times.still-open'), kind: 'number' },
    ],
    rows: rows.map((row) => [row.name, time(row.p50, row), time(row.p75, row), time(row.p90, row), row.onTime, row.n, row.open]),
  };
}
