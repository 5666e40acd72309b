/** A value of a CSV cell; null is an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/** How a text begins that a spreadsheet would run as a formula, blanks and full-width signs included; read by JavaScript and DuckDB alike. */
export const formulaStart = String.raw`^[\s\p{Z}\p{Cc}\p{Cf}]*[=+@|\-\x{ff1d}\x{ff0b}\x{ff20}\x{ff0d}]|^[\t\r]`;
const formula = new RegExp(formulaStart.replaceAll(/\\x\{(\w+)\}/g, String.raw`\u{$1}`), 'u');

/** Quotes a text where RFC 4180 needs it, and disarms what a spreadsheet would run as a formula with an apostrophe. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV text (RFC 4180, CRLF) with a header line. */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
