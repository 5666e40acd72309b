import Holidays from 'date-holidays';
import type { Random } from './random.ts';

/** A day in the town's zone. */
export interface Day {
  /** Local midnight, milliseconds. */
  start: number;
  month: number;
  dayOfMonth: number;
  /** 1 = Monday. */
  weekday: number;
  isWorking: boolean;
}

/** Days of the town, and its office hours. */
export interface Calendar {
  days: readonly Day[];
  /** The day of a moment; undefined beyond the calendar. */
  dayOf(at: number): Day | undefined;
  /** The moment itself when offices are open (a few are on Saturday morning), else a morning soon after. */
  officeTime(at: number, random: Random): number;
  /** Six in the evening of the n-th working day after. */
  dueAfter(at: number, workingDays: number): Date;
}

export const hour = 3_600_000;
export const day = 24 * hour;
const zone = 'Europe/Rome';
/** San Michele: the patron saint, when offices are closed. */
const patron = { month: 9, dayOfMonth: 29 };

/** The calendar from the day of `from` to the day of `to`, both in milliseconds. */
export function calendarBetween(from: number, to: number): Calendar {
  const days = listDays(from, to);
  const indexOf = (at: number) => {
    let index = Math.floor((at - days[0]!.start) / day);
    while (days[index + 1] && days[index + 1]!.start <= at) index += 1;
    while (days[index] && days[index]!.start > at) index -= 1;
    return index;
  };
  const nextWorking = (index: number) => {
    let next = index + 1;
    while (days[next] && !days[next]!.isWorking) next += 1;
    return next;
  };
  return {
    days,
    dayOf: (at) => days[indexOf(at)],
    officeTime(at, random) {
      const index = indexOf(at);
      const today = days[index];
      if (!today) return at;
      const hours = (at - today.start) / hour;
      if (today.isWorking && hours >= 8 && hours < 17.6) return at;
      if (today.weekday === 6 && hours >= 8 && hours < 12.5 && random.chance(0.2)) return at;
      let next = today.isWorking && hours < 8 ? index : nextWorking(index);
      while (!today.isWorking && random.chance(0.35)) next = nextWorking(next);
      const morning = days[next];
      return morning ? morning.start + (8 + random.between(0.05, 3.2)) * hour : at + 2 * day;
    },
    dueAfter(at, workingDays) {
      let index = indexOf(at);
      for (let left = workingDays; left > 0; left--) index = nextWorking(index);
      return new Date((days[index] ?? days.at(-1)!).start + 18 * hour);
    },
  };
}

/** The day that a moment falls in. */
export function dayAround(at: number): Day {
  return calendarBetween(at - 2 * day, at + 2 * day).dayOf(at)!;
}

function listDays(from: number, to: number): Day[] {
  const closed = closedDays(new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear());
  const days: Day[] = [];
  for (let noon = Math.floor(from / day) * day + 11.5 * hour; noon < to + day; noon += day) {
    const { year, month, dayOfMonth, hours } = localTime(noon);
    // On the two days a year when the clock changes, noon is an hour nearer to midnight or farther from it.
    const guess = noon - (hours + 0.5) * hour;
    const start = guess + ({ 23: hour, 1: -hour }[localTime(guess).hours] ?? 0);
    const weekday = new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCDay() || 7;
    days.push({ start, month, dayOfMonth, weekday, isWorking: weekday < 6 && !closed.has(isoDate(year, month, dayOfMonth)) });
  }
  return days;
}

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

function localTime(at: number): { year: number; month: number; dayOfMonth: number; hours: number } {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: parts.year!, month: parts.month!, dayOfMonth: parts.day!, hours: parts.hour! };
}

function isoDate(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
}

function closedDays(firstYear: number, lastYear: number): Set<string> {
  const holidays = new Holidays('IT', { languages: 'it' });
  const closed = new Set<string>();
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { date, type } of holidays.getHolidays(year)) if (type === 'public') closed.add(date.slice(0, 10));
    closed.add(isoDate(year, patron.month, patron.dayOfMonth));
  }
  return closed;
}
