import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Where } from './where.ts';

/** How many of the matching reports repeat another one that matches too: reports less problems. */
export async function repeatsOf(snapshot: Snapshot, where: Where): Promise<number> {
  const [row] = await snapshot.query<{ repeats: number }>(
    `select count(*) - count(distinct cluster_id) as repeats from clustered where ${where.sql}`,
    where.parameters,
  );
  return row!.repeats;
}
