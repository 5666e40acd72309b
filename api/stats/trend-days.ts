import { Temporal } from 'temporal-polyfill';
import type { Filters } from '../http/filters.ts';
import { placeOf } from './daily-counts.ts';
import type { Period } from './days.ts';
import { lead } from './unusual.ts';

const yearsBefore = 2;

/** From the first of January two years before to `to` or the eve of the snapshot, whose own day is not over; never before the data begins. */
export function shownDays({ from, to }: Filters, today: string, firstDay: string | null): Period {
  const eve = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const last = to && to < eve ? to : eve;
  const usual = `${Number(last.slice(0, 4)) - yearsBefore}-01-01`;
  const asked = from ?? usual;
  const first = firstDay && firstDay > asked ? firstDay : asked;
  return { from: firstDay && first < last ? first : last, to: last };
}

/** The last twelve months up to a day and the same days a year before: fewer when the data begins later, null when there is no whole month. */
export function comparedYears(to: string, firstDay: string | null): { period: Period; before: Period } | null {
  const next = Temporal.PlainDate.from(to).add({ days: 1 });
  const yearAgo = next.subtract({ years: 1 });
  if (firstDay === null) return null;
  for (let months = 12; months > 0; months -= 1) {
    const before = yearAgo.subtract({ months });
    if (before.toString() < firstDay) continue;
    return {
      period: { from: next.subtract({ months }).toString(), to },
      before: { from: before.toString(), to: yearAgo.subtract({ days: 1 }).toString() },
    };
  }
  return null;
}

/** All days that are shown, compared, or tell what is usual; none before the data begins. */
export function loadedDays(shown: Period, compared: { before: Period } | null, firstDay: string | null): Period {
  const needed = compared && compared.before.from < shown.from ? compared.before.from : shown.from;
  const early = Temporal.PlainDate.from(needed).subtract({ days: lead }).toString();
  const first = firstDay && firstDay > early ? firstDay : early;
  return { from: first < shown.from ? first : shown.from, to: shown.to };
}

/** A month and the places of its shown days: from, and the one after the last. */
export interface Month {
  month: string;
  first: number;
  end: number;
}

/** The months that the shown days lie in; `origin`: the day of place 0. */
export function monthsOf({ from, to }: Period, origin: string): Month[] {
  const months: Month[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.with({ day: 1 }).add({ months: 1 })) {
    const last = day.with({ day: day.daysInMonth }).toString();
    months.push({
      month: day.toPlainYearMonth().toString(),
      first: placeOf(day.toString(), origin),
      end: placeOf(last < to ? last : to, origin) + 1,
    });
  }
  return months;
}
