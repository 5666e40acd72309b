import type { Texts } from '../../i18n/texts.ts';
import { classOf, colourOf } from '../scale.ts';
import { element, svg, textWidth, words } from '../svg.ts';
import { type Episode } from './ask.ts';
import type { CalendarDay, HalfYear } from './calendar.ts';
import { legend, legendHeight } from './legend.ts';

/** What the days are drawn with. */
interface Look {
  texts: Texts;
  /** Lower ends of the colour classes. */
  breaks: readonly number[];
  stories: readonly Episode[];
}

const width = 358;
/** Distance of the days, and room for the names over them and for the story beneath. */
const [pitch, top, beneath] = [13, 42, 26] as const;
const height = top + 7 * pitch + beneath;

/** A half year: weeks from left to right, Monday on top; unusual days framed, the greatest story named beneath. */
export function drawHalfYear(half: HalfYear, { texts, breaks, stories }: Look): string {
  const { t, format } = texts;
  const { year, days } = half;
  const framed = new Set(stories.flatMap((story) => story.days.map(({ day }) => day)));
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))];
  const names = months.map(([month, of]) => words(format.monthShort(month), of[0]!.week * pitch, 36));
  const marks = months.map(([month, of]) => monthMark(month, of, texts));
  const frames = days.filter(({ day }) => framed.has(day)).map((day) => frame(day, texts));
  const story = stories.find(({ peak }) => days.some(({ day }) => day === peak.day));
  const label = t('trends.half-year', { from: format.month(half.months[0]), to: format.month(half.months[1]) });
  return svg(
    { width, height, label },
    words(year, 0, 15, { fill: 'var(--ink)', 'font-weight': 600 }) +
      names.join('') +
      squares(days, breaks) +
      element('g', { transform: `translate(0 ${top}) scale(${pitch})`, fill: 'none' }, marks.join('')) +
      frames.join('') +
      (story ? callout(story, days, texts) : ''),
  );
}

/** The colours in their order, as wide as a half year. */
export function calendarLegend(breaks: readonly number[], texts: Texts): string {
  return svg(
    { width, height: legendHeight, label: texts.t('trends.legend-days') },
    legend(breaks, { x: 0, y: 0, texts, what: 'trends.legend-days' }),
  );
}

/** The days of each colour as the square ends of lines of no length: short, where a thousand rectangles would be long. */
function squares(days: readonly CalendarDay[], breaks: readonly number[]): string {
  const classes = Map.groupBy(days, ({ reports }) => (reports === 0 ? -1 : classOf(reports, breaks)));
  const paths = [...classes].map(([index, of]) => {
    const stroke = index < 0 ? 'var(--none)' : `var(--s${colourOf(index, breaks.length)})`;
    return element('path', { d: of.map(({ week, weekday }) => `M${week} ${weekday}h0`).join(''), stroke });
  });
  const half = pitch / 2;
  const look = { 'stroke-width': '.86', 'stroke-linecap': 'square' };
  return element('g', { transform: `translate(${half} ${top + half}) scale(${pitch})`, ...look }, paths.join(''));
}

/** An unseen box over the weeks of a month that says its sum and its fullest day. */
function monthMark(month: string, days: readonly CalendarDay[], { t, format }: Texts): string {
  const [first, last] = [days[0]!.week, days.at(-1)!.week];
  const most = days.reduce((fullest, one) => (one.reports > fullest.reports ? one : fullest));
  const mark = t('trends.calendar-mark', {
    month: format.month(month),
    n: days.reduce((sum, { reports }) => sum + reports, 0),
    day: format.day(most.day),
    most: most.reports,
  });
  return element('path', { d: `M${first} 0h${last - first + 1}v7h-${last - first + 1}z`, 'data-mark': mark });
}

function frame({ day, reports, week, weekday }: CalendarDay, { t, format }: Texts): string {
  const box = { x: week * pitch, y: top + weekday * pitch, width: pitch, height: pitch };
  return element('rect', {
    ...box,
    fill: 'none',
    stroke: 'var(--ink)',
    'stroke-width': 2,
    'data-mark': t('trends.day-mark', { day: format.day(day), n: reports }),
  });
}

/** The day of a story in words beneath it, with a line up to it. */
function callout({ peak }: Episode, days: readonly CalendarDay[], { t, format }: Texts): string {
  const day = days.find((one) => one.day === peak.day)!;
  const text = t('trends.day-mark', { day: format.day(peak.day), n: peak.reports });
  const x = (day.week + 0.5) * pitch;
  const end = x + textWidth(text) * 1.1 > width;
  const [from, to] = [top + (day.weekday + 1) * pitch + 1, top + 7 * pitch + 20];
  return (
    element('path', { d: `M${x} ${from}V${to}`, stroke: 'var(--ink)' }) +
    words(text, end ? x - 5 : x + 5, to, { 'text-anchor': end ? 'end' : undefined, fill: 'var(--ink)', 'font-weight': 600 })
  );
}
