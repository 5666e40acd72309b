import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { minimumSample } from './definitions.ts';
import { asOfDay, comparedPeriod, type Period, periodBefore } from './days.ts';
import { repeatsOf } from './problems.ts';
import { arrivals } from './tables.ts';
import { figures } from './times.ts';
import { type Reference, referenceOf } from './reference.ts';
import type { Figures } from './figures.ts';
import type { Summary, SummaryPeriod } from './summary.schema.ts';
import { type Where, whereOf } from './where.ts';

/** Counts, times, shares, and the change against the period before. */
export const summaryEndpoint: Endpoint<unknown, Summary> = {
  name: 'summary',
  definitions: [
    'report',
    'tracked-report',
    'open-report',
    'closed-report',
    'problem',
    'time-to-take-charge',
    'time-to-first-reply',
    'time-to-close',
    'still-open-reports-count',
    'half-three-in-four-nine-in-ten',
    'minimum-sample',
    'share-on-time',
    'reopened-share',
    'the-period-before',
  ],
  compute: summary,
  table: (data) => ({
    header: ['figure', 'value'],
    rows: [
      ['reports', data.reports],
      ['problems', data.problems],
      ['tracked', data.tracked],
      ['open', data.open],
      ['closed', data.closed],
      ...(['taken', 'reply', 'close'] as const).flatMap((measure) =>
        (['n', 'events', 'censored', 'p50', 'p75', 'p90'] as const).map((figure): [string, number | null] => [
          `${measure}_${figure}`,
          data.times[measure][figure],
        ]),
      ),
      ['on_time_share', data.onTime.share],
      ['reopened_share', data.reopened.share],
      ['period_from', data.period?.from],
      ['period_to', data.period?.to],
      ['period_reports', data.period?.reports],
      ['before_from', data.before?.from],
      ['before_to', data.before?.to],
      ['before_reports', data.before?.reports],
      ['change_reports', data.change?.reports],
      ['change_close_p50', data.change?.closeP50],
      ['change_on_time_share', data.change?.onTimeShare],
    ],
  }),
};

async function summary(snapshot: Snapshot, filters: Filters): Promise<Summary> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const wanted = comparedPeriod(filters, asOfDay(snapshot.meta));
  const earlier = wanted && periodBefore(wanted);
  const isWhole = wanted !== null && filters.from === wanted.from && filters.to === wanted.to;
  const of = (period: Period) => totals(snapshot, { ...filters, ...period }, reference);
  const [whole, reply, inPeriod, inEarlier] = await Promise.all([
    totals(snapshot, filters, reference),
    figures(snapshot, { measure: 'reply', where }),
    wanted && !isWhole ? of(wanted) : null,
    earlier && of(earlier),
  ]);
  const { reports, problems, tracked, open, closed } = whole;
  return {
    reports,
    problems,
    tracked,
    open,
    closed,
    times: { taken: whole.taken, reply, close: whole.close },
    ...sharesOf(whole),
    ...(wanted && earlier && inEarlier
      ? comparison(periodOf(wanted, inPeriod ?? whole), periodOf(earlier, inEarlier), reference.firstDay)
      : { period: null, before: null, change: null }),
  };
}

/** How many reports of each kind match. */
interface Counts {
  reports: number;
  problems: number;
  tracked: number;
  open: number;
  closed: number;
  met: number;
  decided: number;
  reopened_reports: number;
  ever_closed: number;
}

async function countsOf(snapshot: Snapshot, filters: Filters, where: Where): Promise<Counts> {
  const [[counts], repeats] = await Promise.all([
    snapshot.query<Omit<Counts, 'problems'>>(
      `select ${['reports', 'open', 'closed', 'met', 'decided'].map(total).join(', ')}, coalesce(sum(reports) filter (tracked), 0) as tracked,
         ${total('reopened_reports')}, ${total('ever_closed')}
       from ${arrivals(filters)} where ${where.sql}`,
      where.parameters,
    ),
    repeatsOf(snapshot, where),
  ]);
  return { ...counts!, problems: counts!.reports - repeats };
}

function total(column: string): string {
  return `coalesce(sum(${column}), 0) as ${column}`;
}

function sharesOf({
  met,
  decided,
  reopened_reports: reopened,
  ever_closed: everClosed,
}: Counts): Pick<Summary, 'onTime' | 'reopened'> {
  return {
    onTime: { share: decided < minimumSample ? null : ratio(met, decided), met, decided },
    reopened: { share: ratio(reopened, everClosed), reopened, everClosed },
  };
}

/** Counts and times of the reports that match. */
type Totals = Counts & { taken: Figures; close: Figures };

async function totals(snapshot: Snapshot, filters: Filters, reference: Reference): Promise<Totals> {
  const where = whereOf(filters, reference);
  const [counts, close, taken] = await Promise.all([
    countsOf(snapshot, filters, where),
    figures(snapshot, { measure: 'close', where }),
    figures(snapshot, { measure: 'taken', where }),
  ]);
  return { ...counts, close, taken };
}

function periodOf({ from, to }: Period, totals: Totals): SummaryPeriod {
  const { onTime, reopened } = sharesOf(totals);
  return {
    from,
    to,
    reports: totals.reports,
    closeP50: totals.close.p50,
    closeP90: totals.close.p90,
    takenP50: totals.taken.p50,
    onTimeShare: onTime.share,
    reopenedShare: reopened.share,
  };
}

function comparison(
  period: SummaryPeriod,
  earlier: SummaryPeriod,
  firstDay: string | null,
): Pick<Summary, 'period' | 'before' | 'change'> {
  const complete = firstDay !== null && firstDay <= earlier.from;
  return { period, before: { ...earlier, complete }, change: complete ? changeOf(period, earlier) : null };
}

function changeOf(period: SummaryPeriod, before: SummaryPeriod): NonNullable<Summary['change']> {
  const difference = (field: 'closeP50' | 'takenP50' | 'onTimeShare' | 'reopenedShare') => {
    const [now, then] = [period[field], before[field]];
    return now === null || then === null ? null : Math.round((now - then) * 10_000) / 10_000;
  };
  return {
    reports: before.reports === 0 ? null : rounded(period.reports / before.reports - 1),
    closeP50: difference('closeP50'),
    takenP50: difference('takenP50'),
    onTimeShare: difference('onTimeShare'),
    reopenedShare: difference('reopenedShare'),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole);
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
