import { isMunicipalitySlug } from '#sql/municipality.ts';
import { type Handle, handleOf } from './handle.ts';
import { findDamage, listVersions, type Manifest, readManifest, snapshotFolder } from './manifest.ts';
import type { Snapshots } from './snapshot.ts';

const lookAgainMs = 1_000;
const suspectAgainMs = 10_000;
const openPinned = 8;

/** Opens the snapshots under `dataDir`; files are looked for, verified and opened when they are first asked for. */
export function openSnapshots(
  dataDir: string,
  { log }: { log: (line: string, fields?: Record<string, unknown>) => void },
): Snapshots {
  const shelves = new Map<string, Shelf>();
  const shelf = (municipality: string) => {
    if (!isMunicipalitySlug(municipality)) return undefined;
    const known = shelves.get(municipality) ?? openShelf(snapshotFolder(dataDir, municipality), log);
    shelves.set(municipality, known);
    return known;
  };
  return {
    current: async (municipality) => (await shelf(municipality)?.current())?.snapshot,
    pinned: async (municipality, version) => (await shelf(municipality)?.pinned(version))?.snapshot,
    list: (municipality) =>
      isMunicipalitySlug(municipality) ? listVersions(snapshotFolder(dataDir, municipality)) : Promise.resolve([]),
    async close() {
      for (const one of shelves.values()) one.close();
      shelves.clear();
    },
  };
}

type Shelf = ReturnType<typeof openShelf>;

/** The snapshots of one municipality. */
function openShelf(folder: string, log: (line: string, fields?: Record<string, unknown>) => void) {
  const sound = new Map<string, Promise<boolean>>();
  const pins = new Map<string, Handle>();
  let newest: Handle | undefined;
  let looking: Promise<void> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let suspectedAt = Number.NEGATIVE_INFINITY;

  const isSound = (manifest: Manifest): Promise<boolean> => {
    const known = sound.get(manifest.file);
    if (known) return known;
    const answer = findDamage(folder, manifest).then((damage) => {
      if (damage) log('snapshot is damaged and not used', { version: manifest.version, damage });
      return !damage;
    });
    sound.set(manifest.file, answer);
    return answer;
  };

  /** A failed statement may mean that the file has changed under us: its bytes are read once more. */
  const suspect = (manifest: Manifest) => {
    if (performance.now() - suspectedAt < suspectAgainMs) return;
    suspectedAt = performance.now();
    sound.delete(manifest.file);
    lookedAt = Number.NEGATIVE_INFINITY;
  };

  const open = (manifest: Manifest) => handleOf(folder, manifest, { log, failed: () => suspect(manifest) });

  async function look(): Promise<void> {
    for (const version of await listVersions(folder)) {
      const manifest = await readManifest(folder, version);
      if (!manifest || !(await isSound(manifest))) continue;
      if (newest?.manifest.file !== manifest.file) {
        newest?.release();
        newest = open(manifest);
      }
      return;
    }
    newest?.release();
    newest = undefined;
  }

  return {
    /** The newest sound one, as known within the last second; waits only while none is known. */
    async current(): Promise<Handle | undefined> {
      if (!looking && performance.now() - lookedAt >= lookAgainMs) {
        looking = look()
          .catch((error: unknown) => log('snapshots cannot be read', { message: (error as Error).message }))
          .finally(() => {
            lookedAt = performance.now();
            looking = undefined;
          });
      }
      if (!newest) await looking;
      return newest;
    },

    async pinned(version: string): Promise<Handle | undefined> {
      if (newest?.manifest.version === version) return this.current();
      const manifest = await readManifest(folder, version);
      if (!manifest || !(await isSound(manifest))) return undefined;
      const handle = pins.get(manifest.file) ?? open(manifest);
      pins.delete(manifest.file);
      pins.set(manifest.file, handle);
      const oldest = pins.size > openPinned ? pins.entries().next().value : undefined;
      if (oldest) {
        pins.delete(oldest[0]);
        oldest[1].release();
      }
      return handle;
    },

    close() {
      newest?.release();
      for (const handle of pins.values()) handle.release();
      pins.clear();
    },
  };
}
