import type { DuckDBConnection } from '@duckdb/node-api';
import { clusterDuplicates } from '#api/duplicates/clusters.ts';
import { bothEnded } from '../both-ended.ts';
import { type Duck, openDuck, readRows } from '../duckdb.ts';
import { hashLoaded, type Tally, tallyLoaded } from './checksum.ts';
import type { Frame } from './extract.ts';
import { oldestUnseen } from './source.ts';
import { makeMarts } from './marts.ts';
import type { Built, Workshop } from './workshop.ts';

/** What a snapshot is completed with. `changed`: ids of the reports that changed, when little did. */
interface Completion {
  version: string;
  frame: Frame;
  tally: Tally;
  changed?: readonly number[];
}

/** From loaded reports to a whole snapshot: the row of `meta`, duplicates, marts. */
export async function complete(workshop: Workshop, duck: Duck, completion: Completion): Promise<void> {
  const { context } = workshop;
  const { changed } = completion;
  context.signal?.throwIfAborted();
  await writeMeta(workshop, duck.connection, completion);
  context.progress('Looking for duplicates and counting …');
  if (changed) {
    // Duplicates are one thread of JavaScript, marts are DuckDB's: side by side they take half the time.
    const beside = await duck.connect();
    await bothEnded(findClusters(duck.connection, changed), makeMarts(beside, 'plain', changed));
  } else {
    await findClusters(duck.connection);
    context.signal?.throwIfAborted();
    await makeMarts(duck.connection, 'plain');
  }
  context.signal?.throwIfAborted();
  await makeMarts(duck.connection, 'duplicates', changed);
}

async function findClusters(connection: DuckDBConnection, changed?: readonly number[]): Promise<void> {
  await clusterDuplicates(connection, changed ? { changedIds: changed } : {});
  await connection.run(`update report set cluster_id = new.cluster_id from (
      select r.id, c.cluster_id from report r left join report_cluster c on c.id = r.id where r.cluster_id is distinct from c.cluster_id
    ) new where new.id = report.id`);
  await connection.run('drop table report_cluster');
  await connection.run('drop table duplicate_link');
}

async function writeMeta(
  { municipality, asOf }: Workshop,
  connection: DuckDBConnection,
  { version, frame, tally }: Completion,
): Promise<void> {
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
