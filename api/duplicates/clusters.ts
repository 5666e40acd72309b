import type { DuckDBConnection } from '@duckdb/node-api';
import { type Bounds, groupReports, type Link, type Member } from './groups.ts';
import { findPairs, markNear, type Tables } from './pairs.ts';
import type { LikelyPair } from './sweep.ts';

/** What the step works on. */
export interface ClusterOptions {
  /** Table with the columns of `report` (order does not matter, `cluster_id` is not read). */
  reports?: string;
  /** Table with the columns of `report_text`. */
  texts?: string;
  /** Given: `duplicate_pair` holds the pairs of the snapshot before; only those near these reports are found anew. */
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
  if (options.changedIds) await forgetNear(connection, tables, options.changedIds);
  else await connection.run('delete from duplicate_pair');
  await writePairs(connection, await findPairs(connection, tables, options.changedIds !== undefined));
  await applyDecisions(connection, tables);
  await connection.run('drop table if exists near_change; drop table if exists changed_report');
  const groups = await group(connection, tables);
  await writeGroups(connection, groups);
  const [row] = await rowsOf(connection, 'select count(*)::double from duplicate_pair');
  return { pairs: Number(row![0]), clusters: new Set(groups.values()).size, clustered: groups.size };
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

async function group(connection: DuckDBConnection, { reports }: Tables): Promise<Map<number, number>> {
  const members = new Map<number, Member>();
  const memberRows = await rowsOf(
    connection,
    `select id::double, epoch_ms(received_at)::double, lon, lat from ${reports}
     where id in (select report_id from duplicate_pair union select original_id from duplicate_pair)`,
  );
  for (const [id, receivedAt, lon, lat] of memberRows)
    members.set(id!, { id: id!, receivedAt: receivedAt!, lon: lon!, lat: lat! });
  const pairs = await rowsOf(
    connection,
    `select report_id::double, original_id::double, score::double, (reasons = '${confirmedReason}')::integer::double from duplicate_pair`,
  );
  const refused = await rowsOf(
    connection,
    `select report_id::double, original_id::double from duplicate_link where state = 'refused'`,
  );
  const links: Link[] = [];
  const confirmed: [number, number][] = [];
  for (const [report, original, score, isConfirmed] of pairs) {
    if (isConfirmed === 1) confirmed.push([report!, original!]);
    else links.push({ report: report!, original: original!, score: score! });
  }
  return groupReports(members, links, { confirmed, refused: refused.map(([one, other]) => [one!, other!]) }, bounds);
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
