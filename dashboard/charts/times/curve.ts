import type { Measure } from '#api/stats/figures.ts';
import type { Curve, TimesRow } from '#api/stats/response-times.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Chart, ChartData } from '../chart.ts';
import { type Days, daysBefore, times, timesQuery } from './ask.ts';
import { drawCurve } from './curve-drawing.ts';
import { spanWords } from './span.ts';

/** Times of the reports of the period and of those a year before. */
export interface CurveData extends ChartData {
  measure: Measure;
  minimumSample: number;
  period: Days;
  before: Days;
  now: TimesRow;
  earlier: TimesRow;
}

/** Days at which a share is worth telling. */
const moments = [1, 2, 7, 14, 30, 60, 90, 180, 365] as const;

/** The share that has got its answer after so many days: the curve with its band, the year before, and what the closed alone would say. */
export const timesCurve: Chart<CurveData> = {
  name: 'times-curve',
  definition: 'still-open-reports-count',
  async load(request) {
    const asked = timesQuery(request);
    const before = daysBefore(asked);
    const [now, earlier] = await Promise.all([times(request, asked, 'none'), times(request, { ...asked, ...before }, 'none')]);
    const { snapshot, measure, minimumSample, all } = now;
    return {
      snapshot,
      measure,
      minimumSample,
      period: { from: asked.from, to: asked.to },
      before,
      now: all,
      earlier: earlier.all,
    };
  },
  title: ({ now, measure }, texts) => progress(now.curve, measure, texts) ?? texts.t(`times.curve-neutral.${measure}`),
  what: ({ measure }, { t }) => t(`times.curve-what.${measure}`),
  reading: ({ now, measure, minimumSample }, texts) => {
    if (!now.curve) return texts.t('times.reading-few', { n: minimumSample });
    const wrong = measure === 'close' ? closedOnly(now, texts) : '';
    return [wrong, texts.t('times.reading-band')].filter(Boolean).join(' ');
  },
  draw: (data, { width, texts }) => {
    const title = progress(data.now.curve, data.measure, texts) ?? texts.t(`times.curve-neutral.${data.measure}`);
    return drawCurve(data, { width, texts, label: `${title}. ${texts.t(`times.curve-what.${data.measure}`)}` });
  },
  table: ({ now, earlier }, { t }) => ({
    columns: [
      { name: 'days', words: t('times.head.days'), kind: 'number' },
      { name: 'share_done', words: t('times.head.share'), kind: 'share' },
      { name: 'low', words: t('times.head.low'), kind: 'share' },
      { name: 'high', words: t('times.head.high'), kind: 'share' },
      { name: 'closed_only', words: t('times.head.closed-only'), kind: 'share' },
      { name: 'year_before', words: t('times.head.before'), kind: 'share' },
    ],
    rows: tableDays(now.curve).map((days) => [
      days,
      doneAt(now.curve, 'waiting', days),
      doneAt(now.curve, 'high', days),
      doneAt(now.curve, 'low', days),
      doneAt(now.curve, 'closedOnly', days),
      doneAt(earlier.curve, 'waiting', days),
    ]),
  }),
};

/** The share that is done after so many days; null beyond what is known. Ends of the band change places: the curve counts those waiting. */
export function doneAt(curve: Curve | null, of: 'waiting' | 'low' | 'high' | 'closedOnly', days: number): number | null {
  if (!curve || days > (curve.days.at(-1) ?? 0)) return null;
  const index = curve.days.findLastIndex((day) => day <= days);
  return Math.round((1 - (curve[of][index] ?? 1)) * 10_000) / 10_000;
}

/** Days of the rows of the table: each of the first week, then weeks, then months. */
function tableDays(curve: Curve | null): number[] {
  const last = curve?.days.at(-1) ?? 0;
  const days = [1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 30, 45, 60, 90, 120, 150, 180, 270, 365, 545, 730, 1095];
  return days.filter((day) => day <= last);
}

/** "After a week seven in ten are closed, after a month nine": undefined when fewer than half are ever. */
function progress(curve: Curve | null, measure: Measure, { t }: Texts): string | undefined {
  const tenths = moments.map((days) => ({ days, tenth: Math.floor((doneAt(curve, 'waiting', days) ?? 0) * 10 + 1e-9) }));
  const first = tenths.find(({ tenth }) => tenth >= 5);
  if (!first || first.tenth > 9) return undefined;
  const second = tenths.find(({ days, tenth }) => days > first.days * 2 && tenth > first.tenth && tenth <= 9);
  const numbers = [first, second].map((one) => one && tenthWords(one.tenth, t));
  const values = { after: t(`times.after.${first.days}`), first: numbers[0]! };
  if (!second) return t(`times.progress-one.${measure}`, values);
  return t(`times.progress.${measure}`, {
    ...values,
    later: t(`times.after.${second.days}`),
    second: numbers[1]!,
  });
}

/** Five to nine as a word. */
function tenthWords(tenth: number, t: Texts['t']): string {
  const number = tenth as 5 | 6 | 7 | 8 | 9;
  return t(`times.number.${number}`);
}

/** What counting only those closed would say wrongly; "" when it makes no difference. */
function closedOnly({ p90, p50, closedOnly: wrong, events }: TimesRow, texts: Texts): string {
  const { t } = texts;
  const told = (right: number | null, mistaken: number | null, share: string) => {
    if (mistaken === null) return '';
    const [truth, error] = [right === null ? '' : spanWords(right, texts), spanWords(mistaken, texts)];
    if (truth === error) return '';
    return right === null
      ? t('times.closed-only-never', { n: events, share, error })
      : t('times.closed-only', { n: events, share, error, truth });
  };
  return told(p90, wrong.p90, t('times.nine')) || told(p50, wrong.p50, t('times.half'));
}
