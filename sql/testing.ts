import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database, type Db } from './connect.ts';
import { migratePlatform } from './migrate.ts';
import { createMunicipality, type Municipality } from './municipality.ts';

let opened: Promise<Database> | undefined;

/** The database of this test worker: real PostGIS with TEST_DATABASE_URL, else embedded in memory; `platform` is migrated. */
export function testDatabase(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  const url = await freshDatabaseUrl();
  const database = await connect(url ? { url, poolSize: 5 } : {});
  await migratePlatform(database);
  return database;
}

/** A database of this process's own on the server of TEST_DATABASE_URL; undefined without the variable. */
export async function freshDatabaseUrl(suffix = ''): Promise<string | undefined> {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) return undefined;
  const name = `sensorcivico_test_${process.pid}${suffix}`;
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  await dropAbandoned(admin);
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops what test processes that are gone have left; a database that somebody is connected to stays. */
async function dropAbandoned(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^sensorcivico_test_[0-9]+'`,
  );
  for (const { datname } of rows) {
    if (isRunning(Number(/\d+/.exec(datname)![0]))) continue;
    await admin.query(`drop database if exists ${datname}`).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A new, empty municipality for one test file. */
export async function testMunicipality(
  wanted: { name?: string; timezone?: string; language?: string } = {},
): Promise<{ database: Database; municipality: Municipality; db: Db }> {
  const database = await testDatabase();
  const slug = `t-${randomBytes(5).toString('hex')}`;
  const municipality = await createMunicipality(database, { slug, name: wanted.name ?? 'Comune di Prova', ...wanted });
  return { database, municipality, db: database.of(slug) };
}
