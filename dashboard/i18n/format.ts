import type { Language } from './language.ts';

/** Numbers and dates as people of a language write them. */
export interface Format {
  /** 9.614; at most `digits` decimals, or else one under 100 and none above. */
  number: (value: number, digits?: 0 | 1 | 2) => string;
  /** 17 % of the share 0.17. */
  percent: (share: number) => string;
  /** "19 nov 2025" of a day (2025-11-19) or a moment. */
  day: (when: string | Date) => string;
  /** "1º gennaio 2026, ore 4:00" of a moment. */
  moment: (when: string | Date) => string;
  /** "gennaio 2025" of a month (2025-01). */
  month: (month: string) => string;
  /** "gennaio" of a month (2025-01). */
  monthName: (month: string) => string;
  /** "gen" of a month (2025-01). */
  monthShort: (month: string) => string;
  /** "lunedì" of 1 … "domenica" of 7; short: "lun". */
  weekday: (weekday: number, length?: 'long' | 'short') => string;
  /** "+17%" of the share 0.17; "−3%" of −0.03. */
  change: (share: number) => string;
  /** "Buche, Verde e Rifiuti". */
  list: (items: readonly string[]) => string;
}

const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };
const kept = new Map<string, Format>();

/** The formats of a language; moments are told in `timezone` (IANA), plain days and months as they are. */
export function formatFor(language: Language, timezone: string): Format {
  const key = `${language} ${timezone}`;
  const known = kept.get(key) ?? make(locales[language], language, timezone);
  kept.set(key, known);
  return known;
}

function make(locale: string, language: Language, timezone: string): Format {
  const decimals = [0, 1, 2].map(
    (maximumFractionDigits) => new Intl.NumberFormat(locale, { maximumFractionDigits, useGrouping: 'always' }),
  );
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const [plainDay, localDay] = [dates({ ...day, timeZone: 'UTC' }), dates({ ...day, timeZone: timezone })];
  const [month, monthName] = [
    dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }),
    dates({ month: 'long', timeZone: 'UTC' }),
  ];
  const monthShort = dates({ month: 'short', timeZone: 'UTC' });
  const weekdays = {
    long: dates({ weekday: 'long', timeZone: 'UTC' }),
    short: dates({ weekday: 'short', timeZone: 'UTC' }),
  };
  const change = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const moment = dates({ dateStyle: 'long', timeZone: timezone });
  const clock = dates({ hour: 'numeric', minute: '2-digit', hour12: false, timeZone: timezone });
  return {
    number: (value, digits = Math.abs(value) >= 100 ? 0 : 1) => decimals[digits]!.format(value),
    percent: (share) => percent.format(share),
    day: (when) => (isPlainDay(when) ? plainDay.format(new Date(when)) : localDay.format(new Date(when))),
    moment: (when) => {
      const at = new Date(when);
      const date = moment.format(at);
      return language === 'it' ? `${date.replace(/^1 /, '1º ')}, ore ${clock.format(at)}` : `${date}, ${clock.format(at)}`;
    },
    month: (text) => month.format(new Date(`${text}-01`)),
    monthName: (text) => monthName.format(new Date(`${text}-01`)),
    monthShort: (text) => monthShort.format(new Date(`${text}-01`)),
    // The first of January 2024 was a Monday.
    weekday: (weekday, length = 'long') => weekdays[length].format(new Date(Date.UTC(2024, 0, weekday))),
    change: (share) => change.format(share).replace('-', '−'),
    list: (items) => list.format(items),
  };
}

function isPlainDay(when: string | Date): when is string {
  return typeof when === 'string' && when.length === 10;
}
