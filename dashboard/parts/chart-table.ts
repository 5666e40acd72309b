import { html } from 'hono/html';
import type { ChartCell, ChartColumn, ChartTable } from '../charts/chart.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

/** The rows of a chart as a table; `caption` is for those who do not see where it stands. */
export function chartTable(table: ChartTable, caption: string, texts: Texts): Markup {
  const { columns, rows } = table.page ?? table;
  // Numbers are right-aligned by the style of .table-chart: a class in every cell would be a tenth of a page.
  const side = ({ kind }: ChartColumn, index: number) => index > 0 && kind === 'text' && html`class="text-start"`;
  return html`<table class="table table-data table-chart">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column, index) => html`<th scope="col" ${side(column, index)}>${column.words}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) => {
              const column = columns[index]!;
              const words = cellWords(cell, column, texts);
              return index === 0 ? html`<th scope="row">${words}</th>` : html`<td ${side(column, index)}>${words}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A value as the page writes it. */
function cellWords(cell: ChartCell, { kind }: ChartColumn, { format }: Texts): string {
  if (cell !== null && typeof cell === 'object') return cell.words;
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return kind === 'share' ? format.percent(cell) : format.number(cell);
}
