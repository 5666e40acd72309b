import { html } from 'hono/html';
import { chartRequest } from '../../charts/request.ts';
import { type PageContext, pageHref } from '../../context.ts';
import { addressFilters, queryOf, tidyQuery } from '../../parts/address-filters.ts';
import { filterForm } from '../../parts/filter-form.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { columnsTable } from './columns-table.ts';
import { loadOpenData, type OpenDataPage } from './data.ts';
import { previewTable } from './preview-table.ts';
import { about, versions } from './terms.ts';

const path = '/open-data';
const formats = ['csv', 'geojson', 'parquet'] as const;

/** The page "Open data", or the tidy address of a form that was sent. Errors: `RefusedError`. */
export async function openDataPage(context: PageContext): Promise<Markup | { redirect: string }> {
  const tidy = tidyQuery(context);
  if (tidy !== undefined) return { redirect: pageHref(context, path) + tidy };
  const request = chartRequest(context);
  const filters = addressFilters(request);
  const data = await loadOpenData(request, filters);
  const { t, format } = context.texts;
  const heading = t('open-data.finding', { n: data.all.reports, columns: data.files.resources[0].schema.fields.length });
  return pageMarkup(context, {
    title: t('open-data.title'),
    description: heading,
    current: path,
    body: html`<div class="container">
      ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [t('open-data.title')]])}
      <h1 class="finding">${heading}</h1>
      <p class="lede">${t('open-data.lede', { when: format.moment(data.summary.snapshot.asOf) })}</p>
      <section class="block" id="download" aria-labelledby="download-title">
        <h2 class="section-title" id="download-title">${t('open-data.choose')}</h2>
        ${filterForm(context, { filters, choices: data.choices, search: true, submit: t('open-data.show') })}
        ${downloads(context, data, queryOf({ ...filters, snapshot: request.snapshot }))}
      </section>
      ${previewTable(context, data)} ${columnsTable(context, data.files)}
      <div class="duo">${about(context, data.files)} ${versions(context, data.versions, request.snapshot)}</div>
    </div>`,
  });
}

/** The chosen rows in each format, pinned to the snapshot of the page. */
function downloads({ texts: { t }, ...context }: PageContext, { summary }: OpenDataPage, query: string): Markup {
  return html`<div class="downloads">
    <p class="downloads-count" role="status">
      ${summary.reports === 0 ? t('open-data.none') : t('open-data.rows', { n: summary.reports })}
    </p>
    <ul class="downloads-files list-unstyled">
      ${formats.map(
        (one) =>
          html`<li>
            <a
              class="btn ${one === 'csv' ? 'btn-primary' : 'btn-outline-primary'}"
              href="/open-data/reports.${one}${query}"
              download
              >${icon('download')}<span class="visually-hidden">${t('open-data.download')} </span
              >${t(`open-data.format.${one}`)}</a
            >
            <span class="quiet">${t(`open-data.format-for.${one}`)}</span>
          </li>`,
      )}
    </ul>
    <p class="quiet"><a href="${pageHref(context, '/explore')}${query}">${t('open-data.to-map')}</a></p>
  </div>`;
}
