import { html } from 'hono/html';
import { bars } from '../../charts/bars.ts';
import { monthBars } from '../../charts/month-bars.ts';
import { type PageContext, pageHref } from '../../context.ts';
import { queryOf } from '../../parts/address-filters.ts';
import type { Markup } from '../../parts/markup.ts';
import type { PlaceData } from './data.ts';

const [shownMonths, shownCategories] = [36, 7];

/** What arrived in each of the last months; a year leads to its reports. */
export function months(context: PageContext, { months: series, kind, code }: PlaceData): Markup | string {
  const { t } = context.texts;
  const received = series.groups[0]?.received ?? [];
  const all = series.buckets.map((bucket, index) => ({
    month: bucket.slice(0, 7),
    value: received[index] ?? 0,
    chosen: true,
  }));
  const shown = all.slice(-shownMonths);
  if (shown.length < 2) return '';
  const label = t('places.months', { n: shown.length });
  return html`<section class="block" aria-labelledby="months-title">
    <h2 class="section-title" id="months-title">${label}</h2>
    ${monthBars(shown, { label, framed: false }, (year) => `${pageHref(context, '/explore')}${queryOf({ [kind]: code, from: year, to: year })}`)}
  </section>`;
}

/** What is reported most, in the last twelve months. */
export function mostReported({ texts }: PageContext, { byCategory: { rows } }: PlaceData): Markup | string {
  const { t, format, language } = texts;
  const known = rows.filter(({ reports }) => reports > 0);
  if (known.length === 0) return '';
  const [first, rest] = [known.slice(0, shownCategories), known.slice(shownCategories)];
  const shown = first.map(({ key, name, reports }) => ({ label: name?.[language] ?? key, value: reports }));
  const others = {
    label: t('bars.rest', { n: rest.length }),
    value: rest.reduce((sum, row) => sum + row.reports, 0),
    rest: true,
  };
  return html`<section class="block" aria-labelledby="most-title">
    <h2 class="section-title" id="most-title">${t('places.most', { category: shown[0]!.label })}</h2>
    <p class="quiet">${t('places.most-what')}</p>
    ${bars(rest.length > 0 ? [...shown, others] : shown, format)}
  </section>`;
}

/** How old the open reports are. */
export function ages({ texts }: PageContext, { backlog, summary }: PlaceData): Markup | string {
  const { t, format } = texts;
  if (summary.tracked === 0) return '';
  const { open, ages: counts } = backlog.all;
  const rows = backlog.classes.map(({ from, to }, index) => ({
    label: to === null ? t('places.age-over', { from }) : t('places.age', { from, to }),
    value: counts[index] ?? 0,
  }));
  const old = counts.slice(3).reduce((sum, one) => sum + one, 0);
  return html`<section class="block" aria-labelledby="ages-title">
    <h2 class="section-title" id="ages-title">${open === 0 ? t('places.nothing-open') : t('places.ages', { n: open, old })}</h2>
    <p class="quiet">${t('places.ages-what')}</p>
    ${open > 0 ? bars(rows, format) : ''}
  </section>`;
}
