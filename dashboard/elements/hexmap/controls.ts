import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '#dashboard/map/phrases.ts';

/** Length of the scale bar: on the ground, and on the screen in px. */
export interface Bar {
  metres: number;
  width: number;
}

const plus = 'M11.5 4h1v7.5H20v1h-7.5V20h-1v-7.5H4v-1h7.5z';
const minus = 'M4 11.5h16v1H4z';

/** Buttons that zoom, and the scale bar. Styles are properties: the content security policy allows no style attributes. */
export function controls(say: Say, bar: Bar | undefined, zoom: (steps: number) => void): TemplateResult {
  const button = (steps: number, name: string, path: string) =>
    html`<button type="button" aria-label=${say(name)} @click=${() => zoom(steps)}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
    </button>`;
  return html`<div class="map-zoom">${button(1, 'map.zoom-in', plus)}${button(-1, 'map.zoom-out', minus)}</div>
    ${bar ? html`<div class="map-scale">${distance(bar.metres, say)}<span .style=${`width:${bar.width}px`}></span></div>` : nothing}`;
}

function distance(metres: number, say: Say): string {
  return metres < 1000 ? say('map.metres', { n: metres }) : say('map.kilometres', { n: metres / 1000 });
}
