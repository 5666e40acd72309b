import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type Client, type Database, quoteIdentifier } from './connect.ts';
import { ensurePointIndex } from './points-searchable.ts';

/** A migration cannot be run: its text was changed after it ran, or it failed. Names the file. */
export class MigrationError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MigrationError';
  }
}

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

const folder = new URL('./migrations/', import.meta.url);
const platformSchema = 'platform';

/**
 * Brings the `platform` schema up to date. Returns the names of the files that ran.
 * `from`: another folder of migrations, for tests.
 */
export function migratePlatform(database: Database, from = new URL('platform/', folder)): Promise<string[]> {
  return migrate(database, platformSchema, from);
}

/** Makes the municipality's schema, or brings it up to date. Returns the names of the files that ran. */
export function migrateMunicipality(
  database: Database,
  slug: string,
  from = new URL('municipality/', folder),
): Promise<string[]> {
  return migrate(database, slug, from);
}

/** Brings `platform` and every registered municipality up to date. */
export async function migrateAll(database: Database): Promise<string[]> {
  const ran = await migratePlatform(database);
  const rows = await database.db.selectFrom('platform.municipality').select('slug').orderBy('slug').execute();
  for (const { slug } of rows) {
    for (const name of await migrateMunicipality(database, slug)) ran.push(`${slug}/${name}`);
    await ensurePointIndex(database, slug);
  }
  return ran;
}

async function migrate(database: Database, schema: string, from: URL): Promise<string[]> {
  const migrations = await readMigrations(from);
  const ran: string[] = [];
  for (const migration of migrations) {
    const isNew = await database.transaction(null, ({ client }) => applyOnce(client, schema, migration));
    if (isNew) ran.push(migration.name);
  }
  return ran;
}

/** Runs one file in the transaction it is given, unless it ran before. The lock lasts until the transaction ends. */
async function applyOnce(client: Client, schema: string, { name, text, checksum }: Migration): Promise<boolean> {
  await client.query("select pg_advisory_xact_lock(hashtext('sensorcivico migrations'))");
  await client.query('set local statement_timeout = 0');
  await client.query(`
    create schema if not exists ${platformSchema};
    create table if not exists ${platformSchema}.schema_migration (
      schema_name text not null, name text not null, checksum text not null,
      applied_at timestamptz not null default now(), primary key (schema_name, name));
    comment on table ${platformSchema}.schema_migration is 'Migrations that ran, by schema.';
    comment on column ${platformSchema}.schema_migration.schema_name is 'Schema it ran in.';
    comment on column ${platformSchema}.schema_migration.name is 'File name.';
    comment on column ${platformSchema}.schema_migration.checksum is 'SHA-256 of its text: an edited file is refused.';
    comment on column ${platformSchema}.schema_migration.applied_at is 'When it ran.';`);
  const { rows } = await client.query<{ checksum: string }>(
    `select checksum from ${platformSchema}.schema_migration where schema_name = $1 and name = $2`,
    [schema, name],
  );
  if (rows[0]) {
    if (rows[0].checksum === checksum) return false;
    throw new MigrationError(`migration ${name} was edited after it ran in schema ${schema}: restore it and write a new file`);
  }
  try {
    await client.query(`create schema if not exists ${quoteIdentifier(schema)}`);
    await client.query(`set local search_path to ${quoteIdentifier(schema)}, public`);
    await client.query(text);
  } catch (error) {
    throw new MigrationError(`migration ${name} failed in schema ${schema}: ${(error as Error).message}`, error);
  }
  await client.query(`insert into ${platformSchema}.schema_migration (schema_name, name, checksum) values ($1, $2, $3)`, [
    schema,
    name,
    checksum,
  ]);
  return true;
}

async function readMigrations(from: URL): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, from), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
