import type { BreakdownRow } from '#api/stats/breakdown.schema.ts';
import { html } from 'hono/html';
import { sparkline } from '../../charts/sparkline.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { queryOf } from '../../parts/address-filters.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { type Kind, loadPlaces, paths, type PlaceRow } from './data.ts';

const sorts = ['name', 'reports', 'open', 'old', 'days'] as const;
type Sort = (typeof sorts)[number];
const columns: readonly [Sort, TextKey][] = [
  ['reports', 'places.arrived'],
  ['open', 'places.open'],
  ['old', 'table.old'],
  ['days', 'table.days'],
];

/** The list of areas or of offices, as a table sorted by links. Errors: `RefusedError`. */
export function placesPage(kind: Kind) {
  return async (context: PageContext): Promise<Markup> => {
    const { rows, summary, snapshot } = await loadPlaces(context, kind);
    const { t, format } = context.texts;
    const heading = finding(rows, kind, context);
    return pageMarkup(context, {
      title: t(`places.${kind}s`),
      description: heading,
      body: html`<div class="container">
        ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [t(`places.${kind}s`)]])}
        <h1 class="finding">${heading}</h1>
        <p class="lede">${t('places.caveat')}</p>
        ${rows.length > 0 && table(context, kind, rows, summary.tracked > 0)}
        <p class="quiet place-source">
          ${t('provenance.snapshot', { when: format.moment(snapshot.asOf) })} ·
          <a href="${pageHref(context, '/definitions')}#report">${t('provenance.definition')}</a> ·
          <a href="/api/stats/breakdown?by=${kind}&amp;format=csv&amp;snapshot=${snapshot.version}">CSV</a>
        </p>
      </div>`,
    });
  };
}

function finding(rows: readonly PlaceRow[], kind: Kind, { texts: { t } }: PageContext): string {
  const most = rows.toSorted((a, b) => (b.year?.reports ?? 0) - (a.year?.reports ?? 0))[0];
  if (!most) return t(`places.${kind}s-none`);
  const n = most.year?.reports ?? 0;
  return n > 0 ? t(`places.${kind}s-finding`, { name: most.name, n }) : t(`places.${kind}s`);
}

function table(context: PageContext, kind: Kind, rows: readonly PlaceRow[], tracked: boolean): Markup {
  const { t, format } = context.texts;
  const { sort, descending } = sortOf(context.query);
  const shown = columns.filter(([column]) => tracked || column === 'reports');
  const count = (value: number | undefined) => html`<td class="text-end">${format.number(value ?? 0)}</td>`;
  return html`<div class="table-scroll places-table" tabindex="0" role="region" aria-label="${t(`places.${kind}s`)}">
    <table class="table table-data">
      <thead>
        <tr>
          ${header(context, 'name', t(`places.${kind}`), sort, descending)}
          <th scope="col" class="d-none d-lg-table-cell">${t('places.monthly')}</th>
          ${shown.map(([column, words]) => header(context, column, t(words), sort, descending))}
        </tr>
      </thead>
      <tbody>
        ${sorted(rows, sort, descending).map(
          ({ key, name, year, ever }) =>
            html`<tr>
              <th scope="row"><a href="${pageHref(context, `${paths[kind]}/${encodeURIComponent(key)}`)}">${name}</a></th>
              <td class="picture d-none d-lg-table-cell">${ever.monthly && sparkline(ever.monthly)}</td>
              ${count(year?.reports)} ${tracked && html`${count(ever.open)} ${count(ever.openOver90Days)} ${days(year, context)}`}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function header(context: PageContext, column: Sort, words: string, sort: Sort, descending: boolean): Markup {
  const current = column === sort;
  const next = current ? !descending : column !== 'name';
  const pinned = new URLSearchParams(context.query).get('snapshot') ?? '';
  const address = pageHref(context, context.path) + queryOf({ sort: `${next ? '-' : ''}${column}`, snapshot: pinned });
  return html`<th
    scope="col"
    class="${column === 'name' ? '' : 'text-end'}"
    ${current && html`aria-sort="${descending ? 'descending' : 'ascending'}"`}
  >
    <a href="${address}" title="${context.texts.t('table.sort-by', { column: words })}"
      >${words}${current ? (descending ? '\u00a0↓' : '\u00a0↑') : ''}</a
    >
  </th>`;
}

function days(row: BreakdownRow | undefined, { texts: { t, format } }: PageContext): Markup {
  const words = !row || row.tooFew ? '–' : row.closeP50 === null ? t('figure.not-yet') : format.number(Math.ceil(row.closeP50));
  return html`<td class="text-end">${words}</td>`;
}

function sortOf(query: string): { sort: Sort; descending: boolean } {
  const asked = new URLSearchParams(query).get('sort') ?? '';
  const sort = sorts.find((one) => one === asked.replace('-', ''));
  return sort ? { sort, descending: asked.startsWith('-') } : { sort: 'reports', descending: true };
}

function sorted(rows: readonly PlaceRow[], sort: Sort, descending: boolean): PlaceRow[] {
  // "Not yet" is longer than any number of days; too few comes before all.
  const value: Record<Exclude<Sort, 'name'>, (row: PlaceRow) => number> = {
    reports: ({ year }) => year?.reports ?? 0,
    open: ({ ever }) => ever.open,
    old: ({ ever }) => ever.openOver90Days,
    days: ({ year }) => (!year || year.tooFew ? -1 : (year.closeP50 ?? Number.MAX_VALUE)),
  };
  const byName = (a: PlaceRow, b: PlaceRow) => a.name.localeCompare(b.name);
  const way = descending ? -1 : 1;
  return rows.toSorted((a, b) =>
    sort === 'name' ? way * byName(a, b) : way * (value[sort](a) - value[sort](b)) || byName(a, b),
  );
}
