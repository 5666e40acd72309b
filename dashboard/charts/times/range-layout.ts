import type { Texts } from '../../i18n/texts.ts';
import type { RangeLook, RangeRow } from './range-rows.ts';
import { shortSpan } from './span.ts';

/** Where the parts of a row lie, by the room there is. */
export interface Layout {
  kind: 'full' | 'half' | 'narrow';
  /** Room for the name. */
  name: number;
  /** The scale's ends. */
  left: number;
  right: number;
  /** Height of a row. */
  row: number;
}

/** A column of numbers, right-aligned at `right`. */
export interface Column {
  words: string;
  width: number;
  right: number;
  of: (row: RangeRow) => string;
}

/** The layout for a width. */
export function layoutFor(width: number): Layout {
  if (width < 450) return { kind: 'narrow', name: width - 108, left: 8, right: width - 14, row: 52 };
  if (width < 800) return { kind: 'half', name: 158, left: 172, right: width - 160, row: 40 };
  return { kind: 'full', name: 208, left: 224, right: width - 464, row: 40 };
}

/** The columns of numbers that a layout has room for. */
export function columnsFor({ kind }: Layout, rows: readonly RangeRow[], { width, texts }: RangeLook): Column[] {
  const { t, format } = texts;
  const days = (value: number | null, row: RangeRow) => timeWords(value, row, texts);
  const half = { words: t('times.half-by'), width: 70, of: (row: RangeRow) => days(row.p50, row) };
  const nine = { words: t('times.nine-by'), width: 84, of: (row: RangeRow) => days(row.p90, row) };
  if (kind === 'narrow') {
    const both = (row: RangeRow) => (row.tooFew ? '–' : `${days(row.p50, row)} · ${days(row.p90, row)}`);
    return [{ words: t('times.half-nine'), width: 120, right: width, of: both }];
  }
  const wanted =
    kind === 'half'
      ? [half, nine]
      : [
          half,
          { words: t('times.three-by'), width: 74, of: (row: RangeRow) => days(row.p75, row) },
          nine,
          ...(rows.some(({ onTime }) => onTime !== null)
            ? [
                {
                  words: t('times.on-time'),
                  width: 64,
                  of: ({ onTime }: RangeRow) => (onTime === null ? '–' : format.percent(onTime)),
                },
              ]
            : []),
          { words: t('times.reports'), width: 88, of: ({ n }: RangeRow) => format.number(n) },
          { words: t('times.still-open'), width: 72, of: ({ open }: RangeRow) => format.number(open) },
        ];
  let right = width;
  return wanted
    .toReversed()
    .map((column) => {
      const placed = { ...column, right };
      right -= column.width;
      return placed;
    })
    .toReversed();
}

function timeWords(value: number | null, { tooFew }: RangeRow, texts: Texts): string {
  if (tooFew) return '–';
  return value === null ? texts.t('figure.not-yet') : shortSpan(value, texts);
}
