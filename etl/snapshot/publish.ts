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
  await sync(built);
  const manifest: Manifest = { ...facts, ...(await digestFile(built)) };
  await rename(built, path.join(folder, manifest.file));
  await sync(folder);
  await writeManifest(folder, path.dirname(built), manifest);
  return manifest;
}

/** Puts the manifest in its place, whole or not at all. `work`: a folder on the same disk. */
export async function writeManifest(folder: string, work: string, manifest: Manifest): Promise<void> {
  const temporary = path.join(work, manifestName(manifest.version));
  await writeFile(temporary, `${JSON.stringify(manifest, null, 2)}\n`);
  await sync(temporary);
  await rename(temporary, path.join(folder, manifestName(manifest.version)));
  await sync(folder);
}

/** Removes what dead runs left: work folders, and files that no manifest names. Only one run at a time may call it. */
export async function sweep(folder: string): Promise<void> {
  const manifests = await Promise.all((await listVersions(folder)).map((version) => readManifest(folder, version)));
  const named = new Set(manifests.flatMap((manifest) => (manifest ? [manifest.file] : [])));
  for (const name of await readdir(folder)) {
    const isLeftover = name.startsWith(workPrefix) || (/\.duckdb(\.wal)?$/.test(name) && !named.has(name));
    if (isLeftover) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
