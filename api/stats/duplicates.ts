import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { dimensions, labelling } from './dimensions.ts';
import type { DuplicateCluster, DuplicateReason, DuplicateRow, Duplicates } from './duplicates.schema.ts';
import { type Reference, referenceOf } from './reference.ts';
import { arrivals } from './tables.ts';
import { type Where, whereOf } from './where.ts';

/** Problems against reports, and the biggest clusters of likely duplicates. */
export const duplicatesEndpoint: Endpoint<{ limit: number }, Duplicates> = {
  name: 'duplicates',
  definitions: ['report', 'problem', 'repeats', 'duplicate-score'],
  compute: duplicates,
  table: (data) => ({
    header: ['by', 'key', 'name_it', 'name_en', 'reports', 'problems', 'repeats', 'share'],
    rows: [
      ['all', 'all', null, null, data.reports, data.problems, data.repeats, data.share],
      ...(['byCategory', 'byArea'] as const).flatMap((by) =>
        data[by].map((row) => [
          by === 'byCategory' ? 'category' : 'area',
          row.key,
          row.name?.it,
          row.name?.en,
          row.reports,
          row.problems,
          row.repeats,
          row.share,
        ]),
      ),
    ],
  }),
};

async function duplicates(snapshot: Snapshot, filters: Filters, { limit }: { limit: number }): Promise<Duplicates> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const [[all], byCategory, byArea, [count], clusters] = await Promise.all([
    shares(snapshot, filters, where, 'none', reference),
    shares(snapshot, filters, where, 'category', reference),
    shares(snapshot, filters, where, 'area', reference),
    snapshot.query<{ clusters: number }>(
      `select count(*) as clusters from (select 1 from clustered where ${where.sql} group by cluster_id having count(*) > 1)`,
      where.parameters,
    ),
    biggest(snapshot, where, reference, limit),
  ]);
  const { reports, problems, repeats, share } = all ?? { reports: 0, problems: 0, repeats: 0, share: null };
  return { reports, problems, repeats, share, byCategory, byArea, clusterCount: count?.clusters ?? 0, clusters };
}

async function shares(
  snapshot: Snapshot,
  filters: Filters,
  where: Where,
  by: 'none' | 'category' | 'area',
  reference: Reference,
): Promise<DuplicateRow[]> {
  const found = await snapshot.query<{ value: number; reports: number; repeats: number }>(
    `with counted as (select ${dimensions[by]} as value, coalesce(sum(reports), 0) as reports from ${arrivals(filters)} where ${where.sql} group by all),
     repeated as (
       select ${dimensions[by]} as value, count(*) - count(distinct cluster_id) as repeats from clustered where ${where.sql} group by all)
     select c.value, reports, coalesce(repeats, 0) as repeats
     from counted c left join repeated r on r.value = c.value order by repeats desc, reports desc, c.value`,
    where.parameters,
  );
  const label = labelling(by, reference);
  return found.map(({ value, reports, repeats }) => ({
    ...label(value),
    reports,
    problems: reports - repeats,
    repeats,
    share: reports === 0 ? null : Math.round((repeats / reports) * 10_000) / 10_000,
  }));
}

interface MemberRow {
  cluster: number;
  id: number;
  day: string;
  status: number;
  open: boolean;
  category: number;
  area: number | null;
  lon: number | null;
  lat: number | null;
  original: number | null;
  score: number | null;
  reasons: string | null;
}

async function biggest(snapshot: Snapshot, where: Where, reference: Reference, limit: number): Promise<DuplicateCluster[]> {
  if (limit === 0) return [];
  const members = await snapshot.query<MemberRow>(
    `with top as (
       select cluster_id, count(*) as size from clustered where ${where.sql}
       group by cluster_id having size > 1 order by size desc, cluster_id desc limit $limit),
     member as (select * from clustered where ${where.sql} and cluster_id in (select cluster_id from top)),
     pair as (
       select report_id, arg_max(original_id, score) as original_id, max(score) as score, arg_max(reasons, score) as reasons
       from duplicate_pair where report_id in (select id from member) group by report_id)
     select m.cluster_id as cluster, m.id, strftime(m.day, '%Y-%m-%d') as day, ${dimensions.status} as status, m.tracked and m.status <> 'closed' as open,
       m.top_category_id as category, m.area_id as area, m.lon, m.lat,
       p.original_id as original, p.score, p.reasons::varchar as reasons
     from member m join top t on t.cluster_id = m.cluster_id left join pair p on p.report_id = m.id
     order by t.size desc, m.cluster_id desc, m.day, m.id`,
    { ...where.parameters, limit },
  );
  const clusters = Map.groupBy(members, ({ cluster }) => cluster);
  return [...clusters.values()].map((rows) => clusterOf(rows, reference));
}

function clusterOf(rows: readonly MemberRow[], reference: Reference): DuplicateCluster {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const placed = rows.filter(({ lon }) => lon !== null);
  const mean = (of: 'lon' | 'lat') =>
    placed.length === 0 ? null : Math.round((placed.reduce((sum, row) => sum + row[of]!, 0) / placed.length) * 1e6) / 1e6;
  return {
    id: first.cluster,
    reports: rows.length,
    category: labelling('category', reference)(first.category).key,
    area: first.area === null ? null : labelling('area', reference)(first.area).key,
    firstDay: first.day,
    lastDay: last.day,
    lon: mean('lon'),
    lat: mean('lat'),
    open: rows.filter((row) => row.open).length,
    members: rows.map(({ id, day, status, original, score, reasons }) => ({
      id,
      day,
      status: labelling('status', reference)(status).key,
      original,
      score: score === null ? null : Math.round(score * 1000) / 1000,
      reasons: reasons === null ? [] : (JSON.parse(reasons) as DuplicateReason[]),
    })),
  };
}
