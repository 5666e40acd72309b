import { html } from 'hono/html';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { reportList } from '../../parts/report-items.ts';
import { narrowest } from './chips.ts';
import type { ExploreData } from './data.ts';
import { provenance } from './provenance.ts';
import type { ExploreView } from './view.ts';

/** The reports themselves, newest first, a page at a time; of the chosen hexagon only when there is one. */
export function listView(view: ExploreView, { reports, summary }: ExploreData): Markup {
  const { state, texts, href } = view;
  const { t } = texts;
  const { items, next } = reports;
  return html` <div class="list-column" data-region="list">
      ${
        state.cell &&
        html`<p class="mb-3">${t('list.cell')} <a href="${href({ ...state, cell: '', cursor: '' })}">${t('list.all')}</a></p>`
      }
      <h2 class="visually-hidden">${t('list.title')}</h2>
      ${items.length > 0 ? reportList(items, texts) : empty(view)}
      ${
        (next || state.cursor) &&
        html`<nav class="d-flex justify-content-between mt-3" aria-label="${t('list.pages')}">
          ${state.cursor ? html`<a class="more" href="${href({ ...state, cursor: '' })}">${t('list.first')}</a>` : html`<span></span>`}
          ${next && html`<a class="more" href="${href({ ...state, cursor: next })}">${t('list.next')} ${icon('arrow', 'sm')}</a>`}
        </nav>`
      }
    </div>
    ${provenance(view, { counted: summary.reports, rows: reports.total }, state.cell)}`;
}

function empty(view: ExploreView): Markup {
  const { t } = view.texts;
  const wider = narrowest(view.state);
  return html`<div class="empty">
    <p>${t('empty.words')}</p>
    ${wider && html`<p><a href="${view.href(wider)}">${t('empty.widen')}</a></p>`}
  </div>`;
}
