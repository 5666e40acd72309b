import type { ResponseTimes } from '#api/stats/response-times.schema.ts';
import type { Texts } from '../../i18n/texts.ts';

/** Days of the sentence "… within a month". */
const month = 30;

/** What the page says first: how many arrived, and how many tenths are closed within a month when that is known. */
export function homeFinding(reports: number, name: string, { all }: Pick<ResponseTimes, 'all'>, { t }: Texts): string {
  const arrived = t('home.finding.arrived', { n: reports, name });
  const tenths = tenthsWithin(all, month);
  if (reports === 0 || tenths === undefined || tenths < 1) return arrived;
  return `${arrived} ${t('home.finding.tenths', { tenths: t(`home.tenths.${tenths as 1}`) })}`;
}

/** Tenths (0 to 9) closed within so many days, still-open ones counted, rounded down; undefined when it is not known. */
export function tenthsWithin({ known, tooFew, curve }: ResponseTimes['all'], days: number): number | undefined {
  if (!known || tooFew || !curve) return undefined;
  const index = curve.days.findLastIndex((day) => day <= days);
  if (index < 0 || curve.days.at(-1)! < days) return undefined;
  return Math.min(9, Math.floor((1 - curve.waiting[index]!) * 10 + 1e-9));
}
