import type { Breakdown, BreakdownRow } from '#api/stats/breakdown.schema.ts';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../context.ts';
import type { TextKey, Texts } from '../i18n/texts.ts';
import { queryOf } from './address-filters.ts';
import type { Filters } from './address-filters.ts';
import type { Markup } from './markup.ts';

/** What a form of filters shows. */
export interface FilterFormOptions {
  filters: Filters;
  /** Rows of the dimensions that may be chosen, in the order of the form. */
  choices: readonly Breakdown[];
  /** With a field for words. */
  search?: boolean;
  /** Words of the button. */
  submit: string;
}

const labels = {
  category: 'filters.category',
  area: 'field.area',
  status: 'filters.status',
  channel: 'filters.channel',
} as const;
type Choice = keyof typeof labels;

/** Filters as a plain form that leads to this very page; what it does not show it keeps. */
export function filterForm(context: PageContext, { filters, choices, search = false, submit }: FilterFormOptions): Markup {
  const { t } = context.texts;
  const shown = choices.filter(({ rows }) => rows.some(({ key }) => key !== 'none'));
  const inForm = [...shown.map(({ by }): string => by), ...(search ? ['q'] : []), 'from', 'to'];
  const pinned = new URLSearchParams(context.query).get('snapshot') ?? '';
  const kept = Object.entries({ ...filters, snapshot: pinned }).filter(([name, value]) => value && !inForm.includes(name));
  return html`<form
    class="filter-form"
    method="get"
    action="${pageHref(context, context.path)}"
    aria-label="${t('filters.title')}"
  >
    ${search && words(filters.q, t)} ${shown.map((by) => choice(by, by.by as Choice, filters, context.texts))}
    ${day('from', filters.from, t)} ${day('to', filters.to, t)}
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p class="filter-submit">
      <button class="btn btn-outline-primary" type="submit">${submit}</button>
      ${Object.keys(filters).length > 0 && html`<a href="${pageHref(context, context.path)}${queryOf({ snapshot: pinned })}">${t('chips.remove-all')}</a>`}
    </p>
  </form>`;
}

function words(value: string | undefined, t: Texts['t']): Markup {
  return html`<div class="form-group">
    <label class="form-label" for="filter-q">${t('filters.search')}</label>
    <input class="form-control" id="filter-q" name="q" type="search" maxlength="200" value="${value ?? ''}" />
  </div>`;
}

function choice({ rows, by }: Breakdown, name: Choice, filters: Filters, texts: Texts): Markup {
  const chosen = filters[name] ?? '';
  const options = rows
    .filter(({ reports, key }) => reports > 0 || key === chosen)
    .map((row) => ({ key: row.key, words: choiceName(row, by, texts) }));
  const several = chosen && !options.some(({ key }) => key === chosen) ? [{ key: chosen, words: namesOf(chosen, options) }] : [];
  return html`<div class="form-group">
    <label class="form-label" for="filter-${name}">${texts.t(labels[name])}</label>
    <select class="form-select" id="filter-${name}" name="${name}">
      <option value="">${texts.t('filters.any')}</option>
      ${[...several, ...options].map(
        ({ key, words }) => html`<option value="${key}" ${key === chosen && html`selected`}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function namesOf(codes: string, options: readonly { key: string; words: string }[]): string {
  return codes
    .split(',')
    .map((code) => options.find(({ key }) => key === code)?.words ?? code)
    .join(', ');
}

/** Name of a row in the language of the page: a state or "without area" where it has none of its own. */
export function choiceName(
  { key, name }: Pick<BreakdownRow, 'key' | 'name'>,
  by: Breakdown['by'],
  { language, t }: Texts,
): string {
  if (name) return name[language];
  if (by === 'status') return t(`state.${key as 'received' | 'none'}`);
  const without: Partial<Record<Breakdown['by'], TextKey>> = { area: 'area.none', office: 'times.none.office' };
  return without[by] ? t(without[by]) : key;
}

function day(name: 'from' | 'to', value: string | undefined, t: Texts['t']): Markup {
  return html`<div class="form-group">
    <label class="form-label" for="filter-${name}">${t(`filters.${name}`)}</label>
    <input class="form-control" id="filter-${name}" name="${name}" type="date" value="${value ?? ''}" />
  </div>`;
}
