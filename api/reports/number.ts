/** The public number of a report: the local year of its arrival and its id, "2026-01234". */
export function reportNumber(id: number, receivedDay: string): string {
  return `${receivedDay.slice(0, 4)}-${String(id).padStart(5, '0')}`;
}

/** The id in a public number or a bare id; undefined for anything else. */
export function idOfNumber(text: string): number | undefined {
  const digits = /^(?:\d{4}-)?0*(\d{1,15})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
