import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { ageClasses, type Backlog, type BacklogBy, type BacklogRow } from './backlog.schema.ts';
import { dimensions, labelling } from './dimensions.ts';
import { referenceOf } from './reference.ts';
import { type Where, whereOf } from './where.ts';

/** Open reports by age. */
export const backlogEndpoint: Endpoint<{ by: BacklogBy }, Backlog> = {
  name: 'backlog',
  definitions: ['open-report', 'backlog', 'age-of-the-backlog'],
  compute: backlog,
  table: ({ classes, all, groups }) => ({
    header: [
      'key',
      'name_it',
      'name_en',
      'open',
      ...classes.map(({ from, to }) => `days_${from}_${to ?? 'more'}`),
      'median_age',
      'oldest_age',
    ],
    rows: [all, ...groups].map((row) => [
      row.key,
      row.name?.it,
      row.name?.en,
      row.open,
      ...row.ages,
      row.medianAge,
      row.oldestAge,
    ]),
  }),
};

async function backlog(snapshot: Snapshot, filters: Filters, { by }: { by: BacklogBy }): Promise<Backlog> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const [all] = await rows(snapshot, where, 'none', () => ({ key: 'all', name: null }));
  const groups = by === 'none' ? [] : await rows(snapshot, where, by, labelling(by, reference));
  return {
    by,
    classes: ageClasses.map((from, i) => ({ from, to: i + 1 < ageClasses.length ? ageClasses[i + 1]! - 1 : null })),
    all: all ?? { key: 'all', name: null, open: 0, ages: ageClasses.map(() => 0), medianAge: null, oldestAge: null },
    groups,
  };
}

type AgeRow = { value: number; open: number; medianAge: number | null; oldestAge: number } & Record<`a${number}`, number>;

async function rows(snapshot: Snapshot, where: Where, by: BacklogBy, label: ReturnType<typeof labelling>): Promise<BacklogRow[]> {
  const age = 'age_days';
  const classes = ageClasses.map((from, i) => {
    const next = ageClasses[i + 1];
    return `count(*) filter (${age} >= ${from}${next === undefined ? '' : ` and ${age} < ${next}`}) as a${i}`;
  });
  const found = await snapshot.query<AgeRow>(
    `select ${dimensions[by]} as value, count(*) as open, ${classes.join(', ')},
       median(age_s) / 86400 as "medianAge", max(${age}) as "oldestAge"
     from backlog where ${where.sql} group by all order by open desc, value`,
    where.parameters,
  );
  return found.map((row) => ({
    ...label(row.value),
    open: row.open,
    ages: ageClasses.map((_, i) => row[`a${i}`]!),
    medianAge: row.medianAge === null ? null : Math.round(row.medianAge * 10) / 10,
    oldestAge: row.oldestAge,
  }));
}
