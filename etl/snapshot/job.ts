import type { Job } from '../job.ts';
import { takeSnapshot } from './take.ts';

/** Takes a snapshot of the municipality, or refreshes the last one. `full`: always reads everything. */
export function snapshotJob({ schedule, full = false }: { schedule: string; full?: boolean }): Job {
  return {
    name: 'snapshot',
    about: 'takes a snapshot of the reports: what every number and every map of many reports reads',
    schedule,
    run: async (context) => ({ ...(await takeSnapshot(context, context.municipality, { mode: full ? 'full' : 'auto' })) }),
  };
}
