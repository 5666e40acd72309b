import { type Database, type Db, quoteIdentifier } from './connect.ts';
import { migrateMunicipality } from './migrate.ts';

/** A registered municipality. */
export interface Municipality {
  slug: string;
  name: string;
  hosts: string[];
  isDefault: boolean;
  isDemo: boolean;
  /** IANA zone. */
  timezone: string;
  /** BCP 47. */
  language: string;
}

/** What is needed to register one; the first one registered becomes the default. */
export interface NewMunicipality {
  slug: string;
  name: string;
  timezone?: string;
  language?: string;
  isDemo?: boolean;
}

const reserved = new Set(['public', 'platform', 'information-schema', 'www', 'api', 'municipality']);

/** Whether the slug can name a municipality: it becomes a schema, a host label and a folder. */
export function isMunicipalitySlug(slug: string): boolean {
  return /^[a-z][a-z0-9-]{1,39}$/.test(slug) && !slug.startsWith('pg-') && !reserved.has(slug);
}

/** Registers a municipality and makes its schema. Errors: RangeError for a slug that cannot be used or is taken. */
export async function createMunicipality(database: Database, wanted: NewMunicipality): Promise<Municipality> {
  if (!isMunicipalitySlug(wanted.slug)) {
    throw new RangeError(`municipality "${wanted.slug}": use 2 to 40 small letters, digits and hyphens, beginning with a letter`);
  }
  const known = await listMunicipalities(database.db);
  if (known.some(({ slug }) => slug === wanted.slug)) throw new RangeError(`municipality "${wanted.slug}" exists already`);
  await migrateMunicipality(database, wanted.slug);
  await database.db
    .insertInto('platform.municipality')
    .values({
      slug: wanted.slug,
      name: wanted.name,
      timezone: wanted.timezone ?? 'Europe/Rome',
      language: wanted.language ?? 'it',
      is_demo: wanted.isDemo ?? false,
      is_default: known.every(({ isDefault }) => !isDefault),
    })
    .execute();
  return (await findMunicipality(database.db, wanted.slug))!;
}

/** Removes a demo municipality with everything in it. Errors: RangeError when it is not a demo, or is not there. */
export async function dropMunicipality(database: Database, slug: string): Promise<void> {
  const known = await findMunicipality(database.db, slug);
  if (!known?.isDemo) throw new RangeError(`municipality "${slug}" is not a demo: it is not dropped`);
  await database.transaction(null, async ({ db, client }) => {
    await client.query(`drop schema if exists ${quoteIdentifier(slug)} cascade`);
    await db.deleteFrom('platform.schema_migration').where('schema_name', '=', slug).execute();
    await db.deleteFrom('platform.municipality').where('slug', '=', slug).execute();
  });
}

/** All municipalities, the default one first. */
export async function listMunicipalities(db: Db): Promise<Municipality[]> {
  const rows = await db.selectFrom('platform.municipality').selectAll().orderBy('is_default', 'desc').orderBy('slug').execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    hosts: row.hosts,
    isDefault: row.is_default,
    isDemo: row.is_demo,
    timezone: row.timezone,
    language: row.language,
  }));
}

/** The municipality of this slug, or undefined. */
export async function findMunicipality(db: Db, slug: string): Promise<Municipality | undefined> {
  return (await listMunicipalities(db)).find((municipality) => municipality.slug === slug);
}
