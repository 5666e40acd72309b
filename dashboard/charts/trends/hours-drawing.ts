import type { Texts } from '../../i18n/texts.ts';
import { classOf, colourOf } from '../scale.ts';
import { element, hatch, round, svg, words } from '../svg.ts';
import type { TrendsData } from './ask.ts';
import { byHour, fewestTimed, hourSpan } from './hours.ts';
import { legend, legendHeight } from './legend.ts';

/** How it is drawn; `label` says the finding. */
interface Look {
  width: number;
  texts: Texts;
  label: string;
}

/** Lower ends of the colour classes, as shares of the fullest hour. */
const shares = [0, 0.02, 0.1, 0.25, 0.45, 0.65, 0.85];
const [barsHeight, axisRoom] = [44, 28];

/** A field for each weekday and hour; the sums of the hours above, on wide pictures those of the days beside. */
export function drawHours(hours: TrendsData['hours'], look: Look): string {
  const { width, texts, label } = look;
  if (hours.reports < fewestTimed) return tooFew(hours, look);
  const isNarrow = width < 600;
  const left = isNarrow ? 38 : 92;
  const right = isNarrow ? 0 : 112;
  const [pitch, tall] = [round((width - left - right) / 24), isNarrow ? 26 : 30];
  const most = Math.max(1, ...hours.counts.flat());
  const top = barsHeight + 24;
  const fields = fieldsOf(hours.counts, most) + hourMarks(hours.counts, texts);
  const grid = element('g', { transform: `translate(${left} ${top}) scale(${pitch} ${tall})` }, fields);
  const bottom = top + 7 * tall;
  const names = hours.counts.map((_, day) =>
    words(texts.format.weekday(day + 1, isNarrow ? 'short' : 'long'), 0, top + day * tall + tall / 2 + 5),
  );
  const ticks = Array.from({ length: 8 }, (_, index) => index * 3).filter((hour) => !isNarrow || hour % 6 === 0);
  const axis = ticks.map((hour) => words(isNarrow ? `${hour}` : `${hour}:00`, round(left + hour * pitch), bottom + 20));
  const key = legend(shares, {
    x: isNarrow ? 0 : left,
    y: bottom + axisRoom,
    texts,
    what: 'trends.legend-hours',
    written: texts.format.percent,
  });
  const sides = isNarrow ? '' : daySums(hours, { x: width - right + 12, top, tall, texts });
  const height = bottom + axisRoom + legendHeight;
  return svg(
    { width, height, label },
    hourSums(hours, { left, pitch, texts }) + grid + names.join('') + axis.join('') + sides + key,
  );
}

/** The fields of each colour as the square ends of lines of no length: short, where a rectangle for each would be long. */
function fieldsOf(counts: readonly (readonly number[])[], most: number): string {
  const all = counts.flatMap((hours, day) =>
    hours.map((count, hour) => ({ index: classOf(count / most, shares), at: `M${hour} ${day}h0` })),
  );
  const paths = [...Map.groupBy(all, ({ index }) => index)].map(([index, of]) =>
    element('path', { d: of.map(({ at }) => at).join(''), stroke: `var(--s${colourOf(index, shares.length)})` }),
  );
  const look = { transform: 'translate(.5 .5)', 'stroke-width': '.96', 'stroke-linecap': 'square' };
  return element('g', look, paths.join(''));
}

/** Unseen boxes over the hours that say the numbers of their weekdays. */
function hourMarks(counts: readonly (readonly number[])[], { t, format }: Texts): string {
  const all = Array.from({ length: 24 }, (_, hour) => {
    const numbers = counts.map((hours, day) =>
      t('trends.weekday-count', { weekday: format.weekday(day + 1, 'short'), n: hours[hour]! }),
    );
    return element('path', {
      d: `M${hour} 0h1v7h-1z`,
      'data-mark': t('trends.hour-mark', { hours: hourSpan(hour), numbers: numbers.join(', ') }),
    });
  });
  return element('g', { fill: 'none' }, all.join(''));
}

/** Bars of the hours, the fullest with its share. */
function hourSums(
  { counts, reports }: TrendsData['hours'],
  { left, pitch, texts }: { left: number; pitch: number; texts: Texts },
): string {
  const sums = byHour(counts);
  const most = Math.max(...sums);
  const fullest = sums.indexOf(most);
  const bars = sums.map((sum, hour) => {
    const tall = round((sum / most) * barsHeight);
    return `M${round(left + hour * pitch)} ${20 + barsHeight}v-${tall}h${round(pitch - 1)}v${tall}z`;
  });
  const share = texts.t('trends.hour-share', { share: texts.format.percent(most / reports), hour: fullest });
  return (
    element('path', { d: bars.join(''), fill: 'var(--ink-4)' }) +
    words(share, left + (fullest + 0.5) * pitch, 13, { 'text-anchor': 'middle', 'font-weight': 600, fill: 'var(--ink)' })
  );
}

/** Bars of the weekdays with their shares. */
function daySums(
  { counts, reports }: TrendsData['hours'],
  { x, top, tall, texts }: { x: number; top: number; tall: number; texts: Texts },
): string {
  const sums = counts.map((hours) => hours.reduce((total, count) => total + count, 0));
  const most = Math.max(...sums);
  return sums
    .map((sum, day) => {
      const [y, long] = [top + day * tall, (sum / most) * 52];
      const look = sum === most ? { fill: 'var(--ink)', 'font-weight': 600 } : {};
      return (
        element('rect', { x, y: y + 4, width: long, height: tall - 9, fill: 'var(--ink-4)' }) +
        words(texts.format.percent(sum / reports), x + long + 6, y + tall / 2 + 5, look)
      );
    })
    .join('');
}

function tooFew({ reports, withoutHour }: TrendsData['hours'], { width, texts, label }: Look): string {
  const height = 120;
  const middle = { 'text-anchor': 'middle', fill: 'var(--ink)', 'font-weight': 600 };
  const text = reports === 0 && withoutHour > 0 ? texts.t('trends.hours-unknown') : texts.t('trends.few', { n: reports });
  return svg({ width, height, label }, hatch(0, 0, width, height) + words(text, width / 2, 66, middle));
}
