/** Oddities of rows that are kept nevertheless; a run counts them and says so. */
const notes = {
  placeholder: 'with a stand-in instead of a place: kept without a point',
  outside: 'with a place outside the municipality: kept without a point',
  unreadablePlace: 'with a place that is no number: kept without a point',
  closedSameDay: 'closed before they arrived, on the same day: taken as closed on arrival, told by the day',
  closedBefore: 'closed on a day before they arrived: kept, what happened after the arrival counts as unknown',
  closedUntold: 'closed or cancelled, nobody tells when: kept, what happened after the arrival counts as unknown',
  openWithClosing: 'still open with a date of closing: kept as open',
  statusUntold: 'without a status: kept, what happened after the arrival counts as unknown',
  shortened: 'with a text longer than can be kept: shortened',
} as const;

/** Name of an oddity. */
export type Note = keyof typeof notes;

/** Counts notes and tells them, one line each. */
export function noteCounter() {
  const counts = new Map<Note, number>();
  return {
    add: (note: Note) => void counts.set(note, (counts.get(note) ?? 0) + 1),
    lines: () => [...counts].map(([note, count]) => `${count} ${notes[note]}`),
  };
}
