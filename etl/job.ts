import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { abandonRuns, finishRun, startRun } from './job-repository.ts';

/** What every job is given by the process it runs in. */
export interface EtlContext {
  database: Database;
  dataDir: string;
  now: () => Date;
  log: (line: string, fields?: Record<string, unknown>) => void;
  /** One line for a person who waits. */
  progress: (line: string) => void;
}

/** What one run of a job is given. */
export interface JobContext extends EtlContext {
  municipality: Municipality;
  /** Aborted when the process is asked to stop. */
  signal: AbortSignal;
}

/** Work that is done for every municipality by the clock, once in the fleet, and recorded in `platform.job_run`. */
export interface Job {
  name: string;
  /** What it does, for the help text. */
  about: string;
  /** Cron, in the zone of the municipality. */
  schedule: string;
  /** Returns the figures for the record; no personal data. */
  run(context: JobContext): Promise<Record<string, unknown>>;
}

/** How a run ended. */
type Ended = { state: 'done'; detail: Record<string, unknown> } | { state: 'failed' | 'abandoned'; error: Error };

/** How a run ended; `busy`: somebody else is running the same job, nothing was done. */
export type Outcome = Ended | { state: 'busy' };

/** Runs a job now, unless it runs already somewhere. `dueAt`: the scheduled time it answers for. Never throws for the job. */
export async function runJob(
  context: EtlContext,
  job: Job,
  municipality: Municipality,
  { dueAt = null, signal = new AbortController().signal }: { dueAt?: Date | null; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const { database, log } = context;
  const outcome = await database.alone(`job ${job.name} ${municipality.slug}`, async () => {
    // Whoever left a run open is dead, or we would not be alone.
    await abandonRuns(database.db, job.name, municipality.slug, 'its process ended');
    const run = await startRun(database.db, job.name, municipality.slug, dueAt);
    const ended = await job.run({ ...context, municipality, signal }).then(
      (detail): Ended => ({ state: 'done', detail }),
      (error: Error): Ended => ({ state: signal.aborted ? 'abandoned' : 'failed', error }),
    );
    const told = { detail: 'detail' in ended ? ended.detail : {}, error: 'error' in ended ? firstLine(ended.error) : null };
    await finishRun(database.db, run, { state: ended.state, ...told });
    log(`job ${ended.state}`, {
      job: job.name,
      municipality: municipality.slug,
      ...told.detail,
      ...(told.error && { error: told.error }),
    });
    return ended;
  });
  return outcome ?? { state: 'busy' };
}

/** Marks the runs that dead processes left open; those of living ones stay. */
export async function abandonDeadRuns(context: EtlContext, job: Job, municipality: Municipality): Promise<void> {
  await context.database.alone(`job ${job.name} ${municipality.slug}`, () =>
    abandonRuns(context.database.db, job.name, municipality.slug, 'its process ended'),
  );
}

/** First line of an error, without anything that was quoted: databases quote the data. */
export function firstLine({ message }: Error): string {
  return (message.split('\n')[0] ?? '').replaceAll(/"[^"]*"|'[^']*'/g, '…').slice(0, 300);
}
