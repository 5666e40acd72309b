import { html, render } from 'lit';
import { colourOf } from '#dashboard/charts/scale.ts';
import { changeLabels } from '#dashboard/map/change.ts';
import type { HexField } from '#dashboard/map/hexes.ts';
import type { Say } from '#dashboard/map/phrases.ts';

/** Makes the legend of the page say what is drawn now: same marks as dashboard/parts/legend.ts. */
export function rewriteLegend(legend: HTMLElement, { metric, breaks, steps, hexes }: HexField, say: Say): void {
  const scale = metric === 'change' ? 'c' : metric === 'median_days' ? 'd' : 's';
  const last = breaks.length - 1;
  const labels = steps
    ? changeLabels(steps, say.number)
    : breaks.map((lowerEnd, index) => say.number(lowerEnd) + (index === last ? '+' : ''));
  const title = legend.querySelector('[data-legend-title]');
  if (title) title.textContent = say(`map.legend.${metric}`);
  legend.querySelector('[data-legend-few]')?.toggleAttribute(
    'hidden',
    hexes.every(({ value }) => value !== null),
  );
  const classes = document.createDocumentFragment();
  render(
    breaks.map(
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
    ),
    classes,
  );
  legend.querySelector('[data-legend-classes]')?.replaceChildren(classes);
}

/** Says what the dots mean while single reports are drawn. */
export function explainDots(legend: HTMLElement, drawn: boolean, say: Say): void {
  const old = legend.querySelector('.legend-dots');
  if (!drawn) old?.remove();
  if (!drawn || old) return;
  const words = document.createDocumentFragment();
  const dot = (name: string) =>
    html`<span
      ><svg viewBox="0 0 12 12" aria-hidden="true"><circle class=${name} cx="6" cy="6" r="4.5" /></svg
      >${say(`map.dot.${name}`)}</span
    >`;
  render(html`<p class="legend-dots">${dot('open')} ${dot('closed')}</p>`, words);
  legend.append(words);
}
