import type { Texts } from '../i18n/texts.ts';
import { element, fitted, svg, textWidth, words } from './svg.ts';

/** A group with its share of repeats. */
export interface RepeatRow {
  name: string;
  share: number | null;
  repeats: number;
  reports: number;
}

const [rowHeight, narrowRow, bar] = [36, 52, 16];

/** A bar for each group, with its share, and how many of how many. On a phone the name stands over its bar. */
export function repeatRows(
  rows: readonly RepeatRow[],
  { width, texts, label }: { width: number; texts: Texts; label: string },
): string {
  const narrow = width < 450;
  const tall = narrow ? narrowRow : rowHeight;
  const name = narrow ? 0 : Math.min(220, Math.max(0, ...rows.map((row) => textWidth(row.name))) + 16);
  const numbers = narrow ? 150 : 190;
  const most = Math.max(...rows.map(({ share }) => share ?? 0), 0.01);
  const room = width - name - numbers;
  const drawn = rows.map((row, index) => {
    const top = index * tall;
    const y = top + (narrow ? 30 : rowHeight / 2);
    const long = Math.max(1, ((row.share ?? 0) / most) * room);
    const said = numbersOf(row, texts);
    return [
      words(fitted(row.name, narrow ? width : name - 12), 0, narrow ? top + 17 : y + 5, { fill: 'var(--ink)' }),
      element('rect', { x: name, y: y - bar / 2, width: long, height: bar, fill: 'var(--data)' }),
      words(said, name + long + 8, y + 5),
      element('rect', {
        x: 0,
        y: top,
        width,
        height: tall,
        fill: 'transparent',
        'data-mark': `${row.name}: ${said}`,
      }),
    ].join('');
  });
  return svg({ width, height: Math.max(1, rows.length) * tall, label }, drawn.join(''));
}

function numbersOf({ share, repeats, reports }: RepeatRow, { t, format }: Texts): string {
  return t('duplicates.bar', { share: format.percent(share ?? 0), n: repeats, reports });
}
