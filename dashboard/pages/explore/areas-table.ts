import type { Breakdown, BreakdownRow } from '#api/stats/breakdown.schema.ts';
import { html } from 'hono/html';
import { sparkline } from '../../charts/sparkline.ts';
import type { TextKey } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import type { Comparison } from './compare.ts';
import { type Sort, withOnly } from './state.ts';
import { type ExploreView, rowName } from './view.ts';

const shown = 15;

const columns: readonly { sort: Sort; words: TextKey; className: string }[] = [
  { sort: 'reports', words: 'table.reports', className: 'text-end' },
  { sort: 'open', words: 'table.open', className: 'text-end' },
  { sort: 'old', words: 'table.old', className: 'text-end wide' },
  { sort: 'days', words: 'table.days', className: 'text-end' },
];

/** The same numbers by area: a table sorted by links, the first rows until all are asked for. */
export function areasTable(view: ExploreView, by: Breakdown, comparison: Comparison | undefined): Markup {
  const { state, texts } = view;
  const { t } = texts;
  const rows = sorted(by.rows, view);
  const visible = state.all ? rows : rows.slice(0, shown);
  const years = `${by.months[0]?.slice(0, 4)}–${by.months.at(-1)?.slice(0, 4)}`;
  return html`<section class="block" id="areas" aria-labelledby="areas-title">
    <div class="section-head">
      <h2 class="section-title" id="areas-title">${t('table.title')}</h2>
      <a class="more" href="${view.download('/api/stats/breakdown', { by: 'area', format: 'csv' })}">CSV</a>
    </div>
    <table class="table table-data">
      <thead>
        <tr>
          ${header(view, 'name', t('table.area'), '')}
          <th scope="col" class="wide">${t('table.monthly', { years })}</th>
          ${columns.map(({ sort, words, className }) => header(view, sort, t(words), className))}
          ${comparison && html`<th scope="col" class="text-end">${t('compare.column')}</th>`}
        </tr>
      </thead>
      <tbody>
        ${visible.map((row) => areaRow(view, row, comparison))}
      </tbody>
    </table>
    ${
      visible.length < rows.length &&
      html`<p class="mt-3">
        <a class="more" href="${view.href({ ...state, all: true })}#areas">${t('table.all', { n: rows.length })}</a>
      </p>`
    }
  </section>`;
}

function header({ state, texts, href }: ExploreView, sort: Sort, words: string, className: string): Markup {
  const current = state.sort === sort;
  const descending = current ? !state.descending : sort !== 'name';
  const mark = current ? (state.descending ? '\u00a0↓' : '\u00a0↑') : '';
  const order = current && (state.descending ? 'descending' : 'ascending');
  return html`<th scope="col" class="${className}" ${order && html`aria-sort="${order}"`}>
    <a href="${href({ ...state, sort, descending })}#areas" title="${texts.t('table.sort-by', { column: words })}"
      >${words}${mark}</a
    >
  </th>`;
}

function areaRow(view: ExploreView, row: BreakdownRow, comparison: Comparison | undefined): Markup {
  const { texts, state } = view;
  const name = rowName(row, 'area', texts);
  const { format } = texts;
  return html`<tr class="${state.lists.area?.includes(row.key) ? 'chosen' : ''}">
    <th scope="row"><a href="${view.href(withOnly(state, 'area', row.key))}">${name}</a></th>
    <td class="wide picture">${row.monthly && sparkline(row.monthly)}</td>
    <td class="text-end">${format.number(row.reports)}</td>
    <td class="text-end">${format.number(row.open)}</td>
    <td class="text-end wide">${format.number(row.openOver90Days)}</td>
    <td class="text-end">${daysCell(row, view)}</td>
    ${comparison && html`<td class="text-end">${changeCell(comparison.areas.get(row.key), view)}</td>`}
  </tr>`;
}

function changeCell(change: number | undefined, { texts: { t, format } }: ExploreView): Markup | string {
  if (change === undefined) return html`<span class="too-few" title="${t('figure.too-few')}">–</span>`;
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${format.number(Math.abs(change))}`;
}

function daysCell({ tooFew, closeP50 }: BreakdownRow, { texts: { t, format } }: ExploreView): Markup | string {
  if (tooFew) return html`<span class="too-few" title="${t('figure.too-few')}">–</span>`;
  return closeP50 === null ? html`<span class="too-few">${t('figure.not-yet')}</span>` : format.number(Math.ceil(closeP50));
}

function sorted(rows: readonly BreakdownRow[], { state, texts }: ExploreView): BreakdownRow[] {
  const collator = new Intl.Collator(texts.language);
  const compare: Record<Sort, (a: BreakdownRow, b: BreakdownRow) => number> = {
    name: (a, b) => collator.compare(rowName(a, 'area', texts), rowName(b, 'area', texts)),
    reports: (a, b) => a.reports - b.reports,
    open: (a, b) => a.open - b.open,
    old: (a, b) => a.openOver90Days - b.openOver90Days,
    days: (a, b) => rank(a) - rank(b),
  };
  const way = state.descending ? -1 : 1;
  return rows.filter(({ reports }) => reports > 0).toSorted((a, b) => way * compare[state.sort](a, b) || compare.name(a, b));
}

/** "Not yet" is longer than any number of days; too few comes before all. */
function rank({ tooFew, closeP50 }: BreakdownRow): number {
  return tooFew ? -1 : (closeP50 ?? Infinity);
}
