import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#sql/connect.ts';
import { migratePlatform } from '#sql/migrate.ts';
import { createMunicipality } from '#sql/municipality.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import type { EtlContext } from './job.ts';
import { allJobs } from './jobs.ts';
import { startJobs } from './main.ts';

const snapshotCron = '11 3 29 2 *';

test('snapshots are taken when the setting says, the root of the log is kept just after midnight', () => {
  expect(allJobs({ snapshotCron }).map(({ name, schedule }) => [name, schedule])).toEqual([
    ['snapshot', snapshotCron],
    ['event-root', '5 0 * * *'],
  ]);
});

test('starting the jobs runs each one that was never done, and records it', { timeout: 90_000 }, async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jobs-'));
  const database = await connect({ url: await freshDatabaseUrl('_jobs') });
  try {
    await migratePlatform(database);
    await createMunicipality(database, { slug: 'jobs', name: 'Jobs' });
    const done: unknown[] = [];
    const { promise: all, resolve } = Promise.withResolvers<void>();
    const log: EtlContext['log'] = (line, fields) => {
      done.push([line, fields?.job]);
      if (done.length === allJobs({ snapshotCron }).length) resolve();
    };
    const jobs = await startJobs({ database, dataDir, now: () => new Date(), log, progress: () => {} }, snapshotCron);
    await all;
    await jobs.stop();
    expect(done).toEqual([
      ['job done', 'snapshot'],
      ['job done', 'event-root'],
    ]);
    const runs = await database.db.selectFrom('platform.job_run').select(['job', 'state']).orderBy('id').execute();
    expect(runs).toEqual([
      { job: 'snapshot', state: 'done' },
      { job: 'event-root', state: 'done' },
    ]);
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
