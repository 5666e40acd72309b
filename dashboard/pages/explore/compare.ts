import { html } from 'hono/html';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { Temporal } from 'temporal-polyfill';
import { dataOf } from '../../client.ts';
import type { PageContext } from '../../context.ts';
import { type Change, changeBetween, type Days } from '../../map/change.ts';
import type { Markup } from '../../parts/markup.ts';
import { periodWords } from '../../parts/period.ts';
import type { ExploreState } from './state.ts';
import type { ExploreView } from './view.ts';

/** Two periods side by side. */
export interface Comparison {
  now: Days;
  before: Days;
  change: Change;
  reports: { now: number; before: number };
  /** Change by area code; undefined where both periods have too few. */
  areas: ReadonlyMap<string, number>;
}

/** Fewest reports of both periods together that make a difference worth saying. */
const minimumSample = 10;

/**
 * Asks for both periods of a comparison; undefined when there is none: the period lies after the snapshot, or the data begins
 * (`firstDay`) within the earlier one. Errors: `RefusedError`.
 */
export async function loadComparison(
  context: PageContext,
  compare: ExploreState['compare'],
  { period: now, before: previous }: Pick<Summary, 'period' | 'before'>,
  firstDay: string,
  filters: Record<string, string>,
  resolution: number,
): Promise<Comparison | undefined> {
  if (!compare || !now) return undefined;
  const before = compare === 'year' ? yearEarlier(now) : previous;
  if (!before || before.from < firstDay) return undefined;
  const [later, earlier] = await Promise.all(
    [now, before].map(({ from, to }) => periodOf(context, { ...filters, from, to }, resolution)),
  );
  const counts = new Map(earlier!.byArea.rows.map(({ key, reports }) => [key, reports]));
  const areas = later!.byArea.rows.flatMap(({ key, reports }): [string, number][] => {
    const was = counts.get(key) ?? 0;
    return reports + was < minimumSample ? [] : [[key, reports - was]];
  });
  return {
    now,
    before,
    change: changeBetween(later!.hexes, earlier!.hexes),
    reports: { now: later!.hexes.reports, before: earlier!.hexes.reports },
    areas: new Map(areas),
  };
}

async function periodOf(
  { api }: PageContext,
  filters: Record<string, string>,
  resolution: number,
): Promise<{ hexes: Hexes; byArea: Breakdown }> {
  const { stats } = api.api;
  const [hexes, byArea] = await Promise.all([
    dataOf(stats.hexes.$get({ query: { ...filters, resolution: `${resolution}` } })),
    dataOf(stats.breakdown.$get({ query: { ...filters, by: 'area' } })),
  ]);
  return { hexes, byArea };
}

function yearEarlier({ from, to }: Days): Days {
  const earlier = (day: string) => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
  return { from: earlier(from), to: earlier(to) };
}

/** Which period to compare with, as links, and what the comparison says. */
export function compareBar(view: ExploreView, comparison: Comparison | undefined): Markup {
  const { state, texts, href } = view;
  const { t } = texts;
  const link = (compare: ExploreState['compare']) =>
    html`<a href="${href({ ...state, compare })}" ${state.compare === compare && html`aria-current="true"`}
      >${t(`compare.${compare || 'none'}`)}</a
    >`;
  return html`<div class="compare" data-region="compare">
    <nav class="seg seg-small" aria-label="${t('compare.title')}">${link('')}${link('before')}${link('year')}</nav>
    ${state.compare && html`<p>${comparison ? sentence(comparison, view) : t('compare.not-so-old')}</p>`}
  </div>`;
}

function sentence({ now, before, reports }: Comparison, { texts }: ExploreView): string {
  const { t, format } = texts;
  const words = { now: periodWords(now.from, now.to, texts), before: periodWords(before.from, before.to, texts) };
  const difference = reports.now - reports.before;
  if (reports.now + reports.before < minimumSample) return t('compare.few', words);
  if (difference === 0) return t('compare.same', { ...words, n: reports.now });
  const share = reports.before >= minimumSample ? ` (${format.change(difference / reports.before)})` : '';
  return t(difference > 0 ? 'compare.more' : 'compare.less', {
    ...words,
    n: reports.now,
    difference: Math.abs(difference),
    share,
  });
}
