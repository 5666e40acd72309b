import { openReferences } from '#api/references/references.ts';
import type { Database } from '#sql/connect.ts';
import { createMunicipality, isMunicipalitySlug, listMunicipalities, type Municipality } from '#sql/municipality.ts';
import { ImportRefused } from './refusal.ts';
import type { Source } from './source.ts';

/** Which municipality an import is for. */
export interface Wanted {
  /** Slug. */
  municipality?: string | undefined;
  /** Name of one to be made. */
  create?: string | undefined;
}

/**
 * Finds the municipality, or makes sure that it can be made; writes nothing. Returns how to open it.
 * Errors: `ImportRefused`.
 */
export async function planMunicipality(database: Database, wanted: Wanted, source: Source): Promise<() => Promise<Municipality>> {
  const known = await listMunicipalities(database.db);
  if (wanted.create !== undefined) return planNew(database, known, wanted.create.trim(), wanted.municipality, source);
  const found = wanted.municipality === undefined ? defaultOf(known) : known.find(({ slug }) => slug === wanted.municipality);
  if (!found) {
    throw new ImportRefused(`there is no municipality "${wanted.municipality}"; ${listed(known)}. --create "<name>" makes one`);
  }
  return async () => found;
}

function defaultOf(known: readonly Municipality[]): Municipality {
  const found = known.find(({ isDefault }) => isDefault);
  if (found && !found.isDemo && known.length === 1) return found;
  throw new ImportRefused(`say which municipality: --municipality <slug>, or --create "<name>" for a new one; ${listed(known)}`);
}

function listed(known: readonly Municipality[]): string {
  return known.length ? `there is ${known.map(({ slug }) => slug).join(', ')}` : 'there is none yet';
}

function planNew(database: Database, known: readonly Municipality[], name: string, given: string | undefined, source: Source) {
  if (!name || name.length > 120) throw new ImportRefused('--create: the name must have 1 to 120 characters');
  const slug = given ?? slugOf(name);
  if (!isMunicipalitySlug(slug)) {
    throw new ImportRefused(
      `"${slug}" cannot be the short name of a municipality: give one with --municipality (2 to 40 small letters, digits, hyphens)`,
    );
  }
  if (known.some((each) => each.slug === slug)) {
    throw new ImportRefused(
      `municipality "${slug}" exists already: leave --create out to import into it (--municipality ${slug})`,
    );
  }
  const { timezone, language } = source;
  return async () => {
    const municipality = await createMunicipality(database, { slug, name, timezone, language });
    const references = openReferences(database, municipality);
    for (const [key, value] of Object.entries(source.settings)) await references.saveSetting(key, value);
    return municipality;
  };
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
}
