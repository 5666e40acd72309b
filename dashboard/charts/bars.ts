import { html } from 'hono/html';
import type { Format } from '../i18n/format.ts';
import type { Markup } from '../parts/markup.ts';

/** One bar; `rest` for "all the others", in grey. */
export interface Bar {
  label: string;
  value: number;
  rest?: boolean;
}

/** Horizontal bars with their words before and their numbers after. */
export function bars(rows: readonly Bar[], format: Format): Markup {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return html`<ul class="bars">
    ${rows.map(
      ({ label, value, rest }) =>
        html`<li class="${rest ? 'rest' : ''}">
          <span>${label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width="${Math.round((value / most) * 1000) / 10}" height="10" />
          </svg>
          <span class="text-end">${format.number(value)}</span>
        </li>`,
    )}
  </ul>`;
}
