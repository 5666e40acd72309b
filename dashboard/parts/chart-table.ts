import { html } from 'hono/html';
import type { ChartCell, ChartColumn, ChartTable } from '../charts/chart.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

/** The rows of a chart as a table; `caption` is for those who do not see where it stands. */
export function chartTable({ columns, rows }: ChartTable, caption: string, texts: Texts): Markup {
  const side = ({ kind }: ChartColumn) => (kind === 'text' ? '' : 'text-end');
  return html`<table class="table table-data">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class="${side(column)}">${column.words}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) => {
              const column = columns[index]!;
              const words = cellWords(cell, column, texts);
              return index === 0
                ? html`<th scope="row" class="${side(column)}">${words}</th>`
                : html`<td class="${side(column)}">${words}</td>`;
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
