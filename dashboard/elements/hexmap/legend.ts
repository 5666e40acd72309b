import { html, render } from 'lit';
import { colourOf } from '#dashboard/charts/scale.ts';
import type { HexField } from '#dashboard/map/hexes.ts';
import type { Say } from '#dashboard/map/phrases.ts';

/** Makes the legend of the page say what is drawn now: same marks as dashboard/parts/legend.ts. */
export function rewriteLegend(legend: HTMLElement, { metric, breaks, hexes }: HexField, say: Say): void {
  const scale = metric === 'median_days' ? 'd' : 's';
  const title = legend.querySelector('[data-legend-title]');
  if (title) title.textContent = say(`map.legend.${metric}`);
  legend.querySelector('[data-legend-few]')?.toggleAttribute(
    'hidden',
    hexes.every(({ value }) => value !== null),
  );
  const classes = document.createDocumentFragment();
  render(
    breaks.map(
      (lowerEnd, index) =>
        html`<li>
          <svg
            class="fill-${scale}${colourOf(index, breaks.length)}"
            viewBox="0 0 10 10"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect width="10" height="10" /></svg
          >${say.number(lowerEnd)}${index === breaks.length - 1 ? '+' : ''}
        </li>`,
    ),
    classes,
  );
  legend.querySelector('[data-legend-classes]')?.replaceChildren(classes);
}
