import type { Report } from '#api/reports/schema.ts';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { stateLabel } from '../../parts/state-label.ts';
import { answerOf } from './data.ts';

const dayMs = 86_400_000;

/** The last answers, in the words of who signed them. */
export function answers(context: PageContext, reports: readonly Report[]): Markup | string {
  if (reports.length === 0) return '';
  const { t } = context.texts;
  return html`<section class="block" aria-labelledby="answers-title">
    <div class="section-head">
      <h2 class="section-title" id="answers-title">${t('home.answers')}</h2>
      <a class="more" href="${pageHref(context, '/explore')}?status=closed&view=list"
        >${t('home.all-answers')} ${icon('arrow', 'sm')}</a
      >
    </div>
    <ul class="home-answers list-unstyled">
      ${reports.map((report) => answer(context, report))}
    </ul>
  </section>`;
}

function answer(context: PageContext, report: Report): Markup {
  const { t, language, format } = context.texts;
  const told = answerOf(report)!;
  const days = Math.max(0, Math.round((Date.parse(report.closedAt ?? told.at) - Date.parse(report.receivedAt)) / dayMs));
  const signed = told.signedAs ?? told.office;
  return html`<li>
    <p class="home-state">
      ${report.status && stateLabel(report.status, context.texts)} <span class="quiet">${t('home.in-days', { n: days })}</span>
    </p>
    <h3><a href="${pageHref(context, `/reports/${report.number}`)}">${report.title ?? report.category.name[language]}</a></h3>
    <p class="quiet">${[report.address ?? report.area?.name, format.day(told.at)].filter(Boolean).join(' · ')}</p>
    <p class="words" lang="${context.municipality.language}">${told.body}</p>
    ${signed && html`<p class="quiet home-signed">${icon('pen', 'sm')}${t('report.signed', { name: signed })}</p>`}
  </li>`;
}
