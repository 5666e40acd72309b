import { html } from 'hono/html';
import { pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { type ExploreState, stateQuery } from './state.ts';
import type { ExploreView } from './view.ts';

const [wide, tall] = [800, 600];

/** The address of the page, and the code that shows its map on another site. */
export function share({ context, state, texts: { t }, href }: ExploreView): Markup {
  const shared: ExploreState = { ...state, cursor: '', all: false };
  const map = context.origin + pageHref(context, '/embed/explore') + stateQuery({ ...shared, view: 'map' });
  const title = t('share.frame', { name: context.municipality.name });
  const code = `<iframe src="${map.replaceAll('&', '&amp;')}" title="${title}" width="${wide}" height="${tall}" loading="lazy"></iframe>`;
  const field = (name: 'address' | 'code', value: string) =>
    html`<label class="form-label" for="share-${name}">${t(`share.${name}`)}</label>
      <input class="form-control" id="share-${name}" readonly value="${value}" />`;
  return html`<details class="share">
    <summary>${t('share.title')}</summary>
    ${field('address', context.origin + href(shared))} ${field('code', code)}
  </details>`;
}
