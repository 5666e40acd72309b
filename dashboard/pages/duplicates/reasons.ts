import type { ReasonKind } from '#api/duplicates/score.ts';
import type { DuplicateReason } from '#api/stats/duplicates.schema.ts';
import type { Texts } from '../../i18n/texts.ts';

/** Likeness from which texts or addresses are said to be alike, and alike in part. */
const [alike, partly] = [0.6, 0.3];

/** Why two reports match, in words: "23 m", "2 giorni dopo", "stessa categoria"; what speaks against it is left out. */
export function reasonWords(reasons: readonly DuplicateReason[], texts: Texts): string[] {
  return reasons.flatMap(({ kind, value, weight }) => {
    if (kind === 'confirmed') return [texts.t('duplicates.reason.confirmed')];
    const say = value !== undefined && (weight ?? 0) > 0 ? sayings[kind as ReasonKind](value, texts) : undefined;
    return say ? [say] : [];
  });
}

type Say = (value: number | string, texts: Texts) => string | undefined;

const sayings: Record<ReasonKind, Say> = {
  distance: (metres, { t }) => t('duplicates.reason.distance', { n: Number(metres) }),
  time: (days, { t }) => {
    const whole = Math.round(Number(days));
    return whole === 0 ? t('duplicates.reason.same-day') : t('duplicates.reason.days', { n: whole });
  },
  category: (value, { t }) => (value === 'same' ? t('duplicates.reason.category') : undefined),
  state: (value, { t }) => (value === 'open' ? t('duplicates.reason.open') : undefined),
  text: (value, { t }) =>
    Number(value) >= alike
      ? t('duplicates.reason.text')
      : Number(value) >= partly
        ? t('duplicates.reason.text-partly')
        : undefined,
  address: (value, { t }) => (Number(value) >= alike ? t('duplicates.reason.address') : undefined),
  usual: () => undefined,
};
