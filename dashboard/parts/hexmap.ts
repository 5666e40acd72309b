import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';

/**
 * Contract between the page and the element `<civic-hexmap>` (dashboard/elements/civic-hexmap.ts).
 *
 * The page is complete without the element: every child below is drawn by the server, and every control is a link.
 * The element only replaces the picture by a live map and keeps the same children in step; it owns no words but `texts`.
 *
 * Attributes (all plain strings, the URL stays the only state):
 * - `data-api`         base of the API, "/api"
 * - `data-query`       the filters of the page as a canonical query string, without snapshot, metric, cell, view and sort
 * - `data-snapshot`    version the page was drawn from: pin every request to it
 * - `data-metric`      count | open | median_days | per_km2, as /api/stats/hexes
 * - `data-change`      "from,to,from,to": colour by the change of the count against the second period; or ""
 * - `data-cell`        chosen H3 cell, or ""
 * - `data-lang`        it | en
 * - `data-timezone`    IANA zone of the municipality
 * - `data-bounds`      "west,south,east,north" to fit at first: the municipality's areas, or its reports
 * - `data-focus`       the same for narrow windows (< 992 px): where most reports are
 * - `data-resolution`  H3 resolution the server drew (and the one to begin with)
 * - `data-page`        path of this page in this language ("/en/explore"): the address to pushState to
 * - `data-fragment`    path of the drawer alone ("/en/explore/cell"): `GET <fragment>?<query>&snapshot=…&metric=…&cell=…`
 *                      answers the HTML of the child `drawer` (an `<aside>`), ready to put in its place
 *
 * Children, found by `[data-part="…"]` (direct children, light DOM; keep them):
 * - `picture`  the server-drawn SVG map: hide it (attribute `hidden`) once the first live frame is drawn
 * - `metrics`  nav of links `a[data-metric]`; the current one has aria-current="true"
 * - `legend`   `<figcaption>`-like box, see `legend` in parts/legend.ts; the element may rewrite the marked spans:
 *              `[data-legend-title]` and `[data-legend-class]`; classes of colour are .q0 … .q6, .qf (too few), .qn
 * - `empty`    what to do when no report matches; absent otherwise
 * - `drawer`   `<aside>` with the chosen cell; absent when none is chosen. `a[data-close]` inside closes it
 * - `texts`    `<script type="application/json">`: a flat object of the catalogue's texts that begin with "map."
 *
 * Beside it: every part of the page that changes with the filters carries `data-region="name"`. dashboard/elements/live-filters.ts
 * fetches the page of the new address, puts its regions in place of these, and has the element take over its attributes and parts.
 *
 * Classes: `breaks` of /api/stats/hexes with `classOf` and `colourOf` of dashboard/charts/scale.ts, on both sides. Colours: CSS variables --s0 … --s6 (--d0 … --d6 for
 * days), base map --m-*, read by getComputedStyle and again when prefers-color-scheme changes.
 */
export interface HexmapOptions {
  query: string;
  snapshot: string;
  metric: string;
  change: string;
  cell: string;
  language: string;
  timezone: string;
  bounds: readonly [number, number, number, number];
  focus: readonly [number, number, number, number];
  resolution: number;
  page: string;
  texts: Record<string, unknown>;
  children: Markup;
}

/** The element around what the server drew; see the contract above. */
export function hexmap(options: HexmapOptions): Markup {
  return html`<civic-hexmap
    class="map-box"
    data-api="/api"
    data-query="${options.query}"
    data-snapshot="${options.snapshot}"
    data-metric="${options.metric}"
    data-change="${options.change}"
    data-cell="${options.cell}"
    data-lang="${options.language}"
    data-timezone="${options.timezone}"
    data-bounds="${options.bounds.join(',')}"
    data-focus="${options.focus.join(',')}"
    data-resolution="${options.resolution}"
    data-page="${options.page}"
    data-fragment="${options.page}/cell"
    >${options.children}
    <script type="application/json" data-part="texts">
      ${raw(JSON.stringify(options.texts).replaceAll('<', '\\u003c'))}
    </script>
  </civic-hexmap>`;
}
