import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { asOfDay, comparedPeriod, type Period, periodBefore } from './days.ts';
import { figuresOf, isKnown, observedTimes, unknownFigures } from './times.ts';
import { type Reference, referenceOf } from './reference.ts';
import type { Figures, Measure } from './figures.ts';
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
  const [counts, taken, reply, close, compared] = await Promise.all([
    countsOf(snapshot, where),
    figures(snapshot, where, 'taken'),
    figures(snapshot, where, 'reply'),
    figures(snapshot, where, 'close'),
    comparison(snapshot, filters, reference),
  ]);
  const { reports, problems, tracked, open, closed } = counts;
  return { reports, problems, tracked, open, closed, times: { taken, reply, close }, ...sharesOf(counts), ...compared };
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
  reopened: number;
  everClosed: number;
}

const decided = 'tracked and due_at is not null and (closed_at is not null or due_at < (select as_of from meta))';

async function countsOf(snapshot: Snapshot, where: Where): Promise<Counts> {
  const [counts] = await snapshot.query<Counts>(
    `select count(*) as reports,
       count(*) - count(cluster_id) + count(distinct cluster_id) as problems,
       count(*) filter (tracked) as tracked,
       count(*) filter (tracked and status <> 'closed') as open,
       count(*) filter (tracked and status = 'closed') as closed,
       count(*) filter (${decided} and closed_at <= due_at) as met,
       count(*) filter (${decided}) as decided,
       count(*) filter (tracked and reopened > 0) as reopened,
       count(*) filter (tracked and (status = 'closed' or reopened > 0)) as "everClosed"
     from report where ${where.sql}`,
    where.parameters,
  );
  return counts!;
}

function sharesOf({ met, decided, reopened, everClosed }: Counts): Pick<Summary, 'onTime' | 'reopened'> {
  return {
    onTime: { share: ratio(met, decided), met, decided },
    reopened: { share: ratio(reopened, everClosed), reopened, everClosed },
  };
}

async function figures(snapshot: Snapshot, where: Where, measure: Measure): Promise<Figures> {
  if (!isKnown(snapshot, measure)) return unknownFigures;
  const [observed] = await observedTimes(snapshot, where, { measure });
  return figuresOf(observed?.observations ?? []);
}

async function comparison(
  snapshot: Snapshot,
  filters: Filters,
  reference: Reference,
): Promise<Pick<Summary, 'period' | 'before' | 'change'>> {
  const wanted = comparedPeriod(filters, asOfDay(snapshot.meta));
  if (!wanted) return { period: null, before: null, change: null };
  const of = (period: Period) => periodFigures(snapshot, { ...filters, ...period }, reference);
  const [period, earlier] = await Promise.all([of(wanted), of(periodBefore(wanted))]);
  const complete = reference.firstDay !== null && reference.firstDay <= earlier.from;
  const before = { ...earlier, complete };
  return { period, before, change: complete ? changeOf(period, before) : null };
}

async function periodFigures(snapshot: Snapshot, filters: Filters & Period, reference: Reference): Promise<SummaryPeriod> {
  const where = whereOf(filters, reference);
  const [counts, close, taken] = await Promise.all([
    countsOf(snapshot, where),
    figures(snapshot, where, 'close'),
    figures(snapshot, where, 'taken'),
  ]);
  const { onTime, reopened } = sharesOf(counts);
  return {
    from: filters.from,
    to: filters.to,
    reports: counts.reports,
    closeP50: close.p50,
    closeP90: close.p90,
    takenP50: taken.p50,
    onTimeShare: onTime.share,
    reopenedShare: reopened.share,
  };
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
