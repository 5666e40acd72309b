import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database, type Db } from './connect.ts';
import { migratePlatform } from './migrate.ts';
import { createMunicipality } from './municipality.ts';
import { freshDatabaseUrl } from './testing.ts';

// A backend can die between two statements of a transaction: a failover, an administrator, a time-out. Whatever was begun must
// then be gone whole, and whoever asked must hear of it (docs/adr/0002).

const killsEach = 25;
const patienceMs = 10_000;
const slug = 'kills';

describe.runIf(process.env.TEST_DATABASE_URL)('when the backend of a transaction is terminated between its statements', () => {
  let url: string;
  let admin: pg.Client;

  beforeAll(async () => {
    url = (await freshDatabaseUrl('_kills'))!;
    const database = await connect({ url });
    await migratePlatform(database);
    await createMunicipality(database, { slug, name: 'Kills' });
    await database.close();
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
  });
  afterAll(() => admin?.end());

  const byTransaction = (database: Database, work: (trx: Db) => Promise<void>) =>
    database.transaction(slug, ({ db }) => work(db));
  const byKysely = (database: Database, work: (trx: Db) => Promise<void>) =>
    database.db.transaction().execute((trx) => work(trx.withSchema(slug)));

  const kill = async (pid: number, waitMs = 2000) =>
    void (await admin.query('select pg_terminate_backend($1, $2)', [pid, waitMs]));
  const spare: typeof kill = async () => {};
  const ways = { 'database.transaction': byTransaction, Kysely: byKysely };
  const cases = [1, 2, 5].flatMap((poolSize) =>
    [true, false].flatMap((isBusy) => Object.entries(ways).map(([name, way]) => ({ poolSize, isBusy, name, way }))),
  );

  test.each(cases)('pool of $poolSize, busy: $isBusy, by $name', async ({ poolSize, isBusy, way, name }) => {
    const database = await connect({ url, poolSize });
    const outcomes: Record<string, number> = {};
    for (let n = 0; n < killsEach; n++) {
      const label = `${name}-${poolSize}-${isBusy}-${n}`;
      const others = isBusy ? Array.from({ length: poolSize + 3 }, () => waste(database)) : [];
      const outcome = await withPatience(way(database, (trx) => twoStatements(trx, label, n)));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      await withPatience(Promise.allSettled(others));
    }
    expect(outcomes).toEqual({ refused: killsEach });
    const left = await database.of(slug).selectFrom('office').select('code').execute();
    expect(left).toEqual([]);
    expect(await withPatience(database.close())).toBe('succeeded');
  });

  test('and the same work, with nobody killed, is done', async () => {
    const database = await connect({ url, poolSize: 1 });
    for (const [name, way] of Object.entries(ways)) {
      expect(await withPatience(way(database, (trx) => twoStatements(trx, name, 1, spare)))).toBe('succeeded');
    }
    expect(await withPatience(bulkLoad(database, spare))).toBe('succeeded');
    let lines = 0;
    const reading = streamOut(database, 'during', spare, (text) => (lines += text.split('\n').length - 1));
    expect(await withPatience(reading)).toBe('succeeded');
    expect(lines).toBe(1_000_000);
    const { rowCount } = await admin.query(`delete from "${slug}".office`);
    expect(rowCount).toBe(2 * Object.keys(ways).length + 2000);
    await database.close();
  });

  async function twoStatements(trx: Db, label: string, n: number, end = kill): Promise<void> {
    const insert = (code: string) => trx.insertInto('office').values({ code, name: code }).execute();
    const { sql } = await import('kysely');
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await insert(`${label}-a`);
    // Sometimes the backend is known to be gone, sometimes it is just going.
    const killNow = () => end(rows[0]!.pid, n % 2 ? 2000 : 0);
    if (n % 3) await killNow();
    await insert(`${label}-b`);
    if (n % 3 === 0) await killNow();
  }

  const bulkLoad = (database: Database, end: typeof kill) =>
    database.transaction(slug, async ({ client }) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      await client.copyIn(
        'copy office (code, name) from stdin',
        linesKilling(() => end(rows[0]!.pid)),
      );
    });

  const streamOut = (database: Database, when: string, end: typeof kill, take?: (text: string) => void) =>
    database.readView(async (view) => {
      const [backend] = await view.query<{ pid: number }>('select pg_backend_pid() as pid');
      if (when === 'before') await end(backend!.pid);
      let chunks = 0;
      for await (const chunk of await view.copyOut('copy (select generate_series(1, 1000000)) to stdout')) {
        take?.(String(chunk));
        if (chunks++ === 3 && when === 'during') await end(backend!.pid);
      }
    });

  test.each([1, 2])('or in the midst of a bulk load, nothing of it is left (pool of %i)', async (poolSize) => {
    const database = await connect({ url, poolSize });
    for (let n = 0; n < 5; n++) {
      expect(await withPatience(bulkLoad(database, kill))).toBe('refused');
    }
    expect(await database.of(slug).selectFrom('office').select('code').execute()).toEqual([]);
    await database.close();
  });

  test.each(['before', 'during'])('or %s a stream out, the reader hears of it', async (when) => {
    const database = await connect({ url, poolSize: 1 });
    const reading = streamOut(database, when, kill);
    expect(await withPatience(reading)).toBe('refused');
    expect(await withPatience(database.readView((view) => view.query('select 1')))).toBe('succeeded');
    await database.close();
  });

  const waste = (database: Database) => database.transaction(null, ({ client }) => client.query('select pg_sleep(0.002)'));
});

/** Two thousand lines of COPY text, with a death after the first half. */
async function* linesKilling(kill: () => Promise<unknown>): AsyncGenerator<string> {
  const lines = (from: number) => Array.from({ length: 1000 }, (_, n) => `${from + n}\tname\n`).join('');
  yield lines(0);
  await kill();
  yield lines(1000);
}

/** How it ended; a hang is an end as well. */
async function withPatience(work: Promise<unknown>): Promise<'succeeded' | 'refused' | 'hung'> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'hung'>((resolve) => {
    timer = setTimeout(resolve, patienceMs, 'hung');
  });
  const outcome = work.then(
    () => 'succeeded' as const,
    () => 'refused' as const,
  );
  try {
    return await Promise.race([outcome, patience]);
  } finally {
    clearTimeout(timer);
  }
}
