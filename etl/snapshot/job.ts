import type { Job } from '../job.ts';
import { takeSnapshot } from './take.ts';

/** Takes a snapshot of the municipality, or refreshes the last one. */
export function snapshotJob(schedule: string): Job {
  return {
    name: 'snapshot',
    about: 'takes a snapshot of the reports: what every number and map of many reports reads',
    schedule,
    run: async (context) => ({ ...(await takeSnapshot(context, context.municipality)) }),
  };
}
