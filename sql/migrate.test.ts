import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generatedFile, generateTypes } from './codegen.ts';
import { connect, type Database } from './connect.ts';
import { migrateAll, migrateMunicipality, migratePlatform } from './migrate.ts';
import { createMunicipality } from './municipality.ts';
import { freshDatabaseUrl, testDatabase } from './testing.ts';

let database: Database;
let dir: string;
let folder: URL;
let schema: string;

beforeEach(async () => {
  database = await testDatabase();
  dir = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-migrations-'));
  folder = pathToFileURL(`${dir}/`);
  schema = `m-${randomBytes(5).toString('hex')}`;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(path.join(dir, name), text);
const migrate = () => migrateMunicipality(database, schema, folder);

async function rowsOf<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
  const { rows } = await database.transaction(null, ({ client }) => client.query<R>(sql, parameters));
  return rows;
}
const tables = async () => {
  const rows = await rowsOf<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = $1',
    [schema],
  );
  return rows.map(({ name }) => name).toSorted();
};
const recorded = () => rowsOf('select name from platform.schema_migration where schema_name = $1', [schema]);

describe('migrations', () => {
  test('run in order of name, once, in the schema they are for', async () => {
    await write('0002-b.sql', 'alter table a add column later int');
    await write('0001-a.sql', 'create table a (id int); create table "b c" (id int)');
    await write('notes.txt', 'not a migration');
    expect(await migrate()).toEqual(['0001-a.sql', '0002-b.sql']);
    expect(await tables()).toEqual(['a', 'b c']);
    expect(await migrate()).toEqual([]);
    await write('0003-c.sql', 'create table c (id int)');
    expect(await migrate()).toEqual(['0003-c.sql']);
  });

  test('that were edited after they ran are refused, and nothing later runs', async () => {
    await write('0001-a.sql', 'create table a (id int)');
    await migrate();
    await write('0001-a.sql', 'create table a (id bigint)');
    await write('0002-b.sql', 'create table b (id int)');
    await expect(migrate()).rejects.toThrow(`migration 0001-a.sql was edited after it ran in schema ${schema}`);
    expect(await tables()).toEqual(['a']);
  });

  test('that fail leave nothing behind, and run once they are mended', async () => {
    await write('0001-a.sql', 'create table a (id int)');
    await write('0002-b.sql', 'create table b (id int); insert into b values (1); create table a (id int)');
    await expect(migrate()).rejects.toThrow(/migration 0002-b\.sql failed .*"a" already exists/);
    expect(await tables()).toEqual(['a']);
    expect(await recorded()).toEqual([{ name: '0001-a.sql' }]);
    await write('0002-b.sql', 'create table b (id int)');
    expect(await migrate()).toEqual(['0002-b.sql']);
  });

  test('that fail at first leave not even the schema', async () => {
    await write('0001-a.sql', 'create table a (id int); nonsense');
    await expect(migrate()).rejects.toThrow(/syntax error/);
    const schemas = () => rowsOf('select nspname as name from pg_namespace where nspname = $1', [schema]);
    expect(await schemas()).toEqual([]);
    await write('0001-a.sql', 'create table a (id int)');
    await migrate();
    expect(await schemas()).toEqual([{ name: schema }]);
    expect(await recorded()).toEqual([{ name: '0001-a.sql' }]);
  });

  test('asked for twice at the same time run once', async () => {
    await write('0001-a.sql', 'create table a (id int)');
    await write('0002-b.sql', 'create table b (id int)');
    const ran = await Promise.all([migrate(), migrate(), migrate()]);
    expect(ran.flat().toSorted()).toEqual(['0001-a.sql', '0002-b.sql']);
  });

  test('of the program bring every registered municipality up to date', async () => {
    expect(await migrateAll(database)).toEqual([]);
    await createMunicipality(database, { slug: schema, name: 'Comune' });
    expect(await migrateAll(database)).toEqual([]);
    expect(await tables()).toContain('report_event');
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('two processes that migrate an empty database at the same time', () => {
  test('both succeed, and each migration ran once', async () => {
    const url = await freshDatabaseUrl('_race');
    const script = `import { connect } from '#sql/connect.ts'; import { migratePlatform, migrateMunicipality } from '#sql/migrate.ts';
      const database = await connect({ url: ${JSON.stringify(url)} });
      const ran = [await migratePlatform(database), await migrateMunicipality(database, 'raced')];
      console.log(JSON.stringify(ran.flat())); await database.close();`;
    const run = () => promisify(execFile)(process.execPath, ['--eval', script]);
    const outputs = await Promise.all([run(), run(), run()]);
    const ran = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(new Set(ran).size).toBe(ran.length);
    expect(ran.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the schema', () => {
  test('is what the generated types say', { timeout: 60_000 }, async () => {
    const own = await connect({ url: await freshDatabaseUrl('_types') });
    await migratePlatform(own);
    await migrateMunicipality(own, 'municipality');
    expect(await generateTypes(own)).toBe(await readFile(generatedFile, 'utf8'));
    await own.close();
  });

  test('explains every table and every column', async () => {
    await createMunicipality(database, { slug: schema, name: 'Comune' });
    const silent = await rowsOf(
      `select c.relname as "table", a.attname as "column" from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
       where n.nspname in ($1, 'platform') and c.relkind in ('r', 'v', 'm') and col_description(c.oid, a.attnum) is null
       union all
       select c.relname, null from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ($1, 'platform') and c.relkind in ('r', 'v', 'm') and obj_description(c.oid) is null`,
      [schema],
    );
    expect(silent).toEqual([]);
  });

  test('of a municipality names no schema, so that it can be any', async () => {
    const migrations = new URL('./migrations/municipality/', import.meta.url);
    for (const name of await readdir(migrations)) {
      expect(await readFile(new URL(name, migrations), 'utf8'), name).not.toMatch(/\b(platform|public)\./);
    }
  });
});
