import type { DuckDBConnection } from '@duckdb/node-api';
import { type Bounds, groupReports, type Link, type Member } from './groups.ts';
import { findPairs, markNear, type Tables } from './pairs.ts';
import type { LikelyPair } from './sweep.ts';

/** What the step works on. */
export interface ClusterOptions {
  /** Table with the columns of `report`, in any order; `cluster_id` is read only with `changedIds`. */
  reports?: string;
  /** Table with the columns of `report_text`. */
  texts?: string;
  /**
   * Given: `duplicate_pair` holds the pairs of the snapshot before, and `cluster_id` the clusters; only the pairs near these
   * reports are found anew, and only the clusters that a change reaches.
   */
  changedIds?: readonly number[];
}

/** What came out: likely pairs, clusters of two reports or more, and the reports in them. */
export interface ClusterFigures {
  pairs: number;
  clusters: number;
  clustered: number;
}

/** A cluster is one problem: it lasts and reaches no further. */
const bounds: Bounds = { days: 180, metres: 250 };

/**
 * Finds the likely duplicates of a snapshot being built, between loading and the marts.
 * Reads `report`, `report_text`, `category` and `duplicate_link(report_id, original_id, state)`, the decisions of people:
 * confirmed pairs always join, refused ones never. Fills `duplicate_pair` (also with the confirmed ones, score 1) and makes
 * `report_cluster(id, cluster_id)`: only the reports that are not alone, for the final `report` to left join.
 */
export async function clusterDuplicates(connection: DuckDBConnection, options: ClusterOptions = {}): Promise<ClusterFigures> {
  const tables = { reports: options.reports ?? 'report', texts: options.texts ?? 'report_text' };
  if (options.changedIds) {
    await connection.run('create temp table pair_before as select report_id, original_id, score from duplicate_pair');
    await forgetNear(connection, tables, options.changedIds);
  } else await connection.run('delete from duplicate_pair');
  await writePairs(connection, await findPairs(connection, tables, options.changedIds !== undefined));
  await applyDecisions(connection, tables);
  if (options.changedIds) await markTouched(connection);
  const groups = await group(connection, tables, options.changedIds !== undefined);
  await writeGroups(connection, groups);
  if (options.changedIds) {
    await connection.run(`insert into report_cluster
      select id, cluster_id from ${tables.reports} where cluster_id is not null and id not in (from touched)`);
  }
  for (const table of ['near_change', 'changed_report', 'pair_before', 'touched']) {
    await connection.run(`drop table if exists ${table}`);
  }
  const [pairs] = await rowsOf(connection, 'select count(*)::double from duplicate_pair');
  const [counts] = await rowsOf(connection, 'select count(distinct cluster_id)::double, count(*)::double from report_cluster');
  return { pairs: pairs![0]!, clusters: counts![0]!, clustered: counts![1]! };
}

/** Removes the pairs that will be found anew, and those of reports that are gone. */
async function forgetNear(connection: DuckDBConnection, tables: Tables, changedIds: readonly number[]): Promise<void> {
  await markNear(connection, tables, changedIds);
  await connection.run(`delete from duplicate_pair
    where report_id in (select id from near_change where wanted) or reasons = '${confirmedReason}'
      or report_id in (from changed_report) or original_id in (from changed_report)
      or report_id not in (select id from ${tables.reports}) or original_id not in (select id from ${tables.reports})`);
}

const confirmedReason = '[{"kind":"confirmed"}]';

/** What people decided stands above the score. */
async function applyDecisions(connection: DuckDBConnection, { reports }: Tables): Promise<void> {
  await connection.run(`delete from duplicate_pair p using duplicate_link l
    where (p.report_id, p.original_id) in ((l.report_id, l.original_id), (l.original_id, l.report_id)) and l.state <> 'proposed'`);
  await connection.run(`insert into duplicate_pair
    select l.report_id, l.original_id, 1, '${confirmedReason}' from duplicate_link l
    join ${reports} a on a.id = l.report_id join ${reports} b on b.id = l.original_id where l.state = 'confirmed' order by 1, 2`);
}

/**
 * Makes table `touched(id)`: every report whose cluster may be another one now. A cluster lies within what pairs connect, so
 * it is the reports that pairs connect with a change: of themselves, of a pair, or with a refusal.
 */
async function markTouched(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create temp table touched as
    with now as (select report_id, original_id, score from duplicate_pair),
      other as ((from pair_before except from now) union all (from now except from pair_before)),
      refused as (select report_id, original_id from duplicate_link where state = 'refused')
    select distinct id from (
      select report_id as id from other union all select original_id from other
      union all select report_id from refused union all select original_id from refused union all from changed_report)`);
  for (let isGrowing = true; isGrowing;) {
    const [row] = await rowsOf(connection, 'select count(*)::double from touched');
    await connection.run(`insert into touched select distinct id from (
        select original_id as id from duplicate_pair where report_id in (from touched)
        union all select report_id from duplicate_pair where original_id in (from touched))
      where id not in (from touched)`);
    const [grown] = await rowsOf(connection, 'select count(*)::double from touched');
    isGrowing = grown![0]! > row![0]!;
  }
}

async function group(connection: DuckDBConnection, { reports }: Tables, touchedOnly: boolean): Promise<Map<number, number>> {
  const [pairs, links] = ['duplicate_pair', 'duplicate_link'].map((table) =>
    touchedOnly ? `(from ${table} where report_id in (from touched))` : table,
  );
  const members = new Map<number, Member>();
  const memberRows = await rowsOf(
    connection,
    `select id::double, epoch_ms(received_at)::double, lon, lat from ${reports}
     where id in (select report_id from ${pairs} union select original_id from ${pairs})`,
  );
  for (const [id, receivedAt, lon, lat] of memberRows) {
    members.set(id!, { id: id!, receivedAt: receivedAt!, lon: lon!, lat: lat! });
  }
  const pairRows = await rowsOf(
    connection,
    `select report_id::double, original_id::double, score::double, (reasons = '${confirmedReason}')::integer::double from ${pairs}`,
  );
  const refused = await rowsOf(connection, `select report_id::double, original_id::double from ${links} where state = 'refused'`);
  const likely: Link[] = [];
  const confirmed: [number, number][] = [];
  for (const [report, original, score, isConfirmed] of pairRows) {
    if (isConfirmed === 1) confirmed.push([report!, original!]);
    else likely.push({ report: report!, original: original!, score: score! });
  }
  return groupReports(members, likely, { confirmed, refused: refused.map(([one, other]) => [one!, other!]) }, bounds);
}

async function writePairs(connection: DuckDBConnection, pairs: readonly LikelyPair[]): Promise<void> {
  const appender = await connection.createAppender('duplicate_pair');
  for (const { report, original, score, reasons } of pairs) {
    appender.appendBigInt(BigInt(report));
    appender.appendBigInt(BigInt(original));
    appender.appendFloat(score);
    appender.appendVarchar(JSON.stringify(reasons));
    appender.endRow();
  }
  appender.closeSync();
}

async function writeGroups(connection: DuckDBConnection, groups: ReadonlyMap<number, number>): Promise<void> {
  await connection.run('create table report_cluster (id bigint not null, cluster_id bigint not null)');
  const appender = await connection.createAppender('report_cluster');
  for (const [id, root] of [...groups].toSorted(([a], [b]) => a - b)) {
    appender.appendBigInt(BigInt(id));
    appender.appendBigInt(BigInt(root));
    appender.endRow();
  }
  appender.closeSync();
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<(number | null)[][]> {
  return (await (await connection.run(sql)).getRows()) as (number | null)[][];
}
