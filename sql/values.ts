/** Type numbers of PostgreSQL whose JavaScript form this project sets, the same for both engines. */
export const typeIds = { int8: 20, date: 1082, numeric: 1700 } as const;

/** int8 → number; ids and counts stay below 2^53, anything above is an error rather than a wrong number. */
export function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer beyond 2^53: ${text}`);
  return value;
}

/** date → 'YYYY-MM-DD': a day has no time and no zone. */
export function parseDate(text: string): string {
  return text;
}

/** numeric → number. */
export function parseNumeric(text: string): number {
  return Number(text);
}
