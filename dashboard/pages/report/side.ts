import type { Nearby, Report } from '#api/reports/schema.ts';
import { latLngToCell } from 'h3-js';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { stateLabel } from '../../parts/state-label.ts';
import { letterOf } from './around.ts';

/** Resolution of the hexagon that stands for "here". */
const here = 9;

/** The promise: the biggest thing beside the story. */
export function promise(context: PageContext, { status, dueAt, closedAt }: Report): Markup | string {
  const { t, format } = context.texts;
  if (status === null || (status !== 'closed' && dueAt === null)) return '';
  const closed = status === 'closed' && closedAt !== null;
  const late = dueAt !== null && new Date(closed ? closedAt : Date.now()) > new Date(dueAt);
  return html`<section class="promise" aria-label="${t('report.promise')}">
    <p class="promise-name">${t(closed ? 'report.closed-on' : 'report.expected-by')}</p>
    <p class="promise-day">${format.day(closed ? closedAt : dueAt!)}</p>
    <p class="quiet">
      ${dueAt && closed && t(late ? 'report.was-late' : 'report.was-on-time', { day: format.day(dueAt) })}
      ${!closed && late ? html`<span class="late">${icon('warning', 'sm')}${t('report.is-late')}</span>` : ''}
      ${!closed && !late ? t('report.expected-how') : ''}
      <a href="${pageHref(context, '/definitions')}#share-on-time">${t('report.how-counted')}</a>
    </p>
  </section>`;
}

/** What is known of it, in pairs. */
export function facts({ texts: { t, format, language } }: PageContext, report: Report): Markup {
  const rows: [string, string | null][] = [
    [t('report.fact.office'), report.office?.name ?? null],
    [t('report.fact.channel'), report.channel.name[language]],
    [t('report.fact.area'), report.area?.name ?? null],
    [t('report.fact.published'), format.day(report.publishedAt)],
    [t('report.fact.reopened'), report.reopened > 0 ? format.number(report.reopened) : null],
  ];
  return html`<dl class="facts">
    ${rows
      .filter(([, value]) => value !== null)
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}

/** Its like near it, with the letters of the map and why they are shown. */
export function nearby(context: PageContext, report: Report, { items, radius }: Nearby): Markup | string {
  const { t, format, language } = context.texts;
  if (report.lon === null || report.lat === null) return '';
  const cell = latLngToCell(report.lat, report.lon, here);
  return html`<section aria-labelledby="nearby-title">
    <h2 class="section-title" id="nearby-title">${t('report.nearby')}</h2>
    ${items.length === 0 ? html`<p class="quiet">${t('report.nearby.none', { metres: radius })}</p>` : ''}
    <ul class="nearby list-unstyled">
      ${items.map(
        (item, index) =>
          html`<li>
            <span class="letter" aria-hidden="true">${letterOf(index)}</span>
            <div>
              <a href="${pageHref(context, `/reports/${item.number}`)}">${item.title ?? item.category.name[language]}</a>
              <p class="quiet">
                ${t('report.nearby.why', {
                  metres: item.metres,
                  kind: item.sameCategory ? t('report.same-category') : item.category.name[language],
                  day: format.day(item.receivedAt),
                })}
              </p>
              ${item.status && stateLabel(item.status, context.texts, 'flat')}
            </div>
          </li>`,
      )}
    </ul>
    <a class="more" href="${pageHref(context, '/explore')}?cell=${cell}">${t('report.nearby.all')} ${icon('arrow', 'sm')}</a>
  </section>`;
}
