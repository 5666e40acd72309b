import { html } from 'hono/html';
import type { ChartRequest } from '../../charts/chart.ts';
import { type RepeatsData, repeatsByArea, repeatsByCategory } from '../../charts/repeats.ts';
import { chartRequest } from '../../charts/request.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Texts } from '../../i18n/texts.ts';
import { addressFilters, type Filters, tidyQuery } from '../../parts/address-filters.ts';
import { filterForm } from '../../parts/filter-form.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { plate } from '../../parts/plate.ts';
import { clusterList } from './clusters.ts';
import { type DuplicatesData, loadDuplicates } from './data.ts';
import { clusterMap } from './map.ts';

const path = '/duplicates';

/** The page "Duplicates", or the tidy address of a form that was sent. Errors: `RefusedError`. */
export async function duplicatesPage(context: PageContext): Promise<Markup | { redirect: string }> {
  const tidy = tidyQuery(context);
  if (tidy !== undefined) return { redirect: pageHref(context, path) + tidy };
  const request = chartRequest(context);
  const filters = addressFilters(request);
  const data = await loadDuplicates(context, request, filters);
  const { t } = context.texts;
  const heading = duplicatesFinding(data.found, context.texts);
  return pageMarkup(context, {
    title: t('duplicates.title'),
    description: heading,
    current: path,
    elements: ['civic-chart'],
    body: html`<div class="container">
      ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [t('duplicates.title')]])}
      <h1 class="finding">${heading}</h1>
      <p class="lede">
        ${t('duplicates.lede')}
        <a href="${pageHref(context, '/definitions')}#problem">${t('provenance.definition')}</a>
      </p>
      ${filterForm(context, { filters, choices: data.choices, submit: t('filters.apply') })} ${clusters(context, data)}
      ${plates(context, request, data.found, filters)}
    </div>`,
  });
}

/** How many reports there are, of how many problems; a plain count when nothing is repeated. */
export function duplicatesFinding({ reports, problems, repeats, share }: RepeatsData, { t, format }: Texts): string {
  if (reports === 0) return t('finding.none');
  if (repeats === 0) return t('duplicates.finding-none', { n: reports });
  return t('duplicates.finding', { n: reports, problems, share: format.percent(share ?? 0) });
}

function clusters(context: PageContext, data: DuplicatesData): Markup | string {
  const { found, place } = data;
  const { t, format } = context.texts;
  if (found.clusters.length === 0) return '';
  return html`<section class="block" aria-labelledby="clusters-title">
    <h2 class="section-title" id="clusters-title">
      ${t('duplicates.clusters', { n: found.clusterCount, shown: found.clusters.length })}
    </h2>
    <p class="quiet">
      ${t('duplicates.likely')} ${t('provenance.snapshot', { when: format.moment(found.snapshot.asOf) })}.
      <a href="${pageHref(context, '/definitions')}#duplicate-score">${t('provenance.definition')}</a>
    </p>
    ${place && clusterMap(context, place, found.clusters)} ${clusterList(context, data)}
  </section>`;
}

function plates(context: PageContext, { query }: ChartRequest, found: RepeatsData, filters: Filters): Markup | string {
  if (found.repeats === 0) return '';
  const shown = { query: { ...query, ...filters }, room: 'half', page: path } as const;
  const several = (rows: readonly { repeats: number }[]) => rows.filter(({ repeats }) => repeats > 0).length > 1;
  return html`<div class="duo">
    ${several(found.byCategory) && plate(context, repeatsByCategory, found, shown)}
    ${several(found.byArea) && plate(context, repeatsByArea, found, shown)}
  </div>`;
}
