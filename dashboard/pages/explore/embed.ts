import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import { pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { embedMarkup } from '../../parts/page.ts';
import { filterWords } from './chips.ts';
import { loadExplore } from './data.ts';
import { stateOf } from './explore.ts';
import { map } from './map-view.ts';
import { stateQuery } from './state.ts';
import { viewOf } from './view.ts';

/** The map of "Explore" alone, for a frame of another site: what it shows in words, and the way to the whole page. Errors: `RefusedError`. */
export async function embedExplore(context: PageContext): Promise<Markup> {
  const state = { ...stateOf(new URLSearchParams(context.query)), view: 'map' as const, cursor: '' };
  const data = await loadExplore(context, state);
  const { from, to } = data.summary.filters;
  const view = viewOf(context, state, data.summary.snapshot, { from, to }, { embedded: true });
  const { t, format } = context.texts;
  const { name } = context.municipality;
  const title = t('share.reports', { filters: filterWords(view, data).join(' · ') || view.periodWords });
  const whole = pageHref(context, '/explore') + stateQuery(state);
  return embedMarkup(context, {
    title,
    elements: ['civic-hexmap'],
    body: html`<h1 class="embed-title">${title}</h1>
      ${data.place ? map(view, data, data.place) : ''}
      <p class="embed-foot">
        <span>${t('share.source', { name, when: format.moment(view.snapshot.asOf) })}</span>
        <a href="${whole}">${t('share.whole')}</a>
      </p>`,
  });
}
