import { recordRoot } from '#api/reports/verification.ts';
import type { Job } from './job.ts';

/** Keeps the daily root of the event log, so that a removed last event shows too. */
export const eventRootJob: Job = {
  name: 'event-root',
  about: 'keeps the daily root of the event log',
  schedule: '5 0 * * *',
  async run({ database, municipality, now }) {
    const root = await recordRoot(database, municipality, now());
    return root ? { day: root.day, heads: root.heads, root: root.root } : { unchanged: true };
  },
};
