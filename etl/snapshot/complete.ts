import type { DuckDBConnection } from '@duckdb/node-api';
import { clusterDuplicates } from '#api/duplicates/clusters.ts';
import { openDuck } from '../duckdb.ts';
import { type Tally, tallyLoaded } from './checksum.ts';
import type { Frame } from './extract.ts';
import { refreshMarts } from './marts.ts';
import type { Workshop } from './workshop.ts';

/** From loaded reports to a whole snapshot: duplicates, the row of `meta`, marts. `changed`: ids, when little changed. */
export async function complete(
  { municipality, asOf, context }: Workshop,
  connection: DuckDBConnection,
  { version, frame, tally, changed }: { version: string; frame: Frame; tally: Tally; changed?: readonly number[] },
): Promise<void> {
  context.signal?.throwIfAborted();
  context.progress('Looking for duplicates …');
  await clusterDuplicates(connection, changed ? { changedIds: changed } : {});
  await connection.run(`update report set cluster_id = new.cluster_id from (
      select r.id, c.cluster_id from report r left join report_cluster c on c.id = r.id where r.cluster_id is distinct from c.cluster_id
    ) new where new.id = report.id`);
  await connection.run('drop table report_cluster');
  await connection.run('drop table duplicate_link');
  await connection.run('delete from meta');
  await connection.run(
    `insert into meta values ($version, $municipality, $name, $timezone, $language, $isDemo, $asOf::timestamp, $reports,
      $checksum, $changedXid::ubigint, $settings)`,
    {
      version,
      municipality: municipality.slug,
      name: municipality.name,
      timezone: municipality.timezone,
      language: municipality.language,
      isDemo: municipality.isDemo,
      asOf: asOf.toISOString(),
      reports: tally.reports,
      checksum: String(tally.checksum),
      changedXid: frame.changedXid,
      settings: JSON.stringify(frame.settings),
    },
  );
  context.signal?.throwIfAborted();
  context.progress('Counting …');
  await refreshMarts(connection);
}

/** Reads a built file in full and compares it with the source. Errors: when they differ. */
export async function checkFile({ file, folder }: Workshop, expected: Tally): Promise<void> {
  const duck = await openDuck(file, folder, 'read');
  try {
    const loaded = await tallyLoaded(duck.connection);
    if (loaded.reports !== expected.reports) {
      throw new Error(`the snapshot holds ${loaded.reports} reports, the database ${expected.reports}`);
    }
    if (loaded.checksum !== expected.checksum) throw new Error('the snapshot differs from the database (checksum)');
  } finally {
    await duck.close();
  }
}
