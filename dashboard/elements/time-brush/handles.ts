import { html, nothing, type TemplateResult } from 'lit';
import type { Stretch } from '#dashboard/map/brush.ts';
import type { Say } from '#dashboard/map/phrases.ts';

export interface HandlesOptions {
  months: readonly string[];
  stretch: Stretch;
  /** All the months are chosen. */
  whole: boolean;
  /** Says the months over the bars while they change. */
  moving: boolean;
  say: Say;
  language: string;
}

/** The chosen stretch and a handle at each end. Styles are properties: the content security policy allows no style attributes. */
export function handles({ months, stretch: { first, last }, whole, moving, say, language }: HandlesOptions): TemplateResult {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const words = (index: number) => format.format(new Date(`${months[index]}-01`));
  const percent = (index: number) => `${(index / months.length) * 100}%`;
  const handle = (grip: 'from' | 'to', now: number, place: number, [least, most]: readonly [number, number], value: string) =>
    html`<div
      class="brush-handle"
      id="brush-${grip}"
      role="slider"
      tabindex="0"
      data-grip=${grip}
      aria-label=${say(`brush.${grip}`)}
      aria-valuemin=${least}
      aria-valuemax=${most}
      aria-valuenow=${now}
      aria-valuetext=${value}
      .style=${`left:${percent(place)}`}
    ></div>`;
  const end = months.length - 1;
  return html`<div
      class=${whole ? 'brush-window whole' : 'brush-window'}
      .style=${`left:${percent(first)};width:${percent(last - first + 1)}`}
    ></div>
    ${handle('from', first, first, [0, last], first === 0 ? say('brush.start', { month: words(0) }) : words(first))}
    ${handle('to', last, last + 1, [first, end], last === end ? say('brush.end', { month: words(end) }) : words(last))}
    ${
      moving
        ? html`<p class="brush-words" aria-hidden="true" .style=${`left:${percent((first + last + 1) / 2)}`}>
            ${first === last ? words(first) : `${words(first)} – ${words(last)}`}
          </p>`
        : nothing
    }`;
}
