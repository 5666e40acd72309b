/** A time as a text tells it. */
export interface Told {
  /** Reading of the clock on the wall, as milliseconds since its 1970-01-01 00:00. */
  wall: number;
  /** Milliseconds the clock is ahead of UTC, when the text says so itself (`Z`, `+02:00`). */
  offset: number | null;
  /** The text tells a day and no hour. */
  isDay: boolean;
}

/** What comes first in a date. */
export type DateOrder = 'year-first' | 'month-first' | 'day-first';

const plain = /^\d{4}-\d\d-\d\d[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.+))?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T, ]+(.+))?$/;
const clock = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AP])\.?M\.?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/i;

/** Reads a time; null when the text is none, or no such day exists. Two-digit years are 1970 to 2069. */
export function readTime(text: string, order: DateOrder = 'year-first'): Told | null {
  if (order === 'year-first' && plain.test(text)) return plainTime(text);
  const parts = (order === 'year-first' ? yearFirst : yearLast).exec(text);
  if (!parts) return null;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (order === 'year-first') return inDay(first, second, third, parts[4]);
  const year = parts[3]!.length === 4 ? third : third + (third < 70 ? 2000 : 1900);
  return order === 'month-first' ? inDay(year, first, second, parts[4]) : inDay(year, second, first, parts[4]);
}

/** `YYYY-MM-DD hh:mm:ss`, read by its places: the parts of an expression cost ten times as much, and this is most of an import. */
function plainTime(text: string): Told | null {
  const midnight = midnightOf(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8));
  if (midnight === null) return null;
  const seconds = (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60 + twoDigits(text, 17);
  return { wall: midnight + seconds * 1000, offset: null, isDay: false };
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function midnightOf(year: number, month: number, day: number): number | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  const midnight = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(midnight).getUTCDate() === day ? midnight : null;
}

function inDay(year: number, month: number, day: number, time: string | undefined): Told | null {
  const midnight = midnightOf(year, month, day);
  if (midnight === null) return null;
  if (!time) return { wall: midnight, offset: null, isDay: true };
  const parts = clock.exec(time);
  if (!parts) return null;
  const [, hourText, minuteText, secondText, fraction, half, offset] = parts;
  const hour = hourOf(Number(hourText), half);
  const [minute, second] = [Number(minuteText), Number(secondText ?? 0)];
  if (hour === null || minute > 59 || second > 59) return null;
  const ms = fraction ? Math.trunc(Number(`0.${fraction}`) * 1000) : 0;
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  return { wall, offset: offset ? offsetOf(offset) : null, isDay: false };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

const dayMs = 86_400_000;

/** Number of the day on the wall. */
export function dayOf({ wall }: Told): number {
  return Math.floor(wall / dayMs);
}

/** The last second of the day: what is promised for a day may come until then. */
export function endOfDay(told: Told): Told {
  return { wall: (dayOf(told) + 1) * dayMs - 1000, offset: null, isDay: false };
}
