import type { DuplicateRow, Duplicates } from '#api/stats/duplicates.schema.ts';
import { dataOf } from '../client.ts';
import type { Texts } from '../i18n/texts.ts';
import { addressFilters } from '../parts/address-filters.ts';
import type { Chart, ChartData } from './chart.ts';
import { repeatRows } from './repeats-drawing.ts';

type Dimension = 'category' | 'area';
/** Problems against reports of each group. */
export type RepeatsData = Duplicates & ChartData;

const most = 12;
/** Fewest reports of a group whose share may be a headline. */
const fewest = 30;

/** Share of reports that repeat an earlier one, by category or area: those with most repeats. */
function repeatsBy(by: Dimension): Chart<RepeatsData> {
  const rowsOf = (data: RepeatsData, texts: Texts) =>
    (by === 'category' ? data.byCategory : data.byArea)
      .filter(({ repeats }) => repeats > 0)
      .slice(0, most)
      .map((row) => ({ ...row, name: nameOf(row, texts) }))
      .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const title = (data: RepeatsData, texts: Texts) => {
    const first = rowsOf(data, texts).find(({ reports }) => reports >= fewest);
    return first
      ? texts.t(`duplicates.most.${by}`, { name: first.name, share: texts.format.percent(first.share ?? 0) })
      : texts.t(`duplicates.neutral.${by}`);
  };
  return {
    name: `repeats-by-${by}`,
    definition: 'repeats',
    load: ({ api, snapshot, ...request }) =>
      dataOf(api.api.stats.duplicates.$get({ query: { ...addressFilters(request), snapshot, limit: '0' } })),
    title,
    what: (_, { t }) => t(`duplicates.what.${by}`),
    reading: (_, { t }) => t('duplicates.reading'),
    draw: (data, { width, texts }) =>
      repeatRows(rowsOf(data, texts), { width, texts, label: `${title(data, texts)}. ${texts.t(`duplicates.what.${by}`)}` }),
    table: (data, texts) => ({
      columns: [
        { name: by, words: texts.t(by === 'category' ? 'filters.category' : 'field.area'), kind: 'text' },
        { name: 'share', words: texts.t('duplicates.share'), kind: 'share' },
        { name: 'repeats', words: texts.t('duplicates.repeats'), kind: 'number' },
        { name: 'reports', words: texts.t('table.reports'), kind: 'number' },
        { name: 'problems', words: texts.t('duplicates.problems'), kind: 'number' },
      ],
      rows: rowsOf(data, texts).map(({ name, share, repeats, reports, problems }) => [name, share, repeats, reports, problems]),
    }),
  };
}

export const repeatsByCategory = repeatsBy('category');
export const repeatsByArea = repeatsBy('area');

/** Name of a group in the language of the page. */
function nameOf({ key, name }: DuplicateRow, { language, t }: Texts): string {
  if (name) return name[language];
  return key === 'none' ? t('area.none') : key;
}
