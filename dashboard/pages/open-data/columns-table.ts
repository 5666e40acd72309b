import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import type { TextKey } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import type { DataPackage } from './data.ts';

type Field = DataPackage['resources'][0]['schema']['fields'][number];

/** Each column of the files: its name, its kind, what it means. */
export function columnsTable({ texts: { t } }: PageContext, { resources: [{ schema }] }: DataPackage): Markup {
  return html`<section class="block" id="columns" aria-labelledby="columns-title">
    <div class="section-head">
      <h2 class="section-title" id="columns-title">${t('open-data.columns', { n: schema.fields.length })}</h2>
      <a class="more" href="/open-data/reports.schema.json">${t('open-data.schema')}</a>
    </div>
    <p class="quiet">${t('open-data.columns-note')}</p>
    <div class="table-scroll" tabindex="0" role="group" aria-labelledby="columns-title">
      <table class="table table-data">
        <thead>
          <tr>
            <th scope="col">${t('open-data.column')}</th>
            <th scope="col">${t('open-data.kind')}</th>
            <th scope="col">${t('open-data.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          ${schema.fields.map(
            ({ name, type, constraints }) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${t(`open-data.type.${type}` as TextKey)}</td>
                <td>${t(`open-data.column.${name}` as TextKey)} ${values(constraints?.enum)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function values(allowed: NonNullable<Field['constraints']>['enum']): Markup | string {
  if (!allowed) return '';
  return html`<span class="quiet column-values">${allowed.map((value) => html`<code>${value}</code> `)}</span>`;
}
