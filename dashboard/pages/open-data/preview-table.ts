import type { ReportItem } from '#api/reports/schema.ts';
import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import type { OpenDataPage } from './data.ts';

const longest = 80;

type Value = string | number | null | undefined;

/** The main columns of the files, by name; names of categories are in the language of the municipality. */
const columns = (language: 'it' | 'en'): Record<string, (report: ReportItem) => Value> => ({
  id: ({ id }) => id,
  number: ({ number }) => number,
  category: ({ category }) => category.code,
  category_name: ({ category }) => category.name[language],
  area: ({ area }) => area?.code,
  area_name: ({ area }) => area?.name,
  status: ({ status }) => status,
  outcome: ({ outcome }) => outcome,
  requested_datetime: ({ receivedAt }) => receivedAt,
  closed_datetime: ({ closedAt }) => closedAt,
  title: ({ title }) => title,
  description: ({ description }) => description,
  address: ({ address }) => address,
  lat: ({ lat }) => lat,
  lon: ({ lon }) => lon,
});

/** The newest rows as the files have them, in a box that scrolls. */
export function previewTable({ texts: { t }, municipality }: PageContext, { newest }: OpenDataPage): Markup | string {
  if (newest.length === 0) return '';
  const shown = Object.entries(columns(municipality.language === 'it' ? 'it' : 'en'));
  return html`<section class="block" id="preview" aria-labelledby="preview-title">
    <h2 class="section-title" id="preview-title">${t('open-data.preview', { n: newest.length })}</h2>
    <p class="quiet">${t('open-data.preview-note')}</p>
    <div class="table-scroll preview-box" tabindex="0" role="group" aria-labelledby="preview-title">
      <table class="table table-data preview-table" lang="${municipality.language}">
        <thead>
          <tr>
            ${shown.map(([name]) => html`<th scope="col"><code>${name}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${newest.map(
            (report) =>
              html`<tr>
                ${shown.map(([, of]) => html`<td>${cell(of(report))}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function cell(value: Value): string {
  const words = String(value ?? '');
  return words.length <= longest ? words : `${words.slice(0, longest)}…`;
}
