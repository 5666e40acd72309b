import { expect, test } from 'vitest';
import { testDatabase, testMunicipality } from './testing.ts';

test('a transaction that throws leaves nothing behind', async () => {
  const { database, municipality, db } = await testMunicipality();
  const failing = database.transaction(municipality.slug, async ({ db: trx }) => {
    await trx.insertInto('office').values({ code: 'a', name: 'A' }).execute();
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await db.selectFrom('office').selectAll().execute()).toEqual([]);
});

test('rows go in by COPY and come out the same', async () => {
  const { database, municipality, db } = await testMunicipality();
  await database.transaction(municipality.slug, async ({ client }) => {
    await client.copyIn('copy office (code, name) from stdin with (format csv)', ['a,Anagrafe\n', 'b,"Strade, ponti"\n']);
  });
  const rows = await db.selectFrom('office').select(['code', 'name']).orderBy('code').execute();
  expect(rows).toEqual([
    { code: 'a', name: 'Anagrafe' },
    { code: 'b', name: 'Strade, ponti' },
  ]);
  const text = await database.readView(async (view) => {
    const stream = await view.copyOut(
      `copy (select code from "${municipality.slug}".office order by 1) to stdout with (format csv)`,
    );
    return (await stream.toArray()).map(String).join('');
  });
  expect(text).toBe('a\nb\n');
});

test('a bulk load whose source fails leaves nothing, and the next one is served', async () => {
  const { database, municipality, db } = await testMunicipality();
  async function* failing() {
    yield 'a\tAnagrafe\n';
    throw new Error('on purpose');
  }
  const load = (lines: AsyncIterable<string> | Iterable<string>) =>
    database.transaction(municipality.slug, ({ client }) => client.copyIn('copy office (code, name) from stdin', lines));
  await expect(load(failing())).rejects.toThrow('on purpose');
  await expect(load(['a\tAnagrafe\n', 'only one column\n'])).rejects.toThrow(/missing data/);
  expect(await db.selectFrom('office').selectAll().execute()).toEqual([]);
  await load(['b\tUtf8: però 髒亂\n']);
  expect(await db.selectFrom('office').select('name').execute()).toEqual([{ name: 'Utf8: però 髒亂' }]);
});

test('a failed statement fails the transaction, even when its error is swallowed', async () => {
  const { database, municipality, db } = await testMunicipality();
  const swallowing = database.transaction(municipality.slug, async ({ db: trx, client }) => {
    await trx.insertInto('office').values({ code: 'a', name: 'A' }).execute();
    await client.query('select 1 / 0').catch(() => {});
  });
  await expect(swallowing).rejects.toThrow(/rolled back/);
  expect(await db.selectFrom('office').selectAll().execute()).toEqual([]);
});

test('reading a frozen view leaves off a stream halfway', async () => {
  const { database } = await testMunicipality();
  const first = await database.readView(async (view) => {
    for await (const chunk of await view.copyOut('copy (select generate_series(1, 100000)) to stdout')) return String(chunk);
    return '';
  });
  expect(first).toMatch(/^1\n2\n/);
  expect(await database.readView((view) => view.query('select 1 as one'))).toEqual([{ one: 1 }]);
});

test('what is written while a frozen view is read does not show in it, by query or by stream', async () => {
  const { database, municipality, db } = await testMunicipality();
  const offices = `"${municipality.slug}".office`;
  const add = (code: string) => db.insertInto('office').values({ code, name: code }).execute();
  await add('a');
  let writing: Promise<unknown> | undefined;
  const seen = await database.readView(async (view) => {
    const look = async () => {
      const rows = await view.query(`select code from ${offices} order by 1`);
      const stream = await view.copyOut(`copy (select code from ${offices} order by 1) to stdout`);
      return [rows, (await stream.toArray()).map(String).join('')];
    };
    const before = await look();
    writing = add('b');
    // The embedded database has one connection: there the writer waits until the view is closed.
    await (database.kind === 'server' ? writing : view.query('select pg_sleep(0.1)'));
    return [before, await look()];
  });
  expect(seen[0]).toEqual([[{ code: 'a' }], 'a\n']);
  expect(seen[1]).toEqual(seen[0]);
  await writing;
  expect(await db.selectFrom('office').select('code').orderBy('code').execute()).toEqual([{ code: 'a' }, { code: 'b' }]);
});

test('a frozen view is read-only', async () => {
  const { database, municipality } = await testMunicipality();
  const writing = database.readView((view) => view.query(`delete from "${municipality.slug}".office`));
  await expect(writing).rejects.toThrow(/read-only/);
});

test('two transactions at once do not see each other', async () => {
  const { database, municipality, db } = await testMunicipality();
  const add = (code: string) =>
    database.transaction(municipality.slug, async ({ db: trx }) => {
      await trx.insertInto('channel').values({ code, name: '{}' }).execute();
      return trx.selectFrom('channel').select('code').execute();
    });
  const seen = await Promise.all([add('x'), add('y')]);
  expect(seen.flat().length).toBeGreaterThanOrEqual(2);
  expect(await db.selectFrom('channel').select('code').orderBy('code').execute()).toEqual([{ code: 'x' }, { code: 'y' }]);
});

test('whole numbers beyond 2^53 are refused, not rounded', async () => {
  const { db } = await testDatabase();
  const { sql } = await import('kysely');
  await expect(sql`select 9007199254740993::int8 as n`.execute(db)).rejects.toThrow(/2\^53/);
});
