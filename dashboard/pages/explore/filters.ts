import type { Breakdown, BreakdownRow } from '#api/stats/breakdown.schema.ts';
import { html } from 'hono/html';
import { pageHref } from '../../context.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { chips } from './chips.ts';
import type { ExploreData } from './data.ts';
import type { ListFilter } from './state.ts';
import { type ExploreView, rowName } from './view.ts';

const shownCategories = 6;

/** The column of filters: the total, what is chosen, and a plain form. On a phone it is a sheet that `#filters` opens. */
export function filters(view: ExploreView, data: ExploreData): Markup {
  const { t, format } = view.texts;
  return html`<aside class="rail" id="filters" aria-label="${t('filters.title')}">
    <a class="btn btn-plain rail-close" href="#main"
      >${icon('close')}<span class="visually-hidden">${t('filters.close')}</span></a
    >
    <div data-region="filters">
      <p class="total"><b>${format.number(data.summary.reports)}</b> ${t('filters.reports', { n: data.summary.reports })}</p>
      ${chips(view, data)}
      <form class="filters" method="get" action="${pageHref(view.context, '/explore')}">
        ${search(view)} ${data.byCategory.rows.length > 1 && categories(view, data.byCategory)}
        ${group(view, 'status', 'filters.status', data.byStatus, inOrderOfLife(data.byStatus.rows))}
        ${data.byChannel.rows.length > 1 && channels(view, data.byChannel)} ${period(view)} ${kept(view)}
        <p class="submit"><button class="btn btn-primary" type="submit">${t('filters.apply')}</button></p>
      </form>
    </div>
  </aside>`;
}

function search({ state, texts: { t } }: ExploreView): Markup {
  return html`<div class="form-group mt-3">
    <label class="form-label" for="filter-q">${t('filters.search')}</label>
    <input
      class="form-control"
      id="filter-q"
      name="q"
      type="search"
      maxlength="200"
      value="${state.plain.q ?? ''}"
      placeholder="${t('filters.search-example')}"
    />
  </div>`;
}

function categories(view: ExploreView, by: Breakdown): Markup {
  const [first, more] = [by.rows.slice(0, shownCategories), by.rows.slice(shownCategories)];
  const inside = more.some(({ key }) => view.state.lists.category?.includes(key));
  const rest = more.length
    ? html`<details ${inside && html`open`}>
        <summary>${view.texts.t('filters.more-categories', { n: more.length })}</summary>
        ${more.map((row) => tick(view, 'category', row, by.by))}
      </details>`
    : '';
  return group(view, 'category', 'filters.category', by, first, rest);
}

function group(
  view: ExploreView,
  name: ListFilter,
  title: TextKey,
  by: Breakdown,
  rows: readonly BreakdownRow[],
  rest: Markup | string = '',
): Markup {
  const shown = rows.filter(({ key, reports }) => reports > 0 || view.state.lists[name]?.includes(key));
  if (shown.length === 0) return html``;
  return html`<fieldset>
    <legend>${view.texts.t(title)}</legend>
    ${shown.map((row) => tick(view, name, row, by.by))} ${rest}
  </fieldset>`;
}

const life = ['received', 'taken', 'waiting', 'closed', 'none'];

function inOrderOfLife(rows: readonly BreakdownRow[]): BreakdownRow[] {
  return rows.toSorted((a, b) => life.indexOf(a.key) - life.indexOf(b.key));
}

function tick(view: ExploreView, name: ListFilter, row: BreakdownRow, by: Breakdown['by']): Markup {
  const chosen = view.state.lists[name]?.includes(row.key);
  return html`<label class="tick"
    ><input type="checkbox" name="${name}" value="${row.key}" ${chosen && html`checked`} /><span
      >${rowName(row, by, view.texts)}</span
    ><span class="count">${view.texts.format.number(row.reports)}</span></label
  >`;
}

function channels(view: ExploreView, by: Breakdown): Markup {
  const { t } = view.texts;
  const chosen = view.state.lists.channel ?? [];
  return html`<div class="form-group">
    <label class="form-label" for="filter-channel">${t('filters.channel')}</label>
    <select class="form-select" id="filter-channel" name="channel">
      <option value="">${t('filters.any-channel')}</option>
      ${by.rows.map(
        (row) =>
          html`<option value="${row.key}" ${chosen.includes(row.key) && html`selected`}>
            ${rowName(row, by.by, view.texts)} (${view.texts.format.number(row.reports)})
          </option>`,
      )}
    </select>
  </div>`;
}

function period({ period: { from, to }, texts: { t } }: ExploreView): Markup {
  const day = (name: 'from' | 'to', value: string | undefined) =>
    html`<label class="form-label" for="filter-${name}">${t(`filters.${name}`)}</label>
      <input class="form-control" id="filter-${name}" name="${name}" type="date" value="${value ?? ''}" />`;
  return html`<fieldset>
    <legend>${t('filters.period')}</legend>
    <div class="period">${day('from', from)} ${day('to', to)}</div>
  </fieldset>`;
}

/** What the form does not show but must not lose. */
function kept({ state }: ExploreView): Markup {
  const { lists, plain, metric, view, compare, snapshot } = state;
  const fields: [string, string][] = [
    ['area', lists.area?.join(',') ?? ''],
    ['office', lists.office?.join(',') ?? ''],
    ['type', lists.type?.join(',') ?? ''],
    ['bbox', plain.bbox ?? ''],
    ['metric', metric === 'count' ? '' : metric],
    ['compare', compare],
    ['view', view === 'map' ? '' : view],
    ['snapshot', snapshot],
  ];
  return html`${fields
    .filter(([, value]) => value)
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}
