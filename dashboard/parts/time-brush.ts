import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';

export interface TimeBrushOptions {
  /** The months of the bars (YYYY-MM), rising. */
  months: readonly string[];
  /** First and last chosen month, "" without an end. */
  from: string;
  to: string;
  language: string;
  texts: Record<string, unknown>;
  /** The bars, each year a link. */
  bars: Markup;
}

/**
 * The months under a map, and around them the element `<time-brush>` (dashboard/elements/time-brush.ts), which lays handles over the part
 * `plot` and puts a button before it. It is a region of its own: the element takes over what another page drew.
 */
export function timeBrush({ months, from, to, language, texts, bars }: TimeBrushOptions): Markup {
  return html`<time-brush
    class="time"
    data-region="months"
    data-months="${months.join(',')}"
    data-from="${from}"
    data-to="${to}"
    data-lang="${language}"
  >
    <div class="time-plot" data-part="plot">${bars}</div>
    <script type="application/json" data-part="texts">
      ${raw(JSON.stringify(texts).replaceAll('<', '\\u003c'))}
    </script>
  </time-brush>`;
}
