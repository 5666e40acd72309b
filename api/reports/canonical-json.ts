/**
 * JSON text that is the same for equal values (RFC 8785): keys sorted, no spaces.
 * Errors: RangeError for what JSON or the database cannot hold (not-a-number, a lone surrogate, the character NUL).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(storableText(value));
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number must be finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`a ${typeof value} cannot be stored`);
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members).filter((key) => members[key] !== undefined);
  return `{${keys
    .toSorted()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(members[key])}`)
    .join(',')}}`;
}

/** The text itself. Errors: RangeError when the database cannot hold it. */
export function storableText(text: string): string {
  if (!text.isWellFormed() || text.includes('\0')) throw new RangeError('a text holds a character that cannot be stored');
  return text;
}
