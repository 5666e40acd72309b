import { html } from 'hono/html';
import { timesByCategory } from '../../charts/times/by.ts';
import { type PageContext, pageHref } from '../../context.ts';
import { queryOf } from '../../parts/address-filters.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { plate } from '../../parts/plate.ts';
import { reportList } from '../../parts/report-items.ts';
import { type Kind, loadPlace, paths, type PlaceData } from './data.ts';
import { ages, mostReported, months } from './pictures.ts';
import { placeFigures } from './figures.ts';

/** The page of one area or office: its figures, times, backlog and latest reports. Errors: `RefusedError`. */
export function placePage(kind: Kind) {
  return async (context: PageContext): Promise<Markup> => {
    const code = decoded(context.path.slice(paths[kind].length + 1));
    const data = await loadPlace(context, kind, code);
    const { t } = context.texts;
    const heading = finding(data, context);
    return pageMarkup(context, {
      title: data.name,
      description: heading,
      elements: ['civic-chart'],
      body: html`<div class="container">
        ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [t(`places.${kind}s`), pageHref(context, paths[kind])], [data.name]])}
        <p class="place-name">${data.name}</p>
        <h1 class="finding">${heading}</h1>
        <p class="lede">${t('places.caveat')}</p>
        ${placeFigures(context, data)} ${months(context, data)}
        ${
          data.times.all.known &&
          data.times.groups.length > 0 &&
          plate(context, timesByCategory, data.times, { query: { [kind]: code }, page: '/response-times' })
        }
        <div class="duo">${mostReported(context, data)} ${ages(context, data)}</div>
        ${latest(context, data)} ${onward(context, data)}
      </div>`,
    });
  };
}

/** What can be said of it: how many arrived, and which part of all open ones is here. */
function finding({ name, summary, all }: PlaceData, { texts: { t } }: PageContext): string {
  const reports = summary.period?.reports ?? 0;
  if (reports === 0) return t('places.finding-none', { name });
  const openEverywhere = all.reduce((sum, row) => sum + row.open, 0);
  const one = openEverywhere > 0 ? Math.round(openEverywhere / Math.max(1, summary.open)) : 0;
  const key = summary.open >= 10 && one >= 2 && one <= 20 ? 'places.finding-open' : 'places.finding';
  return t(key, { n: reports, name, open: summary.open, one });
}

function latest(context: PageContext, { latest, kind, code }: PlaceData): Markup | string {
  const { t } = context.texts;
  if (latest.length === 0) return '';
  return html`<section class="block" aria-labelledby="latest-title">
    <div class="section-head">
      <h2 class="section-title" id="latest-title">${t('latest.title')}</h2>
      <a class="more" href="${pageHref(context, '/explore')}${queryOf({ [kind]: code, view: 'list' })}">${t('latest.all')}</a>
    </div>
    ${reportList(latest, context.texts, 'latest')}
  </section>`;
}

/** Where its rows are, and where to look on. */
function onward(context: PageContext, { kind, code, summary }: PlaceData): Markup {
  const { t, format } = context.texts;
  const query = queryOf({ [kind]: code });
  const pinned = queryOf({ [kind]: code, snapshot: summary.snapshot.version });
  return html`<div class="place-onward">
    <p>
      ${t('provenance.snapshot', { when: format.moment(summary.snapshot.asOf) })} ·
      <a href="${pageHref(context, '/definitions')}#report">${t('provenance.definition')}</a> ·
      <a href="${pageHref(context, context.path)}?snapshot=${summary.snapshot.version}">${t('provenance.permalink')}</a>
    </p>
    <p class="place-links">
      <a class="btn btn-primary" href="${pageHref(context, '/explore')}${query}">${t('places.to-map')}</a>
      <a class="btn btn-outline-primary" href="/open-data/reports.csv${pinned}"
        >${icon('download')}${t('provenance.download', { n: summary.reports })}</a
      >
      <a class="btn btn-outline-primary" href="${pageHref(context, '/open-data')}${query}">${t('places.to-data')}</a>
    </p>
  </div>`;
}

/** A part of an address as it was meant; what is no percent encoding stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
