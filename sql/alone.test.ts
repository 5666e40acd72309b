import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { freshDatabaseUrl, testDatabase } from './testing.ts';

test('two who ask for the same name are never at work at once', async () => {
  const database = await testDatabase();
  const { promise: end, resolve: finish } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const first = database.alone('one', async () => {
    begin();
    await end;
    return 'first';
  });
  await begun;
  expect(await database.alone('one', async () => 'second')).toBeUndefined();
  expect(await database.alone('other', async () => 'other')).toBe('other');
  finish();
  expect(await first).toBe('first');
  expect(await database.alone('one', async () => 'second')).toBe('second');
});

test('a failure frees the name', async () => {
  const database = await testDatabase();
  await expect(database.alone('failing', () => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose');
  expect(await database.alone('failing', async () => 'again')).toBe('again');
});

// The embedded database has no connections that could die.
if (process.env.TEST_DATABASE_URL) {
  test('whoever lost the name because its connection died is told so', async () => {
    const url = await freshDatabaseUrl('_alone');
    const database = await connect({ url, poolSize: 3 });
    const lost = database.alone('one', async ({ confirm }) => {
      await confirm();
      await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database =
        (select oid from pg_database where datname = current_database())`.execute(database.db);
      expect(await database.alone('one', async () => 'next')).toBe('next');
      await confirm();
    });
    await expect(lost).rejects.toThrow();
    await database.close();
  });
}
