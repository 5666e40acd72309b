import { html } from 'hono/html';
import { type Bar, bars } from '../../charts/bars.ts';
import { hexMap } from '../../charts/hex-map.ts';
import type { PlaceName } from '../../charts/labels.ts';
import { type PageContext, pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import { legend } from '../../parts/legend.ts';
import type { Markup } from '../../parts/markup.ts';
import { finding } from '../explore/finding.ts';
import { focusOf } from '../explore/focus.ts';
import { picture, type Place } from '../explore/place.ts';
import type { HomeData } from './data.ts';

const shownCategories = 6;
/** Where the legend lies over the picture. */
const legendBox = [0, 552, 290, 640] as const;

/** Where reports come from, as a picture that leads to the map; and what they are about. */
export function town(context: PageContext, data: HomeData): Markup {
  const { texts } = context;
  const { t, format } = texts;
  const areaOf = (cell: string) => data.place?.areaOf(cell);
  const heading = finding({ summary: data.year, hexes: data.hexes, metric: 'count', byArea: data.byArea }, areaOf, texts);
  const period = data.year.period;
  const explore = pageHref(context, '/explore') + (period ? `?from=${period.from}&to=${period.to}` : '');
  return html`<section class="block" aria-labelledby="where-title">
    <div class="section-head">
      <h2 class="section-title" id="where-title">${heading}</h2>
      <a class="more" href="${explore}">${t('home.to-map')} ${icon('arrow', 'sm')}</a>
    </div>
    <div class="home-town">
      ${data.place && html`<figure class="home-map">${map(context, data, data.place)} ${legend(data.hexes, texts)}</figure>`}
      <div>
        <h3 class="home-sub">${t('home.what')}</h3>
        <p class="quiet">${t('home.what-unit')}</p>
        ${bars(topCategories(context, data), format)}
        <p class="quiet home-source">
          ${t('provenance.snapshot', { when: format.moment(data.year.snapshot.asOf) })} ·
          <a href="${pageHref(context, '/definitions')}#report">${t('provenance.definition')}</a> ·
          <a
            href="/api/stats/breakdown?by=category&format=csv&snapshot=${data.year.snapshot.version}&${new URLSearchParams(period ? { from: period.from, to: period.to } : {}).toString()}"
            >CSV</a
          >
        </p>
      </div>
    </div>
  </section>`;
}

function map(context: PageContext, { hexes, byArea, year }: HomeData, place: Place): Markup {
  const { t } = context.texts;
  const counts = new Map(byArea.rows.map((row) => [row.key, row.reports]));
  const names = place.areas.features.flatMap(({ properties: { code, name, lon, lat } }): PlaceName[] => {
    if (lon === null || lat === null) return [];
    const [x, y] = place.projection.project(lon, lat);
    return [{ name, x, y, weight: counts.get(code) ?? 0 }];
  });
  return hexMap(hexes, {
    label: t('home.map', { n: year.reports }),
    base: place.base,
    names,
    covered: [legendBox],
    projection: place.projection,
    scale: 's',
    chosen: '',
    wide: [0, 0, picture.width, picture.height],
    narrow: focusOf(hexes, place).frame,
  });
}

function topCategories({ texts: { t, language } }: PageContext, { byCategory: { rows } }: HomeData): Bar[] {
  const filled = rows.filter(({ reports }) => reports > 0).toSorted((a, b) => b.reports - a.reports);
  const first = filled.length <= shownCategories + 1 ? filled : filled.slice(0, shownCategories);
  const rest = filled.slice(first.length);
  const shown = first.map(({ key, name, reports }): Bar => ({ label: name?.[language] ?? key, value: reports }));
  if (rest.length === 0) return shown;
  const value = rest.reduce((sum, { reports }) => sum + reports, 0);
  return [...shown, { label: t('bars.rest', { n: rest.length }), value, rest: true }];
}
