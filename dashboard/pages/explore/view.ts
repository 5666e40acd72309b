import type { Breakdown, BreakdownRow } from '#api/stats/breakdown.schema.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { PageContext } from '../../context.ts';
import { pageHref } from '../../context.ts';
import { periodWords } from '../../parts/period.ts';
import { type ExploreState, filterQuery, queryText, stateQuery } from './state.ts';

/** What every part of the page is drawn with. */
export interface ExploreView {
  context: PageContext;
  state: ExploreState;
  texts: Texts;
  /** The version every number of the page comes from, and the moment it shows. */
  snapshot: { version: string; asOf: string };
  /** The period as the API understood it, in days. */
  period: { from?: string | undefined; to?: string | undefined };
  periodWords: string;
  /** The map alone, in a frame of another site. */
  embedded: boolean;
  /** Address of the page in another state. */
  href: (state: ExploreState) => string;
  /** Address of a download of the API under the filters of the page, pinned to its snapshot. */
  download: (path: string, more?: Record<string, string>) => string;
}

/** Makes the view of a state. */
export function viewOf(
  context: PageContext,
  state: ExploreState,
  snapshot: ExploreView['snapshot'],
  period: ExploreView['period'],
  { embedded = false } = {},
): ExploreView {
  const page = pageHref(context, embedded ? '/embed/explore' : '/explore');
  return {
    context,
    state,
    texts: context.texts,
    snapshot,
    period,
    embedded,
    periodWords: periodWords(period.from, period.to, context.texts),
    href: (next) => page + stateQuery(next),
    download: (path, more = {}) => path + queryText({ ...filterQuery(state), ...more, snapshot: snapshot.version }),
  };
}

/** Name of a row in the language of the page. */
export function rowName({ key, name }: Pick<BreakdownRow, 'key' | 'name'>, by: Breakdown['by'], { language, t }: Texts): string {
  if (name) return name[language];
  if (by === 'status') return t(`state.${key as 'received' | 'none'}`);
  if (by === 'area') return t('area.none');
  return key;
}
