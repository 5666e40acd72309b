import type { Report } from '#api/reports/schema.ts';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../../parts/page.ts';
import { stateLabel } from '../../parts/state-label.ts';
import { around } from './around.ts';
import { loadReport, type ReportData } from './data.ts';
import { facts, nearby, promise } from './side.ts';
import { story } from './story.ts';

const secondsADay = 86_400;

/** One report: its public story, when it is to be closed, where it is, its like near it. Errors: `RefusedError`. */
export async function report(context: PageContext): Promise<Markup | { redirect: string }> {
  const asked = context.path.split('/').at(-1)!;
  const data = await loadReport(context, asked);
  if (asked !== data.report.number) return { redirect: pageHref(context, `/reports/${data.report.number}`) };
  const map = await around(context, data.report, data.nearby);
  const { t, format, language } = context.texts;
  const { number, address, area, receivedAt, category } = data.report;
  const title = data.report.title ?? category.name[language];
  const where = [address, area?.name].filter(Boolean).join(', ');
  return pageMarkup(context, {
    title: `${title} · ${number}`,
    description: t('report.description', { category: category.name[language], day: format.day(receivedAt) }),
    body: html`<div class="container report">
      ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [t('tab.list'), `${pageHref(context, '/explore')}?view=list`], [number]])}
      <p class="report-meta">
        ${data.report.status && stateLabel(data.report.status, context.texts)}
        <span>${t('report.number', { number })}</span> <span>${category.name[language]}</span>
      </p>
      <h1 class="finding" lang="${data.report.title ? context.municipality.language : language}">${title}</h1>
      <p class="quiet">${[where, t('report.received-on', { day: format.day(receivedAt) })].filter(Boolean).join(' · ')}</p>
      ${steps(context, data.report)}
      <div class="report-grid">
        <div class="report-main">${story(context, data.report)} ${usually(context, data)}</div>
        <div class="report-side">
          ${promise(context, data.report)} ${map} ${facts(context, data.report)} ${nearby(context, data.report, data.nearby)}
        </div>
      </div>
    </div>`,
  });
}

/** Where it is in its life, in three or four steps. */
function steps({ texts: { t, format } }: PageContext, { status, receivedAt, takenAt, closedAt, dueAt }: Report): Markup | string {
  if (status === null) return '';
  const all: { words: string; day: string | null; done: boolean; now: boolean }[] = [
    { words: t('state.received'), day: receivedAt, done: true, now: status === 'received' },
    { words: t('state.taken'), day: takenAt, done: takenAt !== null, now: status === 'taken' },
  ];
  if (status === 'waiting') all.push({ words: t('state.waiting'), day: null, done: true, now: true });
  all.push({ words: t('state.closed'), day: closedAt, done: closedAt !== null, now: status === 'closed' });
  const due = dueAt && closedAt === null ? t('report.by', { day: format.day(dueAt) }) : '';
  return html`<ol class="steps-line list-unstyled">
    ${all.map(
      ({ words, day, done, now }, index) =>
        html`<li class="${done ? 'is-done' : ''}" ${now && html`aria-current="step"`}>
          <b>${words}</b> <span class="quiet">${day ? format.day(day) : index === all.length - 1 ? due : ''}</span>
        </li>`,
    )}
  </ol>`;
}

/** How long such reports take here, and how old this one is. */
function usually(
  { texts, municipality }: PageContext,
  { report: { category, area, receivedAt, status }, usual }: ReportData,
): Markup | string {
  const { t, format, language } = texts;
  const figures = usual?.all;
  if (!usual || !figures?.known || figures.tooFew || figures.p50 === null || !municipality.snapshot) return '';
  const age = Math.max(0, Math.floor((Date.now() - Date.parse(receivedAt)) / 1000 / secondsADay));
  const values = { n: Math.ceil(figures.p50), category: category.name[language], area: area?.name ?? '' };
  return html`<section class="usually" aria-labelledby="usually-title">
    <h2 class="section-title" id="usually-title">${t(area ? 'report.usual.area' : 'report.usual', values)}</h2>
    <p class="quiet">
      ${status !== 'closed' && status !== null ? t('report.usual.age', { n: age }) : ''}
      ${figures.p90 === null ? t('report.usual.no-tail') : t('report.usual.tail', { n: Math.ceil(figures.p90) })}
    </p>
    <p class="quiet">
      ${t('report.usual.from', { n: figures.n, open: figures.censored, when: format.moment(usual.snapshot.asOf) })}
    </p>
  </section>`;
}
