import { csvText } from '#api/http/csv.ts';
import type { PageContext } from '../context.ts';
import type { ChartCell } from './chart.ts';
import { picture } from './picture.ts';
import { pngOf } from './png.ts';
import { chartNamed } from './registry.ts';
import { chartRequest } from './request.ts';

/** A file of a chart, ready to be sent. */
export interface ChartFile {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** Name to save it by. */
  name: string;
  /** Whether the address names the snapshot, so that the file never changes. */
  pinned: boolean;
}

/**
 * The file `<name>.svg`, `.png` or `.csv` of a chart under the filters of the address; undefined when there is no such chart.
 * Errors: `RefusedError`.
 */
export async function chartFile(context: PageContext, file: string): Promise<ChartFile | undefined> {
  const [, name = '', extension = ''] = /^([a-z0-9-]+)\.(svg|png|csv)$/.exec(file) ?? [];
  const chart = chartNamed(name);
  if (!chart) return undefined;
  const data = await chart.load(chartRequest(context));
  const saved = {
    name: `${context.municipality.slug}-${name}-${data.snapshot.version}.${extension}`,
    pinned: Boolean(new URLSearchParams(context.query).get('snapshot')),
  };
  if (extension === 'csv') {
    const { columns, rows } = chart.table(data, context.texts);
    const text = csvText(
      columns.map((column) => column.name),
      rows.map((row) => row.map(plainValue)),
    );
    return { ...saved, body: text, type: 'text/csv; charset=utf-8; header=present' };
  }
  const drawing = picture(chart, data, context.municipality, context.texts);
  return extension === 'png'
    ? { ...saved, body: await pngOf(drawing), type: 'image/png' }
    : { ...saved, body: drawing, type: 'image/svg+xml; charset=utf-8' };
}

function plainValue(cell: ChartCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.value : cell;
}
