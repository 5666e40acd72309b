import type { EtlContext } from './job.ts';
import { allJobs } from './jobs.ts';
import { schedule } from './schedule.ts';

/** Starts every job by its schedule. Errors: RangeError when `snapshotCron` is no schedule. */
export function startJobs(context: EtlContext, snapshotCron: string): Promise<{ stop(): Promise<void> }> {
  return schedule(context, allJobs({ snapshotCron }));
}
