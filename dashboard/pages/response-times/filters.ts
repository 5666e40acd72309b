import { html } from 'hono/html';
import type { Measure } from '#api/stats/figures.ts';
import type { TimesRow } from '#api/stats/response-times.schema.ts';
import type { ChartRequest } from '../../charts/chart.ts';
import { nameOf } from '../../charts/times/by.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { periodWords } from '../../parts/period.ts';
import { withMeasure } from './address.ts';
import type { TimesData } from './data.ts';

const measures: readonly Measure[] = ['taken', 'reply', 'close'];

/** Category, period and area as a plain form; the time until what as links. */
export function timesFilters(context: PageContext, request: ChartRequest, data: TimesData): Markup {
  const { t } = context.texts;
  const { measure, filters } = data.asked;
  const { byCategory, byArea } = data;
  const pinned = new URLSearchParams(context.query).get('snapshot') ?? '';
  const kept = { ...filters, measure: measure === 'close' ? '' : measure, snapshot: pinned };
  return html`<div class="bar-filters">
    <form
      class="bar-fields"
      method="get"
      action="${pageHref(context, '/response-times')}"
      aria-label="${t('times.filter.label')}"
    >
      ${byCategory.groups.length > 0 && choice(context, 'category', byCategory.groups, byCategory.chosen, t('times.filter.all-categories'))}
      ${period(context, request, data)}
      ${byArea.groups.some(({ key }) => key !== 'none') && choice(context, 'area', byArea.groups, byArea.chosen, t('times.filter.all-areas'))}
      ${Object.entries(kept)
        .filter(([name, value]) => value && name !== 'category' && name !== 'area')
        .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <p class="bar-submit"><button class="btn btn-outline-primary" type="submit">${t('times.filter.apply')}</button></p>
    </form>
    ${measureLinks(context, request, measure, pinned)}
  </div>`;
}

function choice(
  { texts }: PageContext,
  name: 'category' | 'area',
  groups: readonly TimesRow[],
  chosen: readonly string[],
  all: string,
): Markup {
  const options = groups.map((row) => ({ key: row.key, words: nameOf(row, name, texts) }));
  const missing = chosen.filter((code) => !groups.some(({ key }) => key === code)).map((key) => ({ key, words: key }));
  const several = chosen.length > 1 ? [{ key: chosen.join(','), words: chosen.map((code) => named(code)).join(', ') }] : [];
  function named(code: string): string {
    return options.find(({ key }) => key === code)?.words ?? code;
  }
  const sorted = options.toSorted((a, b) => a.words.localeCompare(b.words, texts.language));
  return html`<div class="form-group">
    <label class="form-label" for="times-${name}">${texts.t(`times.filter.${name}`)}</label>
    <select class="form-select" id="times-${name}" name="${name}">
      <option value="">${all}</option>
      ${[...several, ...missing, ...sorted].map(
        ({ key, words }) => html`<option value="${key}" ${key === chosen.join(',') && html`selected`}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function period({ texts }: PageContext, { query, today }: ChartRequest, { asked, years }: TimesData): Markup {
  const { t } = texts;
  const { from, to } = asked;
  const lastDay = (year: string) => (today < `${year}-12-31` ? today : `${year}-12-31`);
  const year = years.find((one) => from === `${one}-01-01` && to === lastDay(one));
  const plain = !query.from && !query.to;
  const own = !plain && !year;
  return html`<div class="form-group">
    <label class="form-label" for="times-period">${t('times.filter.period')}</label>
    <select class="form-select" id="times-period" name="period">
      <option value="" ${plain && html`selected`}>${t('times.filter.last-year')}</option>
      ${own && html`<option value="${from}..${to}" selected>${periodWords(from, to, texts)}</option>`}
      ${years.map(
        (one) =>
          html`<option value="${one}" ${!plain && one === year && html`selected`}>
            ${t('times.filter.year', { year: one })}
          </option>`,
      )}
    </select>
  </div>`;
}

function measureLinks(context: PageContext, request: ChartRequest, current: Measure, pinned: string): Markup | string {
  const { t } = context.texts;
  const known = context.municipality.settings.known_measures ?? measures;
  const shown = measures.filter((measure) => known.includes(measure) || measure === current);
  if (shown.length < 2) return '';
  const page = pageHref(context, '/response-times');
  return html`<nav class="bar-measure" aria-labelledby="times-measure">
    <p class="form-label" id="times-measure">${t('times.measure.label')}</p>
    <div class="seg seg-line">
      ${shown.map(
        (measure) =>
          html`<a href="${page}${withMeasure(request, measure, pinned)}" ${measure === current && html`aria-current="true"`}
            >${t(`times.measure.${measure}`)}</a
          >`,
      )}
    </div>
  </nav>`;
}
