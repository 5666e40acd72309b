import { html } from 'hono/html';
import type { Markup } from '../parts/markup.ts';

/** One month: its name (YYYY-MM), its value, and whether it is in the chosen period. */
export interface MonthBar {
  month: string;
  value: number;
  chosen: boolean;
}

const height = 62;
/** Fewest months whose year has room for its name. */
const labelled = 4;

/**
 * A strip of bars, one for each month, a link for each year beneath. `hrefOf(year)` is where the year leads;
 * `label` says the whole in words; `framed`: the chosen months have a ground of their own.
 */
export function monthBars(
  bars: readonly MonthBar[],
  { label, framed }: { label: string; framed: boolean },
  hrefOf: (year: string) => string,
): Markup {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const years = Map.groupBy(bars, ({ month }) => month.slice(0, 4));
  const current = (months: readonly MonthBar[]) => framed && months.every(({ chosen }) => chosen) && html`aria-current="true"`;
  return html`<div class="month-bars" role="group" aria-label="${label}">
    ${[...years].map(
      ([year, months]) =>
        html`<div class="month-year span-${months.length}">
          <svg viewBox="0 0 ${months.length * 10} ${height}" preserveAspectRatio="none" aria-hidden="true">
            ${months.map((bar, index) => rectangle(bar, index, most, framed))}
          </svg>
          ${months.length >= labelled && html`<a href="${hrefOf(year)}" ${current(months)}>${year}</a>`}
        </div>`,
    )}
  </div>`;
}

function rectangle({ value, chosen }: MonthBar, index: number, most: number, framed: boolean): Markup {
  const tall = value > 0 ? Math.max(1, Math.round((value / most) * (height - 8))) : 0;
  return html`${framed && chosen && html`<rect class="window" x="${index * 10}" width="10" height="${height}" />`}<rect
      class="${chosen ? 'bar on' : 'bar'}"
      x="${index * 10 + 0.7}"
      y="${height - tall}"
      width="8.6"
      height="${tall}"
    />`;
}
