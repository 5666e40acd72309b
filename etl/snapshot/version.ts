import { createHash } from 'node:crypto';
import { listVersions } from '#api/snapshots/manifest.ts';
import type { Tally } from './checksum.ts';
import type { Workshop } from './workshop.ts';

/** Name of a new version: its moment and a digest. Sorts after every version there is, even when the clock was set back. */
export async function nameVersion({ folder, asOf }: Workshop, { checksum }: Tally): Promise<string> {
  const [last] = await listVersions(folder);
  const time = Math.max(asOf.getTime(), last ? momentOf(last).getTime() + 1000 : 0);
  const digest = createHash('sha256').update(`${time} ${checksum}`).digest('hex').slice(0, 8);
  return `${new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${digest}`;
}

/** The moment in the name of a version, to the second. */
export function momentOf(version: string): Date {
  return new Date(version.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z'));
}
