import { Temporal } from 'temporal-polyfill';
import type { Figures, Measure } from '#api/stats/figures.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Chart, ChartData } from '../chart.ts';
import { times, timesQuery } from './ask.ts';
import { drawQuarters } from './quarters-drawing.ts';
import { spanWords } from './span.ts';

/** A quarter: its first day, its figures, and whether much of it is still to come. */
export interface Quarter extends Pick<Figures, 'p50' | 'p75' | 'p90' | 'n' | 'tooFew'> {
  key: string;
  day: Date;
  open: number;
  provisional: boolean;
}

/** Quarters of three years. */
export interface QuartersData extends ChartData {
  measure: Measure;
  quarters: Quarter[];
}

const years = 3;
/** A quarter is provisional until so many days after its end. */
const settled = 30;
/** A change of less than this share is none. */
const alike = 0.1;

/** Times by quarter of arrival, over the three years up to the end of the period: is it getting better? */
export const timesByQuarter: Chart<QuartersData> = {
  name: 'times-by-quarter',
  definition: 'half-three-in-four-nine-in-ten',
  async load(request) {
    const asked = timesQuery(request);
    const to = Temporal.PlainDate.from(asked.to);
    const from = to.with({ day: 1, month: to.month - ((to.month - 1) % 3) }).subtract({ years });
    const found = await times(request, { ...asked, from: from.toString() }, 'quarter');
    const quarters = found.groups.map((row) => quarterOf(row.key, { ...row, open: row.censored }, request.today));
    return { snapshot: found.snapshot, measure: found.measure, quarters };
  },
  title: ({ quarters }, texts) => change(quarters, texts) ?? texts.t('times.quarters-neutral'),
  what: ({ measure }, { t }) => t(`times.quarters-what.${measure}`),
  reading: ({ quarters }, { t }) => (quarters.some(({ provisional }) => provisional) ? t('times.quarters-provisional') : ''),
  draw: ({ quarters, measure }, { width, texts }) => {
    const title = change(quarters, texts) ?? texts.t('times.quarters-neutral');
    return drawQuarters(quarters, { width, texts, label: `${title}. ${texts.t(`times.quarters-what.${measure}`)}` });
  },
  table: ({ quarters }, { t }) => ({
    columns: [
      { name: 'quarter', words: t('times.head.quarter'), kind: 'text' },
      { name: 'p50_days', words: t('times.half-days'), kind: 'number' },
      { name: 'p75_days', words: t('times.three-days'), kind: 'number' },
      { name: 'p90_days', words: t('times.nine-days'), kind: 'number' },
      { name: 'reports', words: t('times.reports'), kind: 'number' },
      { name: 'still_open', words: t('times.still-open'), kind: 'number' },
    ],
    rows: quarters.map((row) => [
      { value: row.key, words: quarterWords(row, t) },
      ...[row.p50, row.p75, row.p90].map((value) =>
        value === null ? { value, words: t(row.tooFew ? 'figure.too-few' : 'figure.not-yet') } : Math.round(value * 100) / 100,
      ),
      row.n,
      row.open,
    ]),
  }),
};

function quarterOf(key: string, row: Omit<Quarter, 'key' | 'day' | 'provisional'>, today: string): Quarter {
  const [year, quarter] = [Number(key.slice(0, 4)), Number(key.slice(6))];
  const first = Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 });
  const { p50, p75, p90, n, open, tooFew } = row;
  const provisional = first.add({ months: 3, days: settled }).toString() > today;
  return { key, day: new Date(first.toString()), p50, p75, p90, n, open, tooFew, provisional };
}

/** The last settled quarter against the same one a year before; undefined when there is none. */
function change(quarters: readonly Quarter[], texts: Texts): string | undefined {
  const last = quarters.findLast(({ provisional, p90 }) => !provisional && p90 !== null);
  const before = quarters.find(({ key }) => last && key === `${Number(last.key.slice(0, 4)) - 1}${last.key.slice(4)}`);
  if (!last?.p90 || !before?.p90) return undefined;
  const [now, earlier] = [spanWords(last.p90, texts), spanWords(before.p90, texts)];
  const ratio = last.p90 / before.p90;
  if (Math.abs(ratio - 1) < alike || now === earlier) return texts.t('times.quarters-same', { now });
  return texts.t(ratio < 1 ? 'times.quarters-shorter' : 'times.quarters-longer', { now, earlier });
}

export function quarterWords({ key, provisional }: Quarter, t: Texts['t']): string {
  const words = t('times.quarter', { q: key.slice(6), year: key.slice(0, 4) });
  return provisional ? t('times.quarter-provisional', { quarter: words }) : words;
}
