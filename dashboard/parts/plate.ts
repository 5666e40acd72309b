import { html, raw } from 'hono/html';
import type { Chart, ChartData, Pieces } from '../charts/chart.ts';
import { type PageContext, pageHref } from '../context.ts';
import { chartTable } from './chart-table.ts';
import type { Markup } from './markup.ts';

/** Units of the drawing for wide and for narrow windows. */
const widths = { full: 960, half: 510, narrow: 358 } as const;

/** How a plate lies on its page. */
export interface PlateOptions {
  /** What the page's address says to this chart: filters and options, without the snapshot. */
  query: Readonly<Record<string, string>>;
  /** `half`: two plates side by side in wide windows (inside `<div class="duo">`). */
  room?: 'full' | 'half';
  /** Address of the page (without prefix) that shows the chart; the permalink leads there. This page when it is left out. */
  page?: string;
}

/**
 * A chart with all that belongs to it: the finding, what is shown, picture or table, how to read it, where it comes from, and its
 * files. The page has to ask for the element `civic-chart`.
 */
export function plate<Data extends ChartData>(
  context: PageContext,
  chart: Chart<Data>,
  data: Data,
  { query, room = 'full', page = context.path }: PlateOptions,
): Markup {
  const { texts } = context;
  const { t } = texts;
  const reading = chart.reading(data, texts);
  const title = `${chart.name}-title`;
  return html`<figure class="plate plate-${room}" id="${chart.name}" aria-labelledby="${title}">
    <div class="plate-head">
      <div class="plate-words">
        <h2 class="plate-title" id="${title}">${chart.title(data, texts)}</h2>
        <p class="plate-what" id="${title}-what">${chart.what(data, texts)}</p>
      </div>
      ${toggle(chart.name, t)}
    </div>
    <civic-chart class="plate-picture" data-label="${t('charts.values')}">
      ${chart.pieces ? flowing(chart.pieces(data, texts)) : twice((width) => chart.draw(data, { width, texts }), widths[room], title)}
    </civic-chart>
    <div class="plate-table table-scroll" tabindex="0" role="region" aria-labelledby="${title}">
      ${chartTable(chart.table(data, texts), chart.title(data, texts), texts)}
    </div>
    ${reading && html`<p class="plate-reading">${reading}</p>`} ${foot(context, chart, data, query, page)}
  </figure>`;
}

/** Small drawings side by side, as many as there is room for. */
function flowing({ drawings, across }: Pieces): Markup {
  return html`<div class="plate-pieces ${across === 4 ? 'pieces-4' : 'pieces-2'}">
    ${raw(drawings.join('').replaceAll(' xmlns="http://www.w3.org/2000/svg"', ''))}
  </div>`;
}

/** The drawing for wide and for narrow windows. */
function twice(draw: (width: number) => string, wideWidth: number, title: string): Markup {
  const [wide, narrow] = [draw(wideWidth), draw(widths.narrow)];
  return html`<div class="only-wide">${raw(named(wide, title))}</div>
    <div class="only-narrow">${raw(named(withoutWords(narrow, wide), title))}</div>`;
}

/** The drawing called by the words that stand over it, instead of saying them again. */
function named(drawing: string, title: string): string {
  return drawing.replace(/aria-label="[^"]*"/, `aria-labelledby="${title} ${title}-what"`);
}

const mark = / data-mark="[^"]+"/g;

/** The drawing with empty marks where another one has as many: `<civic-chart>` finds the words of a mark there, by its place. */
function withoutWords(drawing: string, other: string): string {
  const count = (text: string) => text.match(mark)?.length;
  return count(drawing) === count(other) ? drawing.replaceAll(mark, ' data-mark=""') : drawing;
}

function toggle(name: string, t: PageContext['texts']['t']): Markup {
  const choice = (view: 'picture' | 'table', chosen: boolean) =>
    html`<label class="seg-choice"
      ><input
        class="visually-hidden"
        type="radio"
        name="view-${name}"
        value="${view}"
        ${chosen && html`checked`}
        autocomplete="off"
      /><span>${t(`charts.${view}`)}</span></label
    >`;
  return html`<fieldset class="seg seg-small plate-toggle">
    <legend class="visually-hidden">${t('charts.show-as')}</legend>
    ${choice('picture', true)}${choice('table', false)}
  </fieldset>`;
}

function foot(
  context: PageContext,
  { name, definition }: Pick<Chart<ChartData>, 'name' | 'definition'>,
  { snapshot }: ChartData,
  query: Readonly<Record<string, string>>,
  page: string,
): Markup {
  const { texts, language, municipality } = context;
  const { t, format } = texts;
  const pinned = new URLSearchParams({ ...query, snapshot: snapshot.version }).toString().replaceAll('%2C', ',');
  const file = (extension: 'csv' | 'svg' | 'png') =>
    html`<li>
      <a href="/${language}/charts/${name}.${extension}?${pinned}" download
        ><span class="visually-hidden">${t('charts.download')} </span>${extension.toUpperCase()}</a
      >
    </li>`;
  return html`<figcaption class="plate-foot">
    <span
      >${t('charts.source', { name: municipality.name, when: format.moment(snapshot.asOf) })} ·
      <a href="${pageHref(context, '/definitions')}#${definition}">${t('charts.definition')}</a></span
    >
    <ul class="plate-tools">
      ${file('csv')}${file('svg')}${file('png')}
      <li><a href="${pageHref(context, page)}?${pinned}#${name}">${t('charts.permalink')}</a></li>
    </ul>
  </figcaption>`;
}
