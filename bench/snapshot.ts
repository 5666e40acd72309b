import { takeSnapshot } from '#etl/snapshot/take.ts';
import type { Database } from '#sql/connect.ts';
import { findMunicipality } from '#sql/municipality.ts';

/** A full snapshot, and an incremental one after some changes; seconds, and the process's memory at its highest, MB. */
export interface SnapshotBench {
  reports: number;
  full: number;
  fullMemory: number;
  changed: number;
  incremental: number;
  mode: string;
}

/** Takes both snapshots of a municipality into `dataDir`. */
export async function benchSnapshot(database: Database, dataDir: string, slug: string, changed = 1000): Promise<SnapshotBench> {
  const municipality = (await findMunicipality(database.db, slug))!;
  const context = { database, dataDir, now: () => new Date(), log: () => {}, progress: () => {} };
  let fullMemory = 0;
  const watch = setInterval(() => (fullMemory = Math.max(fullMemory, process.memoryUsage.rss() / 1e6)), 50);
  const full = await takeSnapshot(context, municipality, { mode: 'full' });
  clearInterval(watch);
  await touch(database, slug, changed);
  const incremental = await takeSnapshot(context, municipality);
  return {
    reports: full.reports,
    full: full.seconds,
    fullMemory,
    changed,
    incremental: incremental.seconds,
    mode: incremental.mode,
  };
}

/** Changes reports here and there, as staff would: the title, and with it the transaction of the last change. */
async function touch(database: Database, slug: string, count: number): Promise<void> {
  await database.transaction(slug, ({ client }) =>
    client.query(
      `update report set title = coalesce(title, '') || ' *', changed_xid = pg_current_xact_id(), changed_at = now()
       where id in (select id from report order by id % 9973, id limit $1)`,
      [count],
    ),
  );
}
