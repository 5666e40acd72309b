import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Raised when the tables of a snapshot change so that the program cannot read older files: those are then not seen at all. */
  format: z.literal(1),
  version: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
  /** Name of the DuckDB file beside the manifest; a rewritten file gets a new name. */
  file: z.string().regex(/^[\w.-]+\.duckdb$/),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  municipality: z.string(),
  name: z.string(),
  timezone: z.string(),
  language: z.string(),
  isDemo: z.boolean(),
  asOf: z.iso.datetime(),
  reports: z.number().int().nonnegative(),
  /** Of the source rows (etl/snapshot/source.ts). */
  checksum: z.string(),
  /** Of the rows of the file, by DuckDB's own hash: what a refresh is checked by. */
  rowHash: z.string().regex(/^\d+$/),
  /** Which transactions it shows (pg_snapshot of PostgreSQL): an incremental refresh reads what the others have written. */
  shows: z.string().regex(/^\d+:\d+:[\d,]*$/),
  /** Digest of what an incremental refresh takes for granted: shape of the file, marts, reference data. */
  basis: z.string(),
  /** Digest of the small tables and the settings. */
  reference: z.string(),
  mode: z.enum(['full', 'incremental']),
  /** Incremental refreshes since the last full one. */
  refreshes: z.number().int().nonnegative(),
  seconds: z.number().nonnegative(),
  /** Reports that the snapshot before showed and this one does not: made private or erased. */
  hidden: z.array(z.number().int()),
  /** Reports whose words and place were taken out of this file afterwards. */
  blanked: z.array(z.number().int()),
  settings: z.record(z.string(), z.unknown()),
});

/** What is known of one snapshot file: written last, so a snapshot exists only once its manifest does. */
export type Manifest = z.infer<typeof schema>;

/** Folder of a municipality's snapshots. */
export function snapshotFolder(dataDir: string, municipality: string): string {
  return path.join(dataDir, 'snapshots', municipality);
}

/** Name of the manifest of a version. */
export function manifestName(version: string): string {
  return `${version}.json`;
}

/** Versions with a manifest, newest first; empty when the folder does not exist. */
export async function listVersions(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const versions = names.map((name) => /^(\d{8}T\d{6}Z-[0-9a-f]{8})\.json$/.exec(name)?.[1]);
  return versions
    .filter((version) => version !== undefined)
    .toSorted()
    .toReversed();
}

/** The manifest of a version; undefined when it is missing, cannot be read or is not one. */
export async function readManifest(folder: string, version: string): Promise<Manifest | undefined> {
  try {
    const manifest = schema.parse(JSON.parse(await readFile(path.join(folder, manifestName(version)), 'utf8')));
    return manifest.version === version ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Why the file is not the one its manifest describes; undefined when every byte is as it was written. */
export async function findDamage(folder: string, manifest: Manifest): Promise<string | undefined> {
  try {
    const { bytes, sha256 } = await digestFile(path.join(folder, manifest.file));
    if (bytes !== manifest.bytes) return `${bytes} bytes instead of ${manifest.bytes}`;
    return sha256 === manifest.sha256 ? undefined : 'its SHA-256 differs from the one in its manifest';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'the file is missing' : (error as Error).message;
  }
}

/** Length and SHA-256 (hex) of a file, read in full. */
export async function digestFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
