import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';

/** The box for an address, a word or the number of a report. */
export function searchBox(context: PageContext): Markup {
  const { t } = context.texts;
  return html`<form class="home-search" action="${pageHref(context, '/search')}" role="search">
    <label class="form-label" for="home-q">${t('home.search')}</label>
    <div class="home-search-row">
      <input class="form-control" id="home-q" name="q" type="search" maxlength="200" placeholder="${t('home.search-example')}" />
      <button class="btn btn-outline-primary" type="submit">${icon('search')}${t('home.search-go')}</button>
    </div>
    <a class="btn btn-primary home-report" href="${pageHref(context, '/report')}" data-element="report-inefficiency"
      >${t('home.report')}</a
    >
  </form>`;
}

/** Goes to the report of a number, else to the reports in which the words occur. */
export function search(context: PageContext): { redirect: string } {
  const q = (new URLSearchParams(context.query).get('q') ?? '').trim().slice(0, 200);
  const number = /^(?:n\.?\s*)?(\d{4}-\d{1,15})$/i.exec(q)?.[1];
  if (number) return { redirect: pageHref(context, `/reports/${number}`) };
  return { redirect: pageHref(context, '/explore') + (q ? `?${new URLSearchParams({ q, view: 'list' }).toString()}` : '') };
}
