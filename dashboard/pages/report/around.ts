import type { Nearby, Report } from '#api/reports/schema.ts';
import type { FeatureCollection, Geometry } from 'geojson';
import { html, raw } from 'hono/html';
import { baseMapPaths } from '../../charts/base-map.ts';
import { boundsOf, fitTo } from '../../charts/projection.ts';
import { dataOf } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';

type Streets = FeatureCollection<Geometry, { kind: string }>;

const kept = new Map<string, Promise<readonly Street[]>>();
const keptTowns = 8;
const [width, height] = [400, 260];
const metresADegree = 111_320;

interface Street {
  kind: string;
  geometry: Geometry;
  box: readonly [number, number, number, number];
}

/** The streets around a report, the circle in which its like are looked for, and the letters of those found. */
export async function around(context: PageContext, report: Report, { radius, items }: Nearby): Promise<Markup | string> {
  const { lon, lat } = report;
  if (lon === null || lat === null) return '';
  const reach = Math.max(radius, 150) * 1.15;
  const [dy, dx] = [reach / metresADegree, reach / metresADegree / Math.cos((lat * Math.PI) / 180)];
  const projection = fitTo([lon - dx, lat - dy, lon + dx, lat + dy], width, height, { top: 0, right: 0, bottom: 0, left: 0 });
  const wide = dx * (width / height);
  const streets = (await streetsOf(context)).filter(
    ({ box: [west, south, east, north] }) => west < lon + wide && east > lon - wide && south < lat + dy && north > lat - dy,
  );
  const [x, y] = projection.project(lon, lat);
  const letters = items.map((item, index) => ({ letter: letterOf(index), at: projection.project(item.lon!, item.lat!) }));
  return html`<figure class="around">
    <svg
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="${context.texts.t('report.map', { metres: radius })}"
      class="map-static"
    >
      <g transform="scale(.1)">
        ${baseMapPaths(streets, projection).map(({ layer, d }) => html`<path class="m-${layer}" d="${raw(d)}" />`)}
      </g>
      <circle class="around-circle" cx="${x}" cy="${y}" r="${Math.round(radius / projection.metresPerUnit)}" />
      ${letters.map(({ letter, at: [lx, ly] }) => html`<g class="around-letter"><circle cx="${lx}" cy="${ly}" r="11" /><text x="${lx}" y="${ly + 5}">${letter}</text></g>`)}
      <path class="around-pin" d="M${x} ${y}l-9 -17a10 10 0 1 1 18 0z" />
    </svg>
    <figcaption class="quiet">${context.texts.t('report.circle', { metres: radius })}</figcaption>
  </figure>`;
}

/** A, B, C … */
export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index);
}

function streetsOf({ api, municipality }: PageContext): Promise<readonly Street[]> {
  const key = `${municipality.slug} ${municipality.snapshot?.version}`;
  const known = kept.get(key);
  if (known) return known;
  const read = dataOf(api.api.streets.$get({ query: {} })).then((streets) => (streets as Streets).features.flatMap(streetOf));
  read.catch(() => kept.delete(key));
  kept.set(key, read);
  for (const oldest of kept.keys()) if (kept.size > keptTowns) kept.delete(oldest);
  return read;
}

function streetOf({ geometry, properties: { kind } }: Streets['features'][number]): Street[] {
  const box = 'coordinates' in geometry ? boundsOf(pointsOf(geometry.coordinates)) : undefined;
  return box ? [{ kind, geometry, box }] : [];
}

function pointsOf(coordinates: unknown): number[][] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? [coordinates as number[]] : coordinates.flatMap(pointsOf);
}
