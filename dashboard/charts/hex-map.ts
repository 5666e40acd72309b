import { cellToBoundary } from 'h3-js';
import { html, raw } from 'hono/html';
import type { Markup } from '../parts/markup.ts';
import { type BasePath, pathOf } from './base-map.ts';
import { placeLabels, type PlaceName, type Rectangle } from './labels.ts';
import type { Projection } from './projection.ts';
import { classOf, colourOf } from './scale.ts';

/** Cells with their values, as /api/stats/hexes gives them. */
export interface Cells {
  cells: readonly string[];
  values: readonly (number | null)[];
  breaks: readonly number[];
}

/** A part of the picture: x, y, width, height. */
export type Frame = readonly [number, number, number, number];

export interface HexMapOptions {
  /** What it shows, in words. */
  label: string;
  base: readonly BasePath[];
  names: readonly PlaceName[];
  /** Boxes that lie over the picture: no name is put there. */
  covered: readonly Rectangle[];
  projection: Projection;
  /** Colours of the scale: --s0 … for amounts, --d0 … for days, --c0 … for changes. */
  scale: 's' | 'd' | 'c';
  chosen: string;
  wide: Frame;
  /** The part shown on narrow screens. */
  narrow: Frame;
}

/** The map as a still picture: the base map, the hexagons in their classes, the names; once wide and once narrow. */
export function hexMap(data: Cells, options: HexMapOptions): Markup {
  const { label, names, covered, wide, narrow } = options;
  const outside = narrow[2] / 390;
  return html`<svg class="svg-defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="60" height="60" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V60" stroke-width="12" />
        </pattern>
        <g id="map-ground" transform="scale(.1)">
          ${options.base.map(basePath)}
          <g class="m-hex">${hexagons(data, options)}</g>
          ${options.chosen ? chosenCell(options.chosen, options.projection) : ''}
        </g>
      </defs>
    </svg>
    ${picture('map-wide', label, wide, placeLabels(names, wide, wide[2] / 952, covered))}
    ${picture('map-narrow', label, narrow, placeLabels(names, narrow, outside, []))}`;
}

function picture(name: string, label: string, frame: Frame, names: Markup): Markup {
  return html`<svg
    class="${name}"
    viewBox="${frame.map(Math.round).join(' ')}"
    preserveAspectRatio="xMidYMid slice"
    role="img"
    aria-label="${label}"
  >
    <use href="#map-ground" />
    <g class="m-names">${names}</g>
  </svg>`;
}

function basePath({ layer, d }: BasePath): Markup {
  if (layer === 'area') return html`<path id="map-areas" class="m-area" d="${raw(d)}" />`;
  const casing = layer === 'main' ? html`<path class="m-casing" d="${raw(d)}" />` : '';
  return html`${casing}<path class="m-${layer}" d="${raw(d)}" />`;
}

function hexagons({ cells, values, breaks }: Cells, { projection, scale }: HexMapOptions): Markup[] {
  const paths = new Map<string, string>();
  cells.forEach((cell, index) => {
    const value = values[index];
    const colour = value === null || value === undefined ? 'few' : `${scale}${colourOf(classOf(value, breaks), breaks.length)}`;
    paths.set(colour, (paths.get(colour) ?? '') + outline(cell, projection));
  });
  return [...paths].map(([colour, d]) => html`<path class="fill-${colour}" d="${raw(d)}" />`);
}

function chosenCell(cell: string, projection: Projection): Markup {
  const d = outline(cell, projection);
  return html`<path class="m-chosen-halo" d="${raw(d)}" /><path class="m-chosen" d="${raw(d)}" />`;
}

function outline(cell: string, { project }: Projection): string {
  const corners = cellToBoundary(cell, true).map(([lon, lat]) => project(lon, lat));
  return pathOf(corners, true);
}
