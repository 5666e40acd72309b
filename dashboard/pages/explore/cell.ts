import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { cellArea, UNITS } from 'h3-js';
import { html } from 'hono/html';
import { type Bar, bars } from '../../charts/bars.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { recentReports, type ReportItem } from '../../parts/report-items.ts';
import { type ExploreView, rowName } from './view.ts';

/** What is known of one hexagon. */
export interface CellData {
  summary: Summary & Envelope;
  byCategory: Breakdown;
  latest: ReportItem[];
  area: string | undefined;
}

const shownCategories = 4;
const shownReports = 3;

/** The panel over the map: one hexagon's figures, what it is about, its latest reports. */
export function cellPanel(view: ExploreView, { summary, byCategory, latest, area }: CellData): Markup {
  const { texts, state } = view;
  const { t, format } = texts;
  const km2 = cellArea(state.cell, UNITS.km2);
  const where = [area ?? '', t('cell.km2', { km2: format.number(km2, km2 < 1 ? 2 : 1) })];
  return html`<aside class="drawer" id="cell" data-part="drawer" aria-labelledby="cell-title" tabindex="-1">
    <div class="drawer-head">
      <div>
        <h2 id="cell-title">${cellTitle(latest, area, texts.t)}</h2>
        <p class="quiet">${where.filter(Boolean).join(' · ')}</p>
      </div>
      <a class="btn btn-plain" href="${view.href({ ...state, cell: '' })}" data-close
        >${icon('close')}<span class="visually-hidden">${t('cell.close')}</span></a
      >
    </div>
    <dl class="drawer-figures">
      <div>
        <dt>${t('table.reports')}</dt>
        <dd>${format.number(summary.reports)}</dd>
      </div>
      <div>
        <dt>${t('table.open')}</dt>
        <dd>${format.number(summary.open)}</dd>
      </div>
      ${halfClosed(summary, texts)}
    </dl>
    <div class="drawer-body">
      ${
        summary.reports > 0 &&
        html`<h3>${t('cell.what')}</h3>
          ${bars(topCategories(view, byCategory), format)}`
      }
      ${
        latest.length > 0 &&
        html`<h3>${t('cell.latest')}</h3>
          ${recentReports(latest.slice(0, shownReports), texts)}`
      }
    </div>
    <p class="drawer-foot">
      <a class="more" href="${view.href({ ...state, view: 'list', cursor: '' })}"
        >${t('cell.all', { n: summary.reports })} ${icon('arrow', 'sm')}</a
      >
    </p>
  </aside>`;
}

/** What a hexagon is called: the streets its reports name most, else its area. */
export function cellTitle(
  reports: readonly Pick<ReportItem, 'place'>[],
  area: string | undefined,
  t: ExploreView['texts']['t'],
): string {
  const counts = new Map<string, number>();
  for (const { place } of reports) {
    const street = streetOf(place);
    if (street && street !== area) counts.set(street, (counts.get(street) ?? 0) + 1);
  }
  const [first, second] = [...counts].filter(([, count]) => count > 1).toSorted((a, b) => b[1] - a[1]);
  if (first && second) return t('cell.between', { first: first[0], second: second[0] });
  if (first) return t('cell.around', { street: first[0] });
  return t('cell.title');
}

/** The street of an address: without house numbers at either end and what follows a comma. */
function streetOf(place: string): string {
  const [street = ''] = place.split(',');
  return street
    .replace(/^\d+[-\w/]*\s+/, '')
    .replace(/\s+(?:n\.?\s*)?\d+[\w/-]*$/i, '')
    .trim();
}

function halfClosed({ times: { close } }: Summary, { t, format }: ExploreView['texts']): Markup | string {
  if (!close.known) return '';
  const value = close.tooFew
    ? html`<dd class="too-few">${t('figure.too-few')}</dd>`
    : close.p50 === null
      ? html`<dd class="too-few">${t('figure.not-yet')}</dd>`
      : html`<dd>${format.number(Math.ceil(close.p50))}<small> ${t('figure.days', { n: Math.ceil(close.p50) })}</small></dd>`;
  return html`<div>
    <dt>${t('cell.half-closed')}</dt>
    ${value}
  </div>`;
}

function topCategories({ texts }: ExploreView, { by, rows }: Breakdown): Bar[] {
  const filled = rows.filter(({ reports }) => reports > 0);
  const few = filled.length <= shownCategories + 1;
  const first = few ? filled : filled.slice(0, shownCategories);
  const rest = filled.slice(first.length);
  const shown = first.map((row): Bar => ({ label: rowName(row, by, texts), value: row.reports }));
  if (rest.length === 0) return shown;
  const value = rest.reduce((sum, { reports }) => sum + reports, 0);
  return [...shown, { label: texts.t('bars.rest', { n: rest.length }), value, rest: true }];
}
