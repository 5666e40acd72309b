import type { Texts } from '../i18n/texts.ts';

/** A period in words: "2025", "gennaio–marzo 2025", "9 mar 2025 – 2 apr 2025". Days as YYYY-MM-DD, both included. */
export function periodWords(from: string | undefined, to: string | undefined, { t, format }: Texts): string {
  if (from && to) return closedPeriod(from, to, format);
  if (from) return t('period.since', { day: format.day(from) });
  return to ? t('period.until', { day: format.day(to) }) : t('period.all');
}

function closedPeriod(from: string, to: string, format: Texts['format']): string {
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  const [firstMonth, lastMonth] = [from.slice(0, 7), to.slice(0, 7)];
  const wholeMonths = from.endsWith('-01') && to === lastDayOf(lastMonth);
  if (!wholeMonths) return from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  if (firstMonth === lastMonth) return format.month(firstMonth);
  return firstYear === lastYear
    ? `${format.monthName(firstMonth)}–${format.month(lastMonth)}`
    : `${format.month(firstMonth)} – ${format.month(lastMonth)}`;
}

function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
}
