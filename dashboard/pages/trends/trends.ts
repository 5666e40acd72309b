import { html } from 'hono/html';
import type { Chart, ChartData } from '../../charts/chart.ts';
import { chartRequest } from '../../charts/request.ts';
import { type TrendsData, trendsFilters } from '../../charts/trends/ask.ts';
import { trendsBacklog } from '../../charts/trends/backlog.ts';
import { trendsCalendar } from '../../charts/trends/calendar.ts';
import { trendsCategories } from '../../charts/trends/categories.ts';
import { trendsChange } from '../../charts/trends/change.ts';
import { trendsHours } from '../../charts/trends/hours.ts';
import { trendsMonths } from '../../charts/trends/months.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { periodWords } from '../../parts/period.ts';
import { plate } from '../../parts/plate.ts';
import { loadTrends, type TrendsPageData } from './data.ts';
import { trendsFilterForm } from './filters.ts';
import { trendsFinding } from './finding.ts';
import { trendsStories } from './stories.ts';

const path = '/trends';

/** The page "Trends", or the tidy address of a form that was sent. Errors: `RefusedError`. */
export async function trendsPage(context: PageContext): Promise<Markup | { redirect: string }> {
  const tidy = withoutEmpty(context.query);
  if (tidy !== undefined) return { redirect: pageHref(context, path) + tidy };
  const request = chartRequest(context);
  const data = await loadTrends(request);
  const query = trendsFilters(request) as Record<string, string>;
  const { texts } = context;
  const heading = trendsFinding(data.trends, texts);
  const total = sum(data.trends.days.counts);
  return pageMarkup(context, {
    title: texts.t('trends.title'),
    description: heading,
    current: path,
    elements: ['civic-chart'],
    body: html`<div class="container">
      ${breadcrumb(context, [[texts.t('menu.explore'), pageHref(context, '/explore')], [texts.t('trends.title')]])}
      <h1 class="finding">${heading}</h1>
      <p class="lede">
        ${total > 0 ? lede(data.trends, total, texts) : texts.t('trends.lede-none')}
        ${total === 0 && html`<a href="${pageHref(context, path)}">${texts.t('trends.filter.remove')}</a>`}
      </p>
      ${trendsFilterForm(context, data, query)} ${total > 0 && plates(context, data, query)}
    </div>`,
  });
}

/** "?category=buche" of a form that also sent empty fields; undefined when there are none. */
function withoutEmpty(query: string): string | undefined {
  const fields = [...new URLSearchParams(query)];
  const given = fields.filter(([, value]) => value !== '');
  if (given.length === fields.length) return undefined;
  return given.length > 0 ? `?${new URLSearchParams(given).toString().replaceAll('%2C', ',')}` : '';
}

function lede({ days, period, all }: TrendsData, total: number, texts: Texts): string {
  const { t } = texts;
  const shown = t('trends.lede', { n: total, period: periodWords(days.from, days.to, texts) });
  const usual = days.median ? t('trends.lede-usual', { n: days.median }) : '';
  const compared = period && !all.tooFew ? '' : t('trends.lede-no-comparison');
  return [usual, shown, compared].filter(Boolean).join(' ');
}

function plates(context: PageContext, { trends, backlog }: TrendsPageData, query: Record<string, string>): Markup {
  const shown = <Data extends ChartData>(chart: Chart<Data>, rows: Data) => plate(context, chart, rows, { query, page: path });
  const compared = trends.categories.some(({ tooFew }) => !tooFew);
  return html`${trends.months.length > 1 && shown(trendsMonths, trends)} ${compared && shown(trendsChange, trends)}
  ${trends.months.length > 1 && trends.categories.length > 1 && shown(trendsCategories, trends)} ${shown(trendsCalendar, trends)}
  ${trendsStories(context, trends, query)} ${shown(trendsHours, trends)} ${backlog && shown(trendsBacklog, backlog)}`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
