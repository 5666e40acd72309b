import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import { html } from 'hono/html';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import type { ExploreData } from './data.ts';
import { type ExploreState, type ListFilter, listFilters, plainFilters, without } from './state.ts';
import { type ExploreView, rowName } from './view.ts';

interface Chip {
  words: string;
  /** Address of the page without it. */
  href: string;
}

/** What is chosen, each with a link that takes it away; nothing when nothing is. */
export function chips(view: ExploreView, data: ExploreData): Markup | string {
  const { texts, state } = view;
  const shown = chosen(view, data);
  if (shown.length === 0) return '';
  return html`<ul class="chips" aria-label="${texts.t('chips.title')}">
    ${shown.map(
      ({ words, href }) =>
        html`<li>
          <a class="chip chip-simple" href="${href}"
            ><span class="visually-hidden">${texts.t('chips.remove')} </span><span class="chip-label">${words}</span>${icon(
              'close',
              'sm',
            )}</a
          >
        </li>`,
    )}
    <li><a href="${view.href(nothing(state))}">${texts.t('chips.remove-all')}</a></li>
  </ul>`;
}

/** What is chosen, in words. */
export function filterWords(view: ExploreView, data: ExploreData): string[] {
  return chosen(view, data).map(({ words }) => words);
}

/** How many filters are chosen. */
export function countFilters({ lists, plain }: ExploreState): number {
  const period = plain.from || plain.to ? 1 : 0;
  return (
    listFilters.reduce((sum, name) => sum + (lists[name]?.length ?? 0), 0) + period + (plain.q ? 1 : 0) + (plain.bbox ? 1 : 0)
  );
}

/** The state without any filter. */
export function nothing(state: ExploreState): ExploreState {
  return { ...state, lists: {}, plain: {}, cell: '', cursor: '' };
}

function chosen(view: ExploreView, data: ExploreData): Chip[] {
  const { state, texts } = view;
  const found: Chip[] = [];
  if (state.plain.q) found.push({ words: `“${state.plain.q}”`, href: view.href(without(state, 'q')) });
  if (state.plain.from || state.plain.to) {
    found.push({ words: view.periodWords, href: view.href(without(without(state, 'from'), 'to')) });
  }
  for (const name of listFilters) {
    for (const value of state.lists[name] ?? []) {
      found.push({ words: valueName(view, data, name, value), href: view.href(without(state, name, value)) });
    }
  }
  if (state.plain.bbox) found.push({ words: texts.t('chips.bbox'), href: view.href(without(state, 'bbox')) });
  return found;
}

function valueName({ texts }: ExploreView, data: ExploreData, name: ListFilter, value: string): string {
  if (name === 'status' && value === 'open') return texts.t('state.open');
  const lists: Partial<Record<ListFilter, Breakdown>> = {
    category: data.byCategory,
    status: data.byStatus,
    channel: data.byChannel,
    area: data.byArea,
    ...(data.byOffice ? { office: data.byOffice } : {}),
  };
  const by = lists[name];
  const row = by?.rows.find(({ key }) => key === value);
  if (by && row) return rowName(row, by.by, texts);
  return name === 'type' && (value === 'issue' || value === 'suggestion' || value === 'complaint')
    ? texts.t(`type.${value}`)
    : value;
}

/** The filter whose removal would leave the fewest others: the last one chosen in the order of the address. */
export function narrowest(state: ExploreState): ExploreState | undefined {
  for (const name of ['bbox', 'q'] as const) if (state.plain[name]) return without(state, name);
  for (const name of [...listFilters].toReversed()) if (state.lists[name]) return without(state, name);
  const left = plainFilters.some((name) => state.plain[name]);
  return left ? without(without(state, 'from'), 'to') : undefined;
}
