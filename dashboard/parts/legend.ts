import type { Hexes } from '#api/stats/hexes.schema.ts';
import { html } from 'hono/html';
import { colourOf } from '../charts/scale.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

/** What the colours of the hexagons mean: one box for each class, with its lower end. */
export function legend({ metric, breaks, values }: Hexes, { t, format }: Texts): Markup {
  const scale = metric === 'median_days' ? 'd' : 's';
  const few = values.includes(null);
  return html`<div class="legend" data-part="legend">
    <span data-legend-title>${t(`map.legend.${metric}`)}</span>
    <ol class="legend-ramp" data-legend-classes>
      ${breaks.map(
        (lowerEnd, index) =>
          html`<li>
            <svg
              class="fill-${scale}${colourOf(index, breaks.length)}"
              viewBox="0 0 10 10"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width="10" height="10" /></svg
            >${format.number(lowerEnd)}${index === breaks.length - 1 ? '+' : ''}
          </li>`,
      )}
    </ol>
    <p class="legend-few" data-legend-few ${!few && html`hidden`}>
      <svg class="fill-few" aria-hidden="true"><rect width="20" height="12" /></svg>${t('map.too-few')}
    </p>
  </div>`;
}
