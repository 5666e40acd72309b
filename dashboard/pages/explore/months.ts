import type { Series } from '#api/stats/series.schema.ts';
import { type MonthBar, monthBars } from '../../charts/month-bars.ts';
import { textsUnder } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import { timeBrush } from '../../parts/time-brush.ts';
import type { ExploreView } from './view.ts';
import { without } from './state.ts';

const shown = 36;

/** The months up to the snapshot, the chosen ones in ink; each year is a link that chooses it. With scripts a brush lies over them. */
export function months(view: ExploreView, series: Series): Markup {
  const { state, texts, period } = view;
  const received = series.groups[0]?.received ?? [];
  const [from, to] = [period.from?.slice(0, 7) ?? '', period.to?.slice(0, 7) ?? '9999'];
  const anyPeriod = !period.from && !period.to;
  const bars = series.buckets
    .map((bucket, index): MonthBar => {
      const month = bucket.slice(0, 7);
      return { month, value: received[index] ?? 0, chosen: month >= from && month <= to };
    })
    .slice(-shown);
  const label = texts.t('months.label', {
    n: bars.reduce((sum, { value }) => sum + value, 0),
    chosen: view.periodWords,
  });
  const picture = monthBars(bars, { label, framed: !anyPeriod }, (year) =>
    state.plain.from === year && state.plain.to === year
      ? view.href(without(without(state, 'from'), 'to'))
      : view.href({ ...state, plain: { ...state.plain, from: year, to: year }, cursor: '' }),
  );
  return timeBrush({
    months: bars.map(({ month }) => month),
    from: period.from?.slice(0, 7) ?? '',
    to: period.to?.slice(0, 7) ?? '',
    language: texts.language,
    texts: textsUnder(texts.language, 'brush.'),
    bars: picture,
  });
}
