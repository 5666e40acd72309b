import { areaY, axisX, axisY, dot, gridY, line, ruleY, text } from '@observablehq/plot';
import { dataOf } from '../../client.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Chart, ChartData, DrawOptions } from '../chart.ts';
import { plotted } from '../plot.ts';
import { trends, trendsFilters } from './ask.ts';

/** Open reports at the end of each month. */
export interface TrendsBacklogData extends ChartData {
  /** First days of the months. */
  months: string[];
  open: number[];
  received: number[];
  closed: number[];
  /** The last month is not over. */
  partial: boolean;
}

/** A change of less than this share is none. */
const alike = 0.05;
const fewest = 10;
/** Rows of the page's table: a year, and the month it is compared with. */
const tableMonths = 13;

/** Reports still open at the end of each month: does the town keep up? */
export const trendsBacklog: Chart<TrendsBacklogData> = {
  name: 'trends-backlog',
  definition: 'backlog',
  async load(request) {
    const { days } = await trends(request);
    const query = { ...trendsFilters(request), from: days.from, unit: 'month', snapshot: request.snapshot } as const;
    const { snapshot, buckets, groups, partial } = await dataOf(request.api.api.stats.series.$get({ query }));
    const { openAtEnd, received, closed } = groups[0]!;
    return { snapshot, months: buckets, open: openAtEnd, received, closed, partial: partial.last };
  },
  title: (data, texts) => claim(data, texts),
  what: (_, { t }) => t('trends.backlog-what'),
  reading: (_, { t }) => t('trends.backlog-reading'),
  draw: (data, options) => draw(data, options),
  table: ({ months, open, received, closed }, { t, format }) => {
    const columns = [
      { name: 'month', words: t('trends.head.month'), kind: 'text' },
      { name: 'open_at_end', words: t('trends.head.open'), kind: 'number' },
      { name: 'received', words: t('trends.head.received'), kind: 'number' },
      { name: 'closed', words: t('trends.head.closed'), kind: 'number' },
    ] as const;
    const rows = months.map((month, index) => [
      { value: month.slice(0, 7), words: format.month(month.slice(0, 7)) },
      open[index]!,
      received[index]!,
      closed[index]!,
    ]);
    return { columns, rows, page: { columns, rows: rows.slice(-tableMonths) } };
  },
};

function claim({ open }: TrendsBacklogData, { t, format }: Texts): string {
  const [now, before] = [open.at(-1) ?? 0, open.at(-13)];
  if (before === undefined || before < fewest) return t('trends.backlog-neutral', { n: now });
  const change = now / before - 1;
  if (Math.abs(change) < alike) return t('trends.backlog-same', { n: now, before });
  return t(change > 0 ? 'trends.backlog-more' : 'trends.backlog-less', {
    n: now,
    before,
    change: format.percent(Math.abs(change)),
  });
}

function draw(data: TrendsBacklogData, { width, texts }: DrawOptions): string {
  const { t, format } = texts;
  const isNarrow = width < 600;
  const points = data.months.map((month, index) => ({
    month: new Date(month),
    open: data.open[index]!,
    name: month.slice(0, 7),
  }));
  const at = { x: 'month', y: 'open' } as const;
  // Every third month and the last: more would weigh more than they tell.
  const told = points.filter((_, index) => (points.length - 1 - index) % 3 === 0);
  return plotted({
    width,
    height: isNarrow ? 260 : 300,
    label: `${claim(data, texts)}. ${t('trends.backlog-what')}`,
    marginTop: 24,
    marginLeft: 52,
    marginRight: 52,
    x: { type: 'utc', label: null },
    y: { label: null, domain: [0, Math.max(5, ...data.open)], nice: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      ruleY([0], { stroke: 'var(--ink-4)' }),
      axisY({ tickSize: 0, fontSize: 14, ticks: 5, fill: 'var(--ink-2)', tickFormat: (n: number) => format.number(n, 0) }),
      axisX({
        ticks: 'year',
        tickSize: 5,
        fontSize: 14,
        fill: 'var(--ink-2)',
        stroke: 'var(--ink-4)',
        tickFormat: (day: Date) => `${day.getUTCFullYear()}`,
      }),
      areaY(points, { ...at, fill: 'var(--data)', fillOpacity: 0.14 }),
      line(points, { ...at, stroke: 'var(--data)', strokeWidth: 2.5 }),
      dot(told, {
        ...at,
        r: 5,
        fill: 'var(--data)',
        fillOpacity: 0,
        title: ({ name, open }: (typeof points)[number]) => t('trends.backlog-mark', { month: format.month(name), n: open }),
      }),
      dot(points.slice(-1), {
        ...at,
        r: 4.5,
        fill: data.partial ? 'var(--card)' : 'var(--data)',
        stroke: 'var(--data)',
        strokeWidth: 2,
      }),
      text(points.slice(-1), {
        ...at,
        text: ({ open }: { open: number }) => format.number(open),
        dx: 10,
        textAnchor: 'start',
        fontSize: 14,
        fontWeight: 600,
        fill: 'var(--data)',
      }),
    ],
  });
}
