import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import type { PlaceData } from './data.ts';

interface Figure {
  words: string;
  /** Null: it cannot be said; `note` says why. */
  value: number | null;
  unit?: string;
  note: string;
}

/** What arrived, how long half take, what is open now. */
export function placeFigures(context: PageContext, data: PlaceData): Markup {
  const { format, t } = context.texts;
  return html`<dl class="figs place-figs">
    ${[arrived(context, data), half(context, data), open(context, data)].map(
      ({ words, value, unit, note }) =>
        html`<div class="fig">
          <dt>${words}</dt>
          <dd class="${value === null ? 'fig-value fig-words' : 'fig-value'}">
            ${value === null ? t('places.unknown') : html`${format.number(value)}${unit && html`<small>${unit}</small>`}`}
          </dd>
          <dd class="fig-note">${note}</dd>
        </div>`,
    )}
  </dl>`;
}

function arrived({ texts: { t, format } }: PageContext, { summary: { period, change } }: PlaceData): Figure {
  const share = change?.reports ?? null;
  const note =
    share === null
      ? t('places.no-comparison')
      : t(share >= 0 ? 'places.more' : 'places.fewer', { share: format.percent(Math.abs(share)) });
  return { words: t('places.arrived'), value: period?.reports ?? 0, note };
}

function half({ texts: { t } }: PageContext, { times: { all } }: PlaceData): Figure {
  const words = t('places.half');
  if (!all.known) return { words, value: null, note: t('places.unknown-why') };
  if (all.tooFew || all.p50 === null) return { words, value: null, note: t(all.tooFew ? 'places.too-few' : 'places.not-half') };
  const days = Math.ceil(all.p50);
  const tail = all.p90 === null ? t('places.no-tail') : t('places.tail', { n: Math.ceil(all.p90) });
  return { words, value: days, unit: t('figure.days', { n: days }), note: tail };
}

function open({ texts: { t } }: PageContext, { summary, backlog }: PlaceData): Figure {
  const words = t('places.open');
  if (summary.tracked === 0) return { words, value: null, note: t('places.unknown-why') };
  const { medianAge } = backlog.all;
  const note = medianAge === null ? '' : t('places.median-age', { n: Math.round(medianAge) });
  return { words, value: summary.open, note };
}
