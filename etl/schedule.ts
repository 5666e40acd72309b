import { setImmediate } from 'node:timers/promises';
import cron, { type ScheduledTask } from 'node-cron';
import { listMunicipalities, type Municipality } from '#sql/municipality.ts';
import { abandonDeadRuns, type EtlContext, type Job, runJob } from './job.ts';
import { lastDone } from './job-repository.ts';

const lookForNewMs = 60_000;
const lookBackMinutes = 35 * 24 * 60;
const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** Whether the text is a schedule; a clear message naming the field when it is not. */
export function scheduleProblem(schedule: string): string | undefined {
  try {
    void cron.createTask(schedule, () => {}).destroy();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Runs the jobs by the clock for every municipality, also for those registered later, one run at a time in this process.
 * What was missed while no process was there is caught up at once. Errors: RangeError for a schedule that is none.
 */
export async function schedule(context: EtlContext, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  for (const job of jobs) {
    const problem = scheduleProblem(job.schedule);
    if (problem) throw new RangeError(`schedule of ${job.name} "${job.schedule}": ${problem}`);
  }
  const stopping = new AbortController();
  const tasks = new Map<string, ScheduledTask>();
  let tail: Promise<unknown> = Promise.resolve();

  const enqueue = (job: Job, municipality: Municipality, dueAt: Date | null) => {
    const run = tail.then(() => {
      if (stopping.signal.aborted) return undefined;
      return runJob(context, job, municipality, { dueAt, signal: stopping.signal });
    });
    tail = run.catch((error: Error) => context.log('job could not run', { job: job.name, message: error.message }));
    return tail;
  };

  const add = async (job: Job, municipality: Municipality) => {
    const key = `${job.name} ${municipality.slug}`;
    if (tasks.has(key)) return;
    const task = cron.createTask(job.schedule, ({ date }) => enqueue(job, municipality, date), {
      timezone: municipality.timezone,
      noOverlap: true,
      logger: silent,
      suppressMissedWarning: true,
    });
    // A busy event loop can miss a minute; the run is late then, not lost.
    task.on('execution:missed', ({ date }) => void enqueue(job, municipality, date));
    tasks.set(key, task);
    await abandonDeadRuns(context, job, municipality);
    const missed = await findMissed(context, job, municipality, task);
    if (missed) void enqueue(job, municipality, missed.dueAt);
    await task.start();
  };

  const addAll = async () => {
    for (const municipality of await listMunicipalities(context.database.db)) {
      for (const job of jobs) if (!stopping.signal.aborted) await add(job, municipality);
    }
  };
  await addAll();
  const looking = setInterval(() => {
    addAll().catch((error: Error) => context.log('municipalities cannot be listed', { message: error.message }));
  }, lookForNewMs);

  return {
    async stop() {
      stopping.abort();
      clearInterval(looking);
      for (const task of tasks.values()) await task.destroy();
      await tail;
    },
  };
}

/** The scheduled time that passed without a run that ended well; `dueAt` null when the job never ran. */
async function findMissed(
  { database, now }: EtlContext,
  job: Job,
  municipality: Municipality,
  task: ScheduledTask,
): Promise<{ dueAt: Date | null } | undefined> {
  const last = await lastDone(database.db, job.name, municipality.slug);
  if (!last) return { dueAt: null };
  const dueAt = await lastDue(task, now(), last);
  return dueAt ? { dueAt } : undefined;
}

/** The last full minute after `since` and not after `now` that the schedule names. */
async function lastDue(task: ScheduledTask, now: Date, since: Date): Promise<Date | undefined> {
  const minute = Math.floor(now.getTime() / 60_000);
  for (let back = 0; back < lookBackMinutes; back += 1) {
    const time = new Date((minute - back) * 60_000);
    if (time <= since) return undefined;
    if (task.match(time)) return time;
    if (back % 500 === 499) await setImmediate();
  }
  return undefined;
}
