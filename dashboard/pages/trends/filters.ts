import { html } from 'hono/html';
import type { BreakdownRow } from '#api/stats/breakdown.schema.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import type { TrendsPageData } from './data.ts';

/** Category and area as a plain form; the other filters of the address are kept. */
export function trendsFilterForm(
  context: PageContext,
  { categories, areas }: TrendsPageData,
  query: Readonly<Record<string, string>>,
): Markup {
  const { t } = context.texts;
  const pinned = new URLSearchParams(context.query).get('snapshot');
  const kept = Object.entries({ ...query, ...(pinned ? { snapshot: pinned } : {}) });
  return html`<form
    class="bar-filters bar-fields"
    method="get"
    action="${pageHref(context, '/trends')}"
    aria-label="${t('trends.filter.label')}"
  >
    ${choice(context, 'category', categories, query.category)}
    ${areas.some(({ key }) => key !== 'none') && choice(context, 'area', areas, query.area)}
    ${kept
      .filter(([name]) => name !== 'category' && name !== 'area')
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p class="bar-submit"><button class="btn btn-outline-primary" type="submit">${t('trends.filter.apply')}</button></p>
  </form>`;
}

function choice(
  { texts }: PageContext,
  name: 'category' | 'area',
  rows: readonly BreakdownRow[],
  chosen: string | undefined,
): Markup {
  const { t, language } = texts;
  const options = rows
    .map((row) => ({ key: row.key, words: row.name?.[language] ?? (name === 'area' ? t('area.none') : row.key) }))
    .toSorted((a, b) => a.words.localeCompare(b.words, language));
  const named = (code: string) => options.find(({ key }) => key === code)?.words ?? code;
  const other = chosen && !options.some(({ key }) => key === chosen);
  return html`<div class="form-group">
    <label class="form-label" for="trends-${name}">${t(`trends.filter.${name}`)}</label>
    <select class="form-select" id="trends-${name}" name="${name}">
      <option value="">${t(`trends.filter.all-${name}`)}</option>
      ${other && html`<option value="${chosen}" selected>${texts.format.list(chosen.split(',').map(named))}</option>`}
      ${options.map(({ key, words }) => html`<option value="${key}" ${key === chosen && html`selected`}>${words}</option>`)}
    </select>
  </div>`;
}
