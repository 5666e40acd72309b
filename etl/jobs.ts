import { eventRootJob } from './event-root.ts';
import type { Job } from './job.ts';
import { snapshotJob } from './snapshot/job.ts';

/** Every job there is. */
export function allJobs({ snapshotCron }: { snapshotCron: string }): Job[] {
  return [snapshotJob({ schedule: snapshotCron }), eventRootJob];
}
