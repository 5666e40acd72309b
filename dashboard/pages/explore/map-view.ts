import type { HexMetric } from '#api/stats/hexes.schema.ts';
import { html } from 'hono/html';
import { type Frame, hexMap } from '../../charts/hex-map.ts';
import type { PlaceName, Rectangle } from '../../charts/labels.ts';
import { pageHref } from '../../context.ts';
import { textsUnder } from '../../i18n/texts.ts';
import { hexmap } from '../../parts/hexmap.ts';
import { legend } from '../../parts/legend.ts';
import type { Markup } from '../../parts/markup.ts';
import { cellPanel } from './cell.ts';
import { narrowest } from './chips.ts';
import { compareBar } from './compare.ts';
import { type ExploreData, resolutionOf } from './data.ts';
import { focusOf } from './focus.ts';
import { months } from './months.ts';
import { edge, picture, type Place } from './place.ts';
import { provenance } from './provenance.ts';
import { filterQuery, queryText } from './state.ts';
import type { ExploreView } from './view.ts';

/** What may colour the hexagons, in the order of the buttons. */
const metrics: readonly HexMetric[] = ['count', 'open', 'median_days', 'per_km2'];
/** What lies over the picture, in its units: metrics, legend, the open drawer. */
const panels = { metrics: [0, 0, 520, 62], legend: [0, 552, 290, 640], drawer: [592, 0, 952, 640] } as const;
/** The box that says there is nothing. */
const nothing = [290, 230, 662, 350] as const;

/** The map with its legend and the chosen hexagon, the months, and where it all comes from. */
export function mapView(view: ExploreView, data: ExploreData): Markup {
  return html`${data.place ? map(view, data, data.place) : ''} ${months(view, data.series)} ${compareBar(view, data.comparison)}
  ${provenance(view, { counted: data.summary.reports, rows: data.reports.total })}`;
}

/** The map with its metrics, its legend and the chosen hexagon. */
export function map(view: ExploreView, data: ExploreData, place: Place): Markup {
  const { state, context, snapshot } = view;
  const focus = focusOf(data.hexes, place);
  const children = html`<div class="map-picture" data-part="picture">${still(view, data, place, focus.frame)}</div>
    ${metricLinks(view)} ${legend(data.hexes, view.texts, data.comparison?.change)}
    ${data.summary.reports === 0 ? empty(view) : ''} ${data.cell && cellPanel(view, data.cell)}`;
  return hexmap({
    query: queryText(filterQuery(state)).slice(1),
    snapshot: snapshot.version,
    metric: state.metric,
    change: data.comparison ? [data.comparison.now, data.comparison.before].flatMap(({ from, to }) => [from, to]).join(',') : '',
    cell: state.cell,
    language: context.language,
    timezone: context.municipality.timezone,
    bounds: place.bounds,
    focus: focus.bounds,
    resolution: resolutionOf(place),
    page: pageHref(context, '/explore'),
    texts: textsUnder(context.language, 'map.'),
    children,
  });
}

function still(
  view: ExploreView,
  { hexes, summary, byArea, cell, comparison }: ExploreData,
  place: Place,
  narrow: readonly [number, number, number, number],
) {
  const { texts, state } = view;
  const counts = new Map(byArea.rows.map((row) => [row.key, row.reports]));
  const names = place.areas.features.flatMap(({ properties: { code, name, lon, lat } }): PlaceName[] => {
    if (lon === null || lat === null) return [];
    const [x, y] = place.projection.project(lon, lat);
    return [{ name, x, y, weight: counts.get(code) ?? 0 }];
  });
  const covered = [panels.metrics, panels.legend, ...(cell ? [panels.drawer] : []), ...(summary.reports === 0 ? [nothing] : [])];
  const wide = wideFrame(place, cell && panels.drawer[0]);
  const unit = wide[2] / picture.width;
  const inPicture = ([left, top, right, bottom]: Rectangle): Rectangle => [
    wide[0] + left * unit,
    wide[1] + top * unit,
    wide[0] + right * unit,
    wide[1] + bottom * unit,
  ];
  return hexMap(comparison?.change ?? hexes, {
    label: texts.t('map.label', { n: summary.reports, period: view.periodWords }),
    base: place.base,
    names,
    covered: covered.map(inPicture),
    projection: place.projection,
    scale: comparison ? 'c' : state.metric === 'median_days' ? 'd' : 's',
    chosen: state.cell,
    wide,
    narrow,
  });
}

/** The wide picture; with a drawer the municipality is fitted into what is left of it, as the live map does. */
function wideFrame({ bounds, projection }: Place, drawer: number | undefined): Frame {
  const { width, height } = picture;
  if (drawer === undefined) return [0, 0, width, height];
  const [left, top] = projection.project(bounds[0], bounds[3]);
  const [right, bottom] = projection.project(bounds[2], bounds[1]);
  const [roomWide, roomTall] = [drawer - 2 * edge, height - 2 * edge];
  const unit = Math.max((right - left) / roomWide, (bottom - top) / roomTall);
  const x = (left + right) / 2 - (edge + roomWide / 2) * unit;
  return [x, (top + bottom) / 2 - (height / 2) * unit, width * unit, height * unit];
}

function metricLinks({ state, texts: { t }, href, embedded }: ExploreView): Markup {
  return html`<nav class="seg metrics" data-part="metrics" aria-label="${t('metric.label')}">
    ${metrics.map(
      (metric) =>
        html`<a
          href="${href({ ...state, metric, compare: '' })}"
          data-metric="${metric}"
          ${embedded && html`target="_self"`}
          ${state.metric === metric && !state.compare && html`aria-current="true"`}
          >${t(`metric.${metric}`)}${
            metric === 'median_days' && html`<span class="d-none d-lg-inline"> ${t('metric.to-close')}</span>`
          }</a
        >`,
    )}
  </nav>`;
}

function empty(view: ExploreView): Markup {
  const { t } = view.texts;
  const wider = narrowest(view.state);
  return html`<div class="map-empty" data-part="empty">
    <p>${t('empty.words')}</p>
    ${wider && html`<p><a href="${view.href(wider)}">${t('empty.widen')}</a></p>`}
  </div>`;
}
