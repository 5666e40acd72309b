import type { Measure } from '#api/stats/figures.ts';
import type { TimesRow } from '#api/stats/response-times.schema.ts';
import { spanWords } from '../../charts/times/span.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The heading: how long half wait, and the last one in ten; as much of it as the reports allow. `name`: of the one category chosen. */
export function timesFinding(row: TimesRow, measure: Measure, name: string | undefined, texts: Texts): string {
  const { t } = texts;
  if (!row.known) return t(`times.finding-unknown.${measure}`);
  if (row.n === 0) return t('times.finding-none');
  const claim = claimOf(row, measure, texts);
  return name
    ? t('times.finding-named', { name, claim: claim.charAt(0).toLocaleLowerCase(texts.language) + claim.slice(1) })
    : claim;
}

function claimOf({ tooFew, n, p50, p90 }: TimesRow, measure: Measure, texts: Texts): string {
  const { t } = texts;
  if (tooFew) return t('times.finding-few', { n });
  if (p50 === null) return t(`times.finding-not-half.${measure}`);
  const half = spanWords(p50, texts);
  return p90 === null
    ? t(`times.finding-open.${measure}`, { half })
    : t(`times.finding.${measure}`, { half, tail: spanWords(p90, texts) });
}
