import type { MunicipalityInfo } from '../context.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Chart, ChartData } from './chart.ts';
import { inLightColours } from './light-colours.ts';
import { element, lines, words } from './svg.ts';

const [margin, plotWidth] = [32, 960];
const width = plotWidth + 2 * margin;
const font = "'Titillium Web', 'Helvetica Neue', Arial, sans-serif";

/** A line of words, and how far the next one is below it. */
interface Line {
  text: string;
  size: number;
  leading: number;
  fill: string;
  bold?: boolean;
}

/** The chart as a picture that stands alone: title, what is shown, drawing, how to read it, source and date; light colours. */
export function picture<Data extends ChartData>(
  chart: Chart<Data>,
  data: Data,
  { name }: Pick<MunicipalityInfo, 'name'>,
  texts: Texts,
): string {
  const source = texts.t('charts.source', { name, when: texts.format.moment(data.snapshot.asOf) });
  const head = [
    ...broken(chart.title(data, texts), { size: 24, leading: 31, fill: 'var(--ink)', bold: true }),
    ...broken(chart.what(data, texts), { size: 16, leading: 23, fill: 'var(--ink-2)' }),
  ];
  const foot = [
    ...broken(chart.reading(data, texts), { size: 15, leading: 22, fill: 'var(--ink)' }),
    ...broken(source, { size: 14, leading: 20, fill: 'var(--ink-2)' }),
  ];
  const drawing = chart.draw(data, { width: plotWidth, texts });
  const tall = Number(/ height="([\d.]+)"/.exec(drawing)?.[1] ?? 0);
  const top = margin + heightOf(head) + 16;
  const height = top + tall + 16 + heightOf(foot) + margin;
  const placed = drawing.replace('<svg ', `<svg x="${margin}" y="${top}" `).replaceAll(/ data-mark="[^"]*"/g, '');
  const content = [
    element('rect', { width, height, fill: 'var(--card)' }),
    text(head, margin),
    placed,
    text(foot, top + tall + 16),
  ].join('');
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': font };
  return inLightColours(element('svg', root, content));
}

function broken(words: string, look: Omit<Line, 'text'>): Line[] {
  return words === '' ? [] : lines(words, plotWidth, look.size).map((text) => ({ text, ...look }));
}

function heightOf(all: readonly Line[]): number {
  return all.reduce((sum, { leading }) => sum + leading, 0);
}

function text(all: readonly Line[], top: number): string {
  let y = top;
  return all
    .map((line) => {
      y += line.leading;
      return words(line.text, margin, y - line.leading / 4, {
        'font-size': line.size,
        fill: line.fill,
        'font-weight': line.bold ? 600 : undefined,
      });
    })
    .join('');
}
