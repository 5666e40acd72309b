import type { Db } from '#sql/connect.ts';

/** Records that a run begins. Returns its number. */
export async function startRun(db: Db, job: string, municipality: string, dueAt: Date | null): Promise<number> {
  const { id } = await db
    .insertInto('platform.job_run')
    .values({ job, municipality, state: 'running', due_at: dueAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Records how a run ended. */
export async function finishRun(
  db: Db,
  id: number,
  { state, detail, error }: { state: 'done' | 'failed' | 'abandoned'; detail: Record<string, unknown>; error: string | null },
): Promise<void> {
  await db
    .updateTable('platform.job_run')
    .set({ state, finished_at: new Date(), detail: JSON.stringify(detail), error })
    .where('id', '=', id)
    .execute();
}

/** Marks the open runs of a job as abandoned, for this reason. */
export async function abandonRuns(db: Db, job: string, municipality: string, error: string): Promise<void> {
  await db
    .updateTable('platform.job_run')
    .set({ state: 'abandoned', finished_at: new Date(), error })
    .where('job', '=', job)
    .where('municipality', '=', municipality)
    .where('state', '=', 'running')
    .execute();
}

/** When the last run that ended well began; undefined when none did. */
export async function lastDone(db: Db, job: string, municipality: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('platform.job_run')
    .select('started_at')
    .where('job', '=', job)
    .where('municipality', '=', municipality)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.started_at;
}
