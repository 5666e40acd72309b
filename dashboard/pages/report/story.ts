import type { Report } from '#api/reports/schema.ts';
import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { icon, type IconName } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';

type Told = Report['events'][number];

/** How an event is headed and drawn; kinds that are not here have nothing to tell the public. */
const faces: Partial<Record<Told['kind'], { words: TextKey; icon: IconName; tone: string }>> = {
  received: { words: 'report.event.received', icon: 'inbox', tone: 'tone-received' },
  taken: { words: 'report.event.taken', icon: 'gear', tone: 'tone-taken' },
  assigned: { words: 'report.event.assigned', icon: 'gear', tone: 'tone-taken' },
  waiting: { words: 'report.event.waiting', icon: 'pause', tone: 'tone-waiting' },
  resumed: { words: 'report.event.resumed', icon: 'gear', tone: 'tone-taken' },
  fixed: { words: 'report.event.fixed', icon: 'tool', tone: 'tone-taken' },
  closed: { words: 'report.event.closed', icon: 'check', tone: 'tone-closed' },
  reopened: { words: 'report.event.reopened', icon: 'inbox', tone: 'tone-received' },
  replied: { words: 'report.event.replied', icon: 'pen', tone: 'tone-taken' },
  commented: { words: 'report.event.commented', icon: 'pen', tone: 'tone-received' },
};

/** The public story, from the arrival to the answer; then, as a dashed step, what is to come. */
export function story(context: PageContext, report: Report): Markup {
  const told = report.events.filter(({ kind }) => faces[kind]);
  return html`<section aria-labelledby="story-title">
    <h2 class="section-title" id="story-title">${context.texts.t('report.story')}</h2>
    <ol class="story list-unstyled">
      ${told.map((event) => step(context, report, event))} ${report.status !== 'closed' && toCome(context, report)}
    </ol>
  </section>`;
}

function step({ texts, municipality }: PageContext, report: Report, event: Told): Markup {
  const { t, format } = texts;
  const face = faces[event.kind]!;
  const words = event.kind === 'received' ? report.description : event.body;
  const signed = event.signedAs ?? event.office;
  const heading = event.kind === 'closed' && event.outcome ? t(`report.outcome.${event.outcome}`) : t(face.words);
  return html`<li class="story-step ${face.tone}" id="event-${event.seq}">
    <span class="story-dot">${icon(face.icon, 'sm')}</span>
    <div class="story-head">
      <h3>${heading}${event.kind === 'assigned' && event.office ? html`: ${event.office}` : ''}</h3>
      <time datetime="${event.at}">${report.dayPrecision ? format.day(event.at) : format.moment(event.at)}</time>
    </div>
    ${words && html`<p class="story-words" lang="${municipality.language}">${event.kind === 'received' ? `«${words}»` : words}</p>`}
    <div class="story-sign">
      <span>${event.kind === 'received' ? t('report.author-hidden') : signed ? t('report.signed', { name: signed }) : ''}</span>
      <details class="story-proof">
        <summary>${icon('key', 'sm')}${t('report.verify')}</summary>
        <p>${t('report.hash')} <code>${event.hash}</code></p>
      </details>
    </div>
  </li>`;
}

function toCome({ texts: { t, format } }: PageContext, { dueAt, status }: Report): Markup | string {
  if (status === null) return '';
  const late = dueAt !== null && new Date(dueAt) < new Date();
  const words =
    dueAt === null ? t('report.next.unknown') : t(late ? 'report.next.late' : 'report.next.due', { day: format.day(dueAt) });
  return html`<li class="story-step tone-next">
    <span class="story-dot">${icon('calendar', 'sm')}</span>
    <div class="story-head"><h3>${words}</h3></div>
    <p class="quiet">${t('report.next.then')}</p>
  </li>`;
}
