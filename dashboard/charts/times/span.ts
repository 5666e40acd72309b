import type { Texts } from '../../i18n/texts.ts';

const hoursADay = 24;

/** "9 giorni", or "7 ore" under a day: the first whole number by which it has happened. */
export function spanWords(days: number, { t }: Texts): string {
  const hours = Math.ceil(days * hoursADay);
  return days > 0 && hours < hoursADay ? t('times.hours', { n: hours }) : t('times.days', { n: Math.max(1, Math.ceil(days)) });
}

/** The same where there is little room and days go without saying: "9", "7 h". */
export function shortSpan(days: number, { t, format }: Texts): string {
  const hours = Math.ceil(days * hoursADay);
  return days > 0 && hours < hoursADay ? t('times.h', { n: hours }) : format.number(Math.max(1, Math.ceil(days)), 0);
}
