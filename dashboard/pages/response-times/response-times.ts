import { html } from 'hono/html';
import type { Chart, ChartData, ChartRequest } from '../../charts/chart.ts';
import { chartRequest } from '../../charts/request.ts';
import { nameOf, timesByArea, timesByCategory, timesByChannel, type TimesByData, timesByOffice } from '../../charts/times/by.ts';
import { timesCurve } from '../../charts/times/curve.ts';
import { timesByQuarter } from '../../charts/times/quarters.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { periodWords } from '../../parts/period.ts';
import { plate } from '../../parts/plate.ts';
import { tidied } from './address.ts';
import { loadTimes, type TimesData } from './data.ts';
import { timesFigures } from './figures.ts';
import { timesFilters } from './filters.ts';
import { timesFinding } from './finding.ts';

const path = '/response-times';

/** The page "Response times", or the tidy address of a form that was sent. Errors: `RefusedError`. */
export async function responseTimes(context: PageContext): Promise<Markup | { redirect: string }> {
  const tidy = tidied(new URLSearchParams(context.query));
  if (tidy !== undefined) return { redirect: pageHref(context, path) + tidy };
  const request = chartRequest(context);
  const data = await loadTimes(request);
  const { texts } = context;
  const { measure } = data.asked;
  const { now } = data.curve;
  const heading = timesFinding(now, measure, categoryName(data.byCategory, context), texts);
  return pageMarkup(context, {
    title: texts.t('times.title'),
    description: heading,
    current: path,
    elements: ['civic-chart'],
    body: html`<div class="container">
      ${breadcrumb(context, [[texts.t('menu.explore'), pageHref(context, '/explore')], [texts.t('times.title')]])}
      <h1 class="finding">${heading}</h1>
      ${lede(context, data)} ${timesFilters(context, request, data)}
      ${now.known && now.n > 0 && html`${timesFigures(data, texts)} ${plates(context, request, data)}`}
    </div>`,
  });
}

/** Name of the only category chosen. */
function categoryName({ groups, chosen }: TimesByData, { texts }: PageContext): string | undefined {
  const row = chosen.length === 1 ? groups.find(({ key }) => key === chosen[0]) : undefined;
  return row && nameOf(row, 'category', texts);
}

function lede(context: PageContext, { asked, curve: { now } }: TimesData): Markup {
  const { t } = context.texts;
  const period = periodWords(asked.from, asked.to, context.texts);
  const words = !now.known
    ? t('times.lede-unknown')
    : now.n === 0
      ? t('times.lede-none')
      : t('times.lede', { n: now.n, period, open: now.censored });
  const filtered = Object.keys(asked.filters).length > 0;
  const out = now.known && now.n > 0 ? '' : filtered ? withoutFilters(context) : toMap(context);
  return html`<p class="lede">${words} ${out}</p>`;
}

function withoutFilters(context: PageContext): Markup {
  return html`<a href="${pageHref(context, path)}">${context.texts.t('times.filter.remove')}</a>`;
}

function toMap(context: PageContext): Markup {
  return html`<a href="${pageHref(context, '/explore')}">${context.texts.t('times.to-map')}</a>`;
}

function plates(context: PageContext, request: ChartRequest, data: TimesData): Markup {
  const { measure, from, to, filters } = data.asked;
  const query = { ...filters, ...(measure === 'close' ? {} : { measure }), from, to };
  const shown = <Data extends ChartData>(chart: Chart<Data>, rows: Data, room: 'full' | 'half') =>
    plate(context, chart, rows, { query, room, page: path });
  const halves = [
    data.byQuarter.quarters.filter(({ p50 }) => p50 !== null).length > 1 && shown(timesByQuarter, data.byQuarter, 'half'),
    several(data.byArea) && shown(timesByArea, data.byArea, 'half'),
    several(data.byOffice) && shown(timesByOffice, data.byOffice, 'half'),
    several(data.byChannel) && shown(timesByChannel, data.byChannel, 'half'),
  ].filter((one) => one !== false);
  return html`${shown(timesCurve, data.curve, 'full')}
  ${several(data.byCategory) && shown(timesByCategory, data.byCategory, 'full')}
  ${halves.length > 0 && html`<div class="duo">${halves}</div>`}`;
}

function several({ groups }: TimesByData): boolean {
  return groups.length > 1;
}
