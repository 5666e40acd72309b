import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testMunicipality } from '#sql/testing.ts';
import type { EtlContext, Job, JobContext } from './job.ts';
import { startRun } from './job-repository.ts';
import { schedule } from './schedule.ts';

const { database, municipality } = await testMunicipality();
const logged: string[] = [];
const context: EtlContext = {
  database,
  dataDir: '',
  now: () => new Date(),
  log: (line) => void logged.push(line),
  progress: () => {},
};

/** A job that tells when it ran for this file's municipality; others of the same database are not ours. */
function witness(name: string, cron: string) {
  const { promise, resolve } = Promise.withResolvers<JobContext>();
  const runs: Date[] = [];
  const job: Job = {
    name,
    about: '',
    schedule: cron,
    async run(given) {
      if (given.municipality.slug !== municipality.slug) return {};
      runs.push(new Date());
      resolve(given);
      return {};
    },
  };
  return { job, ran: promise, runs };
}

/** Records that the job was last done so long ago. */
async function doneBefore(job: string, minutes: number): Promise<void> {
  const id = await startRun(database.db, job, municipality.slug, null);
  await sql`update platform.job_run set state = 'done', started_at = now() - make_interval(mins => ${minutes}) where id = ${id}`.execute(
    database.db,
  );
}
const recorded = (job: string) =>
  database.db
    .selectFrom('platform.job_run')
    .select(['state', 'due_at'])
    .where('job', '=', job)
    .where('municipality', '=', municipality.slug)
    .orderBy('id')
    .execute();

test('a job that never ran, and one that missed its time, run at the start; one that is not due does not', async () => {
  const never = witness('never', '0 3 1 1 *');
  const missed = witness('missed', '0 * * * *');
  const early = witness('early', '0 3 29 2 *');
  await doneBefore('missed', 61);
  await doneBefore('early', 1);
  const running = await schedule(context, [never.job, missed.job, early.job]);
  await Promise.all([never.ran, missed.ran]);
  await running.stop();
  expect([never.runs.length, missed.runs.length, early.runs.length]).toEqual([1, 1, 0]);
  const [, caughtUp] = await recorded('missed');
  expect(caughtUp!.due_at!.getUTCMinutes()).toBe(0);
  expect(caughtUp!.due_at!.getTime()).toBeLessThanOrEqual(Date.now());
  expect((await recorded('never')).map(({ due_at }) => due_at)).toEqual([null]);
});

test('a job runs when its time comes', async () => {
  const each = witness('each-second', '* * * * * *');
  await doneBefore('each-second', 0);
  const running = await schedule(context, [each.job]);
  const given = await each.ran;
  await running.stop();
  expect(given.municipality.slug).toBe(municipality.slug);
  expect(given.signal.aborted).toBe(true);
  const [, first] = await recorded('each-second');
  expect(first).toMatchObject({ state: 'done', due_at: expect.any(Date) });
});

test('runs that dead processes left open are abandoned at the start', async () => {
  const late = witness('late', '0 3 29 2 *');
  await doneBefore('late', 1);
  await startRun(database.db, 'late', municipality.slug, null);
  await (await schedule(context, [late.job])).stop();
  expect((await recorded('late')).map(({ state }) => state)).toEqual(['done', 'abandoned']);
});

test('a schedule that is none is refused by name', async () => {
  const wrong = witness('wrong', '99 * * * *');
  await expect(schedule(context, [wrong.job])).rejects.toThrow(/schedule of wrong "99 \* \* \* \*": .*minute/);
});

test('a job that fails does not keep the next one from running', async () => {
  const failing: Job = {
    name: 'failing-first',
    about: '',
    schedule: '0 3 29 2 *',
    run: () => Promise.reject(new Error('on purpose')),
  };
  const next = witness('after-failing', '0 3 29 2 *');
  const running = await schedule(context, [failing, next.job]);
  await next.ran;
  await running.stop();
  expect(logged).toContain('job failed');
});
