import { html } from 'hono/html';
import { sparkline } from '../../charts/sparkline.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import type { HomeData } from './data.ts';

/** The three figures: what arrived, how long it takes, what is still open. */
export function figures(context: PageContext, data: HomeData): Markup {
  return html`<dl class="figs home-figs">${arrived(context, data)} ${half(context, data)} ${open(context, data)}</dl>`;
}

function arrived(context: PageContext, { year, months }: HomeData): Markup {
  const { t, format } = context.texts;
  const change = year.change?.reports ?? null;
  const note =
    change === null
      ? t('home.no-comparison')
      : t(change >= 0 ? 'home.more' : 'home.fewer', { share: format.percent(Math.abs(change)) });
  const values = months.groups[0]?.received ?? [];
  return html`<div class="fig">
    <dt>${t('home.arrived')}</dt>
    <dd class="fig-value">${format.number(year.reports)}</dd>
    <dd class="fig-spark">${sparkline(values)}</dd>
    <dd class="fig-note">${note} <a href="${pageHref(context, '/definitions')}#report">${t('home.definition')}</a></dd>
  </div>`;
}

function half(context: PageContext, { year }: HomeData): Markup {
  const { t, format } = context.texts;
  const { known, tooFew, p50, p90 } = year.times.close;
  const tail = p90 === null ? t('home.tail-unknown') : t('home.tail', { n: Math.ceil(p90) });
  return html`<div class="fig">
    <dt>${t('home.half')}</dt>
    ${
      known && !tooFew && p50 !== null
        ? html`<dd class="fig-value">${format.number(Math.ceil(p50))}<small>${t('home.days', { n: Math.ceil(p50) })}</small></dd>
            <dd class="fig-note">${tail} ${t('home.counts-open')} ${link(context, '/response-times', 'home.to-times')}</dd>`
        : html`<dd class="fig-value fig-words">${t(known ? 'home.too-few' : 'home.unknown')}</dd>
            <dd class="fig-note">${t(known ? 'home.too-few-why' : 'home.unknown-why')}</dd>`
    }
  </div>`;
}

function open(context: PageContext, { all, ages, months }: HomeData): Markup {
  const { t, format } = context.texts;
  if (all.tracked === 0) {
    return html`<div class="fig">
      <dt>${t('home.open')}</dt>
      <dd class="fig-value fig-words">${t('home.unknown')}</dd>
      <dd class="fig-note">${t('home.unknown-why')}</dd>
    </div>`;
  }
  const old = ages.rows.reduce((sum, row) => sum + row.openOver90Days, 0);
  const values = months.groups[0]?.openAtEnd ?? [];
  return html`<div class="fig">
    <dt>${t('home.open')}</dt>
    <dd class="fig-value">${format.number(all.open)}</dd>
    <dd class="fig-spark">${sparkline(values)}</dd>
    <dd class="fig-note">
      ${t('home.old', { n: old })}
      <a href="${pageHref(context, '/explore')}?status=received,taken,waiting">${t('home.see-which')}</a>
    </dd>
  </div>`;
}

function link(context: PageContext, path: string, words: Parameters<Texts['t']>[0]): Markup {
  return html`<a href="${pageHref(context, path)}">${context.texts.t(words)}</a>`;
}
