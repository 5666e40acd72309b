import type { DuckDBConnection } from '@duckdb/node-api';
import { clusterDuplicates } from '#api/duplicates/clusters.ts';
import { openDuck, readRows } from '../duckdb.ts';
import { hashLoaded, type Tally, tallyLoaded } from './checksum.ts';
import type { Frame } from './extract.ts';
import { oldestUnseen } from './source.ts';
import { refreshMarts } from './marts.ts';
import type { Built, Workshop } from './workshop.ts';

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
      changedXid: oldestUnseen(frame.shows),
      settings: JSON.stringify(frame.settings),
    },
  );
  context.signal?.throwIfAborted();
  context.progress('Counting …');
  await refreshMarts(connection, changed);
}

/**
 * Reads a built file in full and compares it with what the source told. Returns the hash of its rows. Errors: when they differ.
 */
export async function checkFile({ file, folder }: Workshop, { tally, rowHash: expected }: Built): Promise<bigint> {
  const duck = await openDuck(file, folder, 'read');
  try {
    const hash = await hashLoaded(duck.connection);
    const loaded = expected === undefined ? await tallyLoaded(duck.connection) : { reports: await countLoaded(duck.connection) };
    if (loaded.reports !== tally.reports) {
      throw new Error(`the snapshot holds ${loaded.reports} reports, the database ${tally.reports}`);
    }
    const isSame = 'checksum' in loaded ? loaded.checksum === tally.checksum : hash === expected;
    if (!isSame) throw new Error('the snapshot differs from the database (checksum)');
    return hash;
  } finally {
    await duck.close();
  }
}

async function countLoaded(connection: DuckDBConnection): Promise<number> {
  const [row] = await readRows<{ reports: number }>(
    connection,
    'select if((select count(*) from report_text) = count(*), count(*), -1)::double as reports from report',
  );
  return row!.reports;
}
