import type { Hexes } from '#api/stats/hexes.schema.ts';
import { html } from 'hono/html';
import { type Change, changeLabels } from '../map/change.ts';
import { colourOf } from '../charts/scale.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

/** What the colours of the hexagons mean: one box for each class, with its lower end; with `change` those of a comparison. */
export function legend(hexes: Hexes, { t, format }: Texts, change?: Change): Markup {
  const metric = change ? 'change' : hexes.metric;
  const { breaks, values } = change ?? hexes;
  const scale = change ? 'c' : metric === 'median_days' ? 'd' : 's';
  const few = values.includes(null);
  const last = breaks.length - 1;
  const labels = change
    ? changeLabels(change.steps, format.number)
    : breaks.map((lowerEnd, index) => format.number(lowerEnd) + (index === last ? '+' : ''));
  return html`<div class="legend" data-part="legend">
    <span data-legend-title>${t(`map.legend.${metric}`)}</span>
    <ol class="legend-ramp" data-legend-classes>
      ${breaks.map(
        (_, index) =>
          html`<li>
            <svg
              class="fill-${scale}${colourOf(index, breaks.length)}"
              viewBox="0 0 10 10"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width="10" height="10" /></svg
            >${labels[index]}
          </li>`,
      )}
    </ol>
    <p class="legend-few" data-legend-few ${!few && html`hidden`}>
      <svg class="fill-few" aria-hidden="true"><rect width="20" height="12" /></svg>${t('map.too-few')}
    </p>
  </div>`;
}
