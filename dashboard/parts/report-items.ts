import type { PublicState } from '#api/reports/lifecycle.ts';
import { html } from 'hono/html';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';
import { stateLabel } from './state-label.ts';

/** A report as lists show it. */
export interface ReportItem {
  title: string;
  description: string | null;
  category: string;
  /** Address, else area; "" when neither is known. */
  place: string;
  state: PublicState | null;
  receivedAt: string;
  /** Where it lies on the map; null without a place. */
  href: string | null;
}

/** Reports with state, title, place and day, and the words people wrote: one a row, or side by side. */
export function reportList(items: readonly ReportItem[], texts: Texts, look: 'rows' | 'latest' = 'rows'): Markup {
  return html`<ul class="report-list ${look}">
    ${items.map(
      (item) =>
        html`<li>
          ${item.state && stateLabel(item.state, texts)}
          <div>
            <h3>${titleLink(item)}</h3>
            <p class="where">${whereAndWhen(item, texts)}</p>
            ${item.description && html`<p class="words">${shortened(item.description)}</p>`}
          </div>
        </li>`,
    )}
  </ul>`;
}

/** Reports in a narrow panel: two lines each. */
export function recentReports(items: readonly ReportItem[], texts: Texts): Markup {
  return html`<ul class="recents">
    ${items.map(
      (item) =>
        html`<li>
          <span class="title">${item.title}</span>
          <span class="quiet">${[item.place, texts.format.day(item.receivedAt)].filter(Boolean).join(', ')}</span>
          ${item.state && stateLabel(item.state, texts, 'flat')}
        </li>`,
    )}
  </ul>`;
}

function titleLink({ title, href }: ReportItem): Markup | string {
  return href ? html`<a href="${href}">${title}</a>` : title;
}

function whereAndWhen({ category, place, receivedAt, title }: ReportItem, { format }: Texts): string {
  return [category === title ? '' : category, place, format.day(receivedAt)].filter(Boolean).join(' · ');
}

const longest = 220;

function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
