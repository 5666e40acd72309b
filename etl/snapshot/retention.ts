import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { listVersions, manifestName, readManifest } from '#api/snapshots/manifest.ts';
import { momentOf } from './version.ts';

const dayMs = 86_400_000;

const schema = z.object({
  /** The newest ones, however old. */
  newest: z.number().int().min(3).default(3),
  /** All of the last days. */
  days: z.number().int().min(0).default(7),
});

/** What is kept besides each month's last one, which stays for good. */
export type Retention = z.infer<typeof schema>;

/** Reads the setting `snapshot_retention`; what it does not say, or says wrongly, is as usual: the newest 3, and 7 days. */
export function retentionOf(setting: unknown): Retention {
  return schema.safeParse(setting ?? {}).data ?? schema.parse({});
}

/** Which versions go. `zone`: the IANA zone in which months end. */
export function expired(versions: readonly string[], now: Date, zone: string, { newest, days }: Retention): string[] {
  const newestFirst = versions.toSorted().toReversed();
  const monthOf = (version: string) => momentOf(version).toLocaleDateString('sv-SE', { timeZone: zone }).slice(0, 7);
  return newestFirst.filter((version, index) => {
    const isLastOfMonth = index === 0 || monthOf(newestFirst[index - 1]!) !== monthOf(version);
    const isRecent = now.getTime() - momentOf(version).getTime() < days * dayMs;
    return index >= newest && !isRecent && !isLastOfMonth;
  });
}

/** Removes the snapshots that are no longer kept; the manifest first, so that none is left without its file. */
export async function retire(folder: string, now: Date, zone: string, retention: Retention): Promise<string[]> {
  const gone = expired(await listVersions(folder), now, zone, retention);
  for (const version of gone) {
    const file = (await readManifest(folder, version))?.file;
    await rm(path.join(folder, manifestName(version)), { force: true });
    if (file) await rm(path.join(folder, file), { force: true });
  }
  return gone;
}
