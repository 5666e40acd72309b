import { expect, test } from 'vitest';
import { testMunicipality } from '#sql/testing.ts';
import { type EtlContext, type Job, runJob } from './job.ts';
import { startRun } from './job-repository.ts';

const { database, municipality } = await testMunicipality();
const context: EtlContext = { database, dataDir: '', now: () => new Date(), log: () => {}, progress: () => {} };
const job = (name: string, run: Job['run']): Job => ({ name, about: '', schedule: '0 3 * * *', run });
const runs = (name: string) =>
  database.db
    .selectFrom('platform.job_run')
    .select(['state', 'detail', 'error', 'finished_at', 'due_at'])
    .where('municipality', '=', municipality.slug)
    .where('job', '=', name)
    .orderBy('id')
    .execute();

test('a run is recorded with its figures and the time it was due', async () => {
  const dueAt = new Date('2026-01-01T02:00:00Z');
  const outcome = await runJob(
    context,
    job('good', async () => ({ rows: 3 })),
    municipality,
    { dueAt },
  );
  expect(outcome).toEqual({ state: 'done', detail: { rows: 3 } });
  expect(await runs('good')).toEqual([
    { state: 'done', detail: { rows: 3 }, error: null, finished_at: expect.any(Date), due_at: dueAt },
  ]);
});

test('a failure is recorded without what the error quotes, and the next run can go on', async () => {
  const failing = job('failing', () => Promise.reject(new Error(`Could not convert string 'Mario Rossi' to INT32\nLINE 1: …`)));
  expect(await runJob(context, failing, municipality)).toMatchObject({ state: 'failed' });
  await runJob(
    context,
    job('failing', async () => ({})),
    municipality,
  );
  const recorded = await runs('failing');
  expect(recorded.map(({ state }) => state)).toEqual(['failed', 'done']);
  expect(recorded[0]!.error).toBe('Could not convert string … to INT32');
});

test('while a run is going on, another one of the same job does nothing; other jobs and municipalities do', async () => {
  const other = await testMunicipality();
  const { promise: end, resolve: finish } = Promise.withResolvers<Record<string, unknown>>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const long = job('long', () => {
    begin();
    return end;
  });
  const first = runJob(context, long, municipality);
  await begun;
  const quick = async () => ({});
  expect(await runJob(context, job('long', quick), municipality)).toEqual({ state: 'busy' });
  expect(await runJob(context, job('quick', quick), municipality)).toMatchObject({ state: 'done' });
  expect(await runJob(context, job('long', quick), other.municipality)).toMatchObject({ state: 'done' });
  finish({});
  await first;
  expect((await runs('long')).map(({ state }) => state)).toEqual(['done']);
});

test('a run whose process died is abandoned when the next one begins', async () => {
  await startRun(database.db, 'dead', municipality.slug, null);
  await runJob(
    context,
    job('dead', async () => ({})),
    municipality,
  );
  expect(await runs('dead')).toMatchObject([
    { state: 'abandoned', error: 'its process ended', finished_at: expect.any(Date) },
    { state: 'done' },
  ]);
});

test('a run that was asked to stop is abandoned, not failed', async () => {
  const stop = new AbortController();
  const stopped = job('stopped', async ({ signal }) => {
    stop.abort();
    signal.throwIfAborted();
    return {};
  });
  expect(await runJob(context, stopped, municipality, { signal: stop.signal })).toMatchObject({ state: 'abandoned' });
  expect(await runs('stopped')).toMatchObject([{ state: 'abandoned' }]);
});
