import { html } from 'hono/html';
import type { FieldError } from '#api/http/problem.ts';
import { RefusedError } from '../../client.ts';
import { type PageContext, pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { type Page, pageMarkup } from '../../parts/page.ts';
import { reportList } from '../../parts/report-items.ts';
import { areasTable } from './areas-table.ts';
import { countFilters } from './chips.ts';
import { cellPanel } from './cell.ts';
import { type ExploreData, loadCell, loadExplore } from './data.ts';
import { filters } from './filters.ts';
import { finding } from './finding.ts';
import { listView } from './list.ts';
import { mapView } from './map-view.ts';
import { type ExploreState, readState, stateQuery } from './state.ts';
import { type ExploreView, viewOf } from './view.ts';

/**
 * The page "Explore": the finding, the filters, the map or the list, the same numbers by area; or the tidy address of a form
 * that was sent. Errors: `RefusedError`.
 */
export async function explore(context: PageContext): Promise<Markup | { redirect: string }> {
  const query = new URLSearchParams(context.query);
  const state = stateOf(query);
  if (isUntidy(query)) return { redirect: pageHref(context, '/explore') + stateQuery(state) };
  const data = await loadExplore(context, state);
  const { from, to } = data.summary.filters;
  const view = viewOf(context, state, data.summary.snapshot, { from, to });
  const heading = finding({ ...data, metric: state.metric }, (cell) => data.place?.areaOf(cell), context.texts);
  return pageMarkup(context, page(view, data, heading));
}

/** The panel of one hexagon alone, for the live map. Errors: `RefusedError`. */
export async function exploreCell(context: PageContext): Promise<Markup> {
  const state = stateOf(new URLSearchParams(context.query));
  if (!state.cell) throw refused([{ field: 'cell', message: 'an H3 cell' }]);
  const cell = await loadCell(context, state);
  const { from, to } = cell.summary.filters;
  return cellPanel(viewOf(context, state, cell.summary.snapshot, { from, to }), cell);
}

/** The state of an address. Errors: `RefusedError` names what cannot be understood. */
export function stateOf(query: URLSearchParams): ExploreState {
  const { state, wrong } = readState(query);
  if (wrong.length > 0) throw refused(wrong);
  return state;
}

function refused(errors: FieldError[]): RefusedError {
  return new RefusedError({ type: '', title: 'A field is not valid', status: 422, errors });
}

/** A form sends empty fields, and lists as repeated ones. */
function isUntidy(query: URLSearchParams): boolean {
  const names = [...query.keys()];
  return new Set(names).size < names.length || [...query.values()].includes('');
}

function page(view: ExploreView, data: ExploreData, heading: string): Page {
  const { t } = view.texts;
  const listing = view.state.view === 'list';
  return {
    title: t('menu.explore'),
    description: heading,
    current: '/explore',
    wide: true,
    elements: listing ? [] : ['civic-hexmap', 'time-brush', 'live-filters'],
    body: html`<div class="container xp-top" data-region="top">
        <h1 class="finding">${heading}</h1>
        ${tabs(view)}
      </div>
      <div class="xp">
        ${filters(view, data)}
        <div class="stage">${listing ? listView(view, data) : mapView(view, data)}</div>
      </div>
      <div class="container" data-region="below">
        ${data.byArea.rows.length > 1 && areasTable(view, data.byArea, data.comparison)} ${!listing && latest(view, data)}
      </div>`,
  };
}

function tabs(view: ExploreView): Markup {
  const { state, texts, href } = view;
  const { t } = texts;
  const chosen = countFilters(state);
  const tab = (name: ExploreState['view'], image: 'marker' | 'list') =>
    html`<li class="nav-item">
      <a
        class="nav-link ${state.view === name ? 'active' : ''}"
        ${state.view === name && html`aria-current="page"`}
        href="${href({ ...state, view: name, cursor: '' })}"
        >${icon(image)}${t(`tab.${name}`)}</a
      >
    </li>`;
  return html`<ul class="nav nav-tabs xp-tabs" aria-label="${t('tab.label')}">
    ${tab('map', 'marker')} ${tab('list', 'list')}
    <li class="nav-item filters-link">
      <a class="nav-link" href="#filters"
        >${icon('funnel')}${t('filters.title')} ${chosen > 0 && html`<span class="badge">${chosen}</span>`}</a
      >
    </li>
  </ul>`;
}

function latest(view: ExploreView, { reports }: ExploreData): Markup | string {
  if (reports.items.length === 0) return '';
  const { t } = view.texts;
  return html`<section class="block" aria-labelledby="latest-title">
    <div class="section-head">
      <h2 class="section-title" id="latest-title">${t('latest.title')}</h2>
      <a class="more" href="${view.href({ ...view.state, view: 'list', cell: '', cursor: '' })}"
        >${t('latest.all')} ${icon('arrow', 'sm')}</a
      >
    </div>
    ${reportList(reports.items, view.texts, 'latest')}
  </section>`;
}
