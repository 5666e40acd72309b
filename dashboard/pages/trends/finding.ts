import { episodesOf, type TrendsData } from '../../charts/trends/ask.ts';
import type { Texts } from '../../i18n/texts.ts';

/** A change of less than this share is none. */
const alike = 0.03;
/** Standard deviations of chance below which a change is none. */
const beyondChance = 2;

/** The heading: whether reports grow or fade, season taken out, and the day that stands out most; as much of it as the rows allow. */
export function trendsFinding(data: TrendsData, texts: Texts): string {
  const { t, format } = texts;
  const total = data.days.counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return t('trends.finding-none');
  const [story] = episodesOf(data.unusual);
  const trend = trendWords(data, texts);
  const day = story && { day: format.day(story.peak.day), n: story.peak.reports };
  if (trend && day) return t('trends.finding-both', { trend, ...day });
  if (trend) return trend;
  return day ? t('trends.finding-day', day) : t('trends.finding-neutral', { n: total });
}

function trendWords({ all }: TrendsData, { t, format }: Texts): string | undefined {
  const { changeWithoutUnusual: change, reports, before } = all;
  if (change === null) return undefined;
  const chance = (beyondChance * Math.sqrt(reports + before)) / before;
  if (Math.abs(change) < Math.max(alike, chance)) return t('trends.finding-same');
  return t(change > 0 ? 'trends.finding-more' : 'trends.finding-less', { change: format.percent(Math.abs(change)) });
}
