import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { clusterDuplicates } from '#api/duplicates/clusters.ts';
import { listVersions, type Manifest, snapshotFolder } from '#api/snapshots/manifest.ts';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { openDuck, readRows } from '../duckdb.ts';
import { loadedTally, type Tally } from './checksum.ts';
import { extractReference, type Frame, tallySource, withSource } from './extract.ts';
import { createTables, loadReference, loadReports } from './load.ts';
import { martsDigest, refreshMarts } from './marts.ts';
import { publish, sweep, workPrefix } from './publish.ts';
import { selectReports } from './source.ts';

/** What a snapshot is taken with. */
export interface SnapshotContext {
  database: Database;
  dataDir: string;
  now: () => Date;
  log: (line: string, fields?: Record<string, unknown>) => void;
  /** One line for a person who waits. */
  progress: (line: string) => void;
}

/** What came out. */
export interface TakenSnapshot {
  version: string;
  reports: number;
  mode: 'full' | 'incremental' | 'unchanged';
  seconds: number;
}

/**
 * Takes a snapshot of a municipality and publishes it.
 * Errors: when the database cannot be read, the disk is full or the check fails; the snapshots that exist stay as they are.
 */
export async function takeSnapshot(context: SnapshotContext, municipality: Municipality): Promise<TakenSnapshot> {
  const started = performance.now();
  const folder = snapshotFolder(context.dataDir, municipality.slug);
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const work = path.join(folder, `${workPrefix}${randomUUID()}`);
  await mkdir(work);
  try {
    const manifest = await takeFull(context, municipality, folder, work, started);
    return { version: manifest.version, reports: manifest.reports, mode: manifest.mode, seconds: manifest.seconds };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function takeFull(
  context: SnapshotContext,
  municipality: Municipality,
  folder: string,
  work: string,
  started: number,
): Promise<Manifest> {
  const asOf = context.now();
  const file = path.join(work, 'new.duckdb');
  const duck = await openDuck(file, work, 'write');
  let frame: Frame;
  let tally: Tally;
  let version: string;
  try {
    [frame, tally] = await withSource(context.database, municipality, work, async (source) => {
      const read = await extractReference(source);
      await source.copy('reports', selectReports(municipality));
      const [counted] = await Promise.all([
        tallySource(source),
        createTables(duck.connection)
          .then(() => loadReference(duck.connection, work))
          .then(() => loadReports(duck.connection, work, asOf)),
      ]);
      return [read, counted];
    });
    version = await nameVersion(folder, asOf, tally.checksum);
    await clusterDuplicates(duck.connection);
    await duck.connection.run(`update report set cluster_id = c.cluster_id from report_cluster c where c.id = report.id`);
    await duck.connection.run('drop table report_cluster');
    await duck.connection.run(
      'insert into meta values ($version, $municipality, $name, $timezone, $language, $demo, $asOf::timestamp, $reports, $checksum, $xid::ubigint, $settings)',
      {
        version,
        municipality: municipality.slug,
        name: municipality.name,
        timezone: municipality.timezone,
        language: municipality.language,
        demo: municipality.isDemo,
        asOf: asOf.toISOString(),
        reports: tally.reports,
        checksum: tally.checksum,
        xid: frame.changedXid,
        settings: JSON.stringify(frame.settings),
      },
    );
    await refreshMarts(duck.connection);
  } finally {
    await duck.close();
  }
  await checkFile(file, work, tally);
  return publish(folder, file, {
    version,
    file: `${version}.duckdb`,
    municipality: municipality.slug,
    name: municipality.name,
    timezone: municipality.timezone,
    language: municipality.language,
    isDemo: municipality.isDemo,
    asOf: asOf.toISOString(),
    reports: tally.reports,
    checksum: tally.checksum,
    changedXid: frame.changedXid,
    basis: createHash('sha256')
      .update(await martsDigest())
      .digest('hex'),
    mode: 'full',
    refreshes: 0,
    seconds: (performance.now() - started) / 1000,
    settings: frame.settings,
  });
}

async function checkFile(file: string, work: string, source: Tally): Promise<void> {
  const duck = await openDuck(file, work, 'read');
  try {
    const [loaded] = await readRows<{ reports: string; checksum: string }>(duck.connection, loadedTally());
    if (Number(loaded!.reports) !== source.reports) {
      throw new Error(`the snapshot holds ${loaded!.reports} reports, the database ${source.reports}`);
    }
    if (loaded!.checksum !== source.checksum) throw new Error('the snapshot differs from the database (checksum)');
  } finally {
    await duck.close();
  }
}

/** Sortable and never before an existing one, even when the clock was set back. */
async function nameVersion(folder: string, asOf: Date, checksum: string): Promise<string> {
  const [last] = await listVersions(folder);
  const digest = createHash('sha256').update(checksum).digest('hex').slice(0, 8);
  const after = last ? Date.parse(last.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*/, '$1-$2-$3T$4:$5:$6Z')) + 1000 : 0;
  const stamp = new Date(Math.max(asOf.getTime(), after)).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${stamp}-${digest}`;
}
