import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestFile, listVersions, type Manifest, manifestName, readManifest } from '#api/snapshots/manifest.ts';

/** Prefix of the folders in which snapshots are built. */
export const workPrefix = '.work-';

/**
 * Makes a finished file the newest snapshot: the file is moved in, then its manifest; before the manifest is there, the
 * snapshot does not exist. What was written before a crash is removed by `sweep`.
 */
export async function publish(folder: string, built: string, facts: Omit<Manifest, 'bytes' | 'sha256'>): Promise<Manifest> {
  await syncToDisk(built);
  const manifest: Manifest = { ...facts, ...(await digestFile(built)) };
  await rename(built, path.join(folder, manifest.file));
  await syncToDisk(folder);
  await writeManifest(folder, path.dirname(built), manifest);
  return manifest;
}

/** Puts the manifest in its place, whole or not at all. `work`: a folder on the same disk. */
export async function writeManifest(folder: string, work: string, manifest: Manifest): Promise<void> {
  const temporary = path.join(work, manifestName(manifest.version));
  await writeFile(temporary, `${JSON.stringify(manifest, null, 2)}\n`);
  await syncToDisk(temporary);
  await rename(temporary, path.join(folder, manifestName(manifest.version)));
  await syncToDisk(folder);
}

/** Removes what dead runs left: work folders, files that no manifest names, manifests that cannot be read. One run at a time. */
export async function sweep(folder: string): Promise<void> {
  const named = new Set<string>();
  for (const version of await listVersions(folder)) {
    const manifest = await readManifest(folder, version);
    if (manifest) named.add(manifest.file).add(manifestName(version));
  }
  for (const name of await readdir(folder)) {
    const isLeftover = name.startsWith(workPrefix) || name === '.spill' || /\.(duckdb|wal|json)$/.test(name);
    if (isLeftover && !named.has(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Makes sure that what was written to a file or folder is on the disk. */
export async function syncToDisk(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
