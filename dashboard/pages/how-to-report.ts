import { html } from 'hono/html';
import { type PageContext, pageHref } from '../context.ts';
import type { Markup } from '../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../parts/page.ts';

/** How to send a report: the municipality's own address when its settings tell one. */
export function howToReport(context: PageContext): Markup {
  const { t } = context.texts;
  const { name, isDemo, settings } = context.municipality;
  return pageMarkup(context, {
    title: t('home.report'),
    body: html`<div class="container">
      ${breadcrumb(context, [[t('menu.home'), pageHref(context, '/')], [t('home.report')]])}
      <h1 class="finding">${t('home.how.title', { name })}</h1>
      <p class="lede">${t(isDemo ? 'home.how.demo' : settings.report_url ? 'home.how.go' : 'home.how.desk', { name })}</p>
      ${settings.report_url && html`<p><a class="btn btn-primary" href="${settings.report_url}">${t('home.how.link')}</a></p>`}
      <p>${t('home.how.before')} <a href="${pageHref(context, '/explore')}">${t('home.to-map')}</a></p>
    </div>`,
  });
}
