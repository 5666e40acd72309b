import type { DuplicateCluster } from '#api/stats/duplicates.schema.ts';
import { html, raw } from 'hono/html';
import { placeLabels } from '../../charts/labels.ts';
import type { PageContext } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { picture, type Place } from '../explore/place.ts';

const apart = 34;

/** The municipality with the clusters as numbered circles, the larger ones bigger; each leads to its reports. */
export function clusterMap({ texts: { t } }: PageContext, place: Place, clusters: readonly DuplicateCluster[]): Markup | string {
  const circles = spread(
    clusters.flatMap(({ lon, lat, reports }, index) => {
      if (lon === null || lat === null) return [];
      const [x, y] = place.projection.project(lon, lat);
      return [{ x, y, number: index + 1, reports }];
    }),
  );
  if (circles.length === 0) return '';
  const names = place.areas.features.flatMap(({ properties: { name, lon, lat, code } }) => {
    if (lon === null || lat === null) return [];
    const [x, y] = place.projection.project(lon, lat);
    return [{ name, x, y, weight: code.length }];
  });
  const covered = circles.map(({ x, y }) => [x - apart, y - apart, x + apart, y + apart] as const);
  return html`<figure class="cluster-map">
    <svg viewBox="0 0 ${picture.width} ${picture.height}" role="group" aria-label="${t('duplicates.map', { n: circles.length })}">
      <g transform="scale(.1)">${place.base.map(({ layer, d }) => html`<path class="m-${layer}" d="${raw(d)}" />`)}</g>
      <g class="m-names">${placeLabels(names, [0, 0, picture.width, picture.height], 1, covered)}</g>
      ${circles.map(
        ({ x, y, number, reports }) =>
          html`<a href="#cluster-${number}" aria-label="${t('duplicates.cluster-on-map', { number, n: reports })}">
            <circle class="cluster-circle" cx="${round(x)}" cy="${round(y)}" r="${round(radius(reports))}" />
            <text class="cluster-number" x="${round(x)}" y="${round(y + 7)}">${number}</text>
          </a>`,
      )}
    </svg>
    <figcaption class="quiet">${t('duplicates.map-note')}</figcaption>
  </figure>`;
}

function radius(reports: number): number {
  return Math.min(34, 16 + Math.sqrt(reports) * 3);
}

/** Circles that would lie on one another are moved aside, the later ones to the right. */
function spread<Circle extends { x: number; y: number }>(circles: readonly Circle[]): Circle[] {
  const placed: Circle[] = [];
  for (const circle of circles) {
    const moved = { ...circle };
    while (placed.some(({ x, y }) => Math.hypot(x - moved.x, y - moved.y) < apart)) moved.x += apart;
    placed.push(moved);
  }
  return placed;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
