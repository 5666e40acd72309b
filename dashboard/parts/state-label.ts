import { html, raw } from 'hono/html';
import type { PublicState } from '#api/reports/lifecycle.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

const ring = '<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/>';

/** The ring fills as the work goes on, so that the order reads without colour. */
const drawings: Record<PublicState, string> = {
  received: `${ring}<circle cx="10" cy="10" r="2.5" fill="currentColor"/>`,
  taken: `${ring}<path d="M10 4.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>`,
  waiting: `${ring}<path d="M7 6.5h2v7H7zM11 6.5h2v7h-2z" fill="currentColor"/>`,
  closed:
    '<circle cx="10" cy="10" r="8.5" fill="currentColor"/><path class="state-check" d="m6.3 10.2 2.5 2.5 4.9-5.3" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
};

/** A state as icon, word and colour; `flat` in lists, without the ground. */
export function stateLabel(state: PublicState, { t }: Texts, look: 'flat' | 'ground' = 'ground'): Markup {
  return html`<span class="badge state state-${state} ${look === 'flat' ? 'state-flat' : ''}"
    ><svg class="state-icon" viewBox="0 0 20 20" aria-hidden="true">${raw(drawings[state])}</svg>${t(`state.${state}`)}</span
  >`;
}
