import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { firstLine } from '../job.ts';
import { findDamage, listVersions, type Manifest, readManifest, snapshotFolder } from '#api/snapshots/manifest.ts';
import type { Municipality } from '#sql/municipality.ts';
import { blankInSnapshots } from './blank.ts';
import { checkFile } from './complete.ts';
import { buildFull } from './full.ts';
import { publish, sweep, workPrefix } from './publish.ts';
import { buildRefreshed, NeedsFull } from './refresh.ts';
import { retentionOf, retire } from './retention.ts';
import type { Built, SnapshotContext, Workshop } from './workshop.ts';

/** What came out; `unchanged`: the last snapshot still shows everything, nothing was written. */
export interface TakenSnapshot {
  version: string;
  reports: number;
  mode: Manifest['mode'] | 'unchanged';
  seconds: number;
}

/** Somebody else is taking a snapshot of the municipality. */
export class SnapshotBusy extends Error {
  constructor(municipality: string) {
    super(`a snapshot of ${municipality} is being taken already`);
    this.name = 'SnapshotBusy';
  }
}

/** A file that was read in full and found right. */
type Checked = Built & { rowHash: bigint };

/** After so many refreshes the rows are sorted anew, and the file loses its empty places. */
const mostRefreshes = 24;

/**
 * Takes a snapshot of a municipality and publishes it. `auto` refreshes the last one when little changed, and does nothing
 * when nothing changed within the day. Errors: `SnapshotBusy`; whatever went wrong with the database, the disk or the check,
 * and then the snapshots that exist stay as they are.
 */
export async function takeSnapshot(
  context: SnapshotContext,
  municipality: Municipality,
  { mode = 'auto' }: { mode?: 'auto' | 'full' } = {},
): Promise<TakenSnapshot> {
  const taken = await context.database.alone(`snapshot ${municipality.slug}`, async ({ confirm }) => {
    const started = performance.now();
    const folder = snapshotFolder(context.dataDir, municipality.slug);
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const work = path.join(folder, `${workPrefix}${randomUUID()}`);
    await mkdir(work);
    const seconds = () => Math.round(performance.now() - started) / 1000;
    try {
      const workshop = { context, municipality, folder, work, file: path.join(work, 'new.duckdb'), asOf: context.now() };
      const newest = mode === 'auto' ? await newestManifest(folder) : undefined;
      const built = await build(workshop, newest);
      if (!built) {
        await blankInSnapshots(workshop);
        return { version: newest!.version, reports: newest!.reports, mode: 'unchanged' as const, seconds: seconds() };
      }
      context.signal?.throwIfAborted();
      await confirm();
      const { version, reports } = await publish(folder, workshop.file, manifestOf(workshop, built, seconds()));
      await blankInSnapshots(workshop);
      await retire(folder, workshop.asOf, municipality.timezone, retentionOf(built.frame.retention));
      return { version, reports, mode: built.mode, seconds: seconds() };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  if (!taken) throw new SnapshotBusy(municipality.slug);
  return taken;
}

/** Builds and checks the file: by a refresh when that is possible and comes out right, else from nothing. Undefined: unchanged. */
async function build(workshop: Workshop, newest: Manifest | undefined): Promise<Checked | undefined> {
  const { context, municipality, folder, file } = workshop;
  if (newest && newest.refreshes < mostRefreshes) {
    try {
      const built = await buildRefreshed(workshop, newest);
      return built && { ...built, rowHash: await checkFile(workshop, built) };
    } catch (error) {
      if (context.signal?.aborted) throw error;
      const reason = error instanceof NeedsFull ? error.message : `the refresh failed: ${firstLine(error as Error)}`;
      context.log('snapshot is taken in full', { municipality: municipality.slug, reason });
      await rm(file, { force: true });
      await rm(`${file}.wal`, { force: true });
    }
  }
  const built = await buildFull(workshop, await lastSound(folder));
  return { ...built, rowHash: await checkFile(workshop, built) };
}

async function newestManifest(folder: string): Promise<Manifest | undefined> {
  const [version] = await listVersions(folder);
  return version === undefined ? undefined : readManifest(folder, version);
}

/** The newest snapshot whose file is whole. */
async function lastSound(folder: string): Promise<Manifest | undefined> {
  for (const version of await listVersions(folder)) {
    const manifest = await readManifest(folder, version);
    if (manifest && !(await findDamage(folder, manifest))) return manifest;
  }
  return undefined;
}

function manifestOf(
  { municipality, asOf }: Workshop,
  { version, frame, tally, rowHash, mode, refreshes, hidden }: Checked,
  seconds: number,
): Omit<Manifest, 'bytes' | 'sha256'> {
  const { slug, name, timezone, language, isDemo } = municipality;
  return {
    format: 1,
    version,
    file: `${version}.duckdb`,
    municipality: slug,
    name,
    timezone,
    language,
    isDemo,
    asOf: asOf.toISOString(),
    reports: tally.reports,
    checksum: String(tally.checksum),
    rowHash: String(rowHash),
    shows: frame.shows,
    basis: frame.basis,
    reference: frame.reference,
    mode,
    refreshes,
    seconds,
    hidden: [...hidden],
    blanked: [],
    settings: frame.settings,
  };
}
