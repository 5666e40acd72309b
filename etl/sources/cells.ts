import type { Row } from './source.ts';
import { type DateOrder, readTime, type Told } from './told-time.ts';

/** Text of a column that every row must have. Errors: RangeError naming the column. */
export function needed(row: Row, column: string): string {
  const text = row(column)?.trim();
  if (!text) throw new RangeError(`${column}: empty`);
  return text;
}

/** Time of a column that every row must have. Errors: RangeError naming the column. */
export function neededTime(row: Row, column: string, order?: DateOrder): Told {
  return timeIn(column, needed(row, column), order);
}

/** Time of a column, null when it is empty. Errors: RangeError naming the column. */
export function time(row: Row, column: string, order?: DateOrder): Told | null {
  const text = row(column)?.trim();
  return text ? timeIn(column, text, order) : null;
}

function timeIn(column: string, text: string, order: DateOrder | undefined): Told {
  const told = readTime(text, order);
  if (!told) throw new RangeError(`${column}: "${text.slice(0, 40)}" is not a date or time`);
  return told;
}

const untidy = /^\s|\s\s|[^\S ]|\s$/;

/** Text of a column with runs of spaces made one; null when nothing is left. */
export function words(row: Row, column: string): string | null {
  const text = row(column);
  return text !== null && untidy.test(text) ? text.replace(/\s+/g, ' ').trim() || null : text;
}
