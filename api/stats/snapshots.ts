import { z } from '@hono/zod-openapi';
import type { Snapshots } from '../snapshots/snapshot.ts';

export const snapshotsAnswer = z
  .object({
    current: z.string().nullable().openapi({ description: 'The version that answers when none is asked for.' }),
    snapshots: z
      .array(z.object({ version: z.string(), asOf: z.string() }))
      .openapi({ description: 'Kept versions, newest first.' }),
  })
  .openapi('Snapshots');

/** The versions that can be asked for, newest first, and the moment each one shows. */
export async function listSnapshots(snapshots: Snapshots, municipality: string): Promise<z.infer<typeof snapshotsAnswer>> {
  const [versions, current] = await Promise.all([snapshots.list(municipality), snapshots.current(municipality)]);
  return {
    current: current?.meta.version ?? null,
    snapshots: versions.map((version) => ({ version, asOf: momentOf(version) })),
  };
}

/** A version's name begins with the moment it shows: 20260101T030000Z-1a2b3c4d. */
function momentOf(version: string): string {
  return version.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z.*$/, '$1-$2-$3T$4:$5:$6Z');
}
