import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadAreas } from '#api/areas/loading.ts';
import { openReferences } from '#api/references/references.ts';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { withPointIndexLast } from '#sql/points-searchable.ts';
import { readAreas } from './sources/areas-file.ts';
import { importFiles, type Totals } from './sources/import-files.ts';
import { noteCounter } from './sources/notes.ts';
import { type PreparedImport, prepareImport } from './sources/prepared-import.ts';
import { ImportRefused } from './sources/refusal.ts';
import { findSource, sourceNames } from './sources/registry.ts';
import { rejectsFile } from './sources/rejects.ts';
import { planMunicipality } from './sources/target-municipality.ts';

/** What an import works with. */
export interface ImportContext {
  database: Database;
  dataDir: string;
  now: () => Date;
  /** One line on stdout. */
  print: (line: string) => void;
  /** Where progress is shown, a bar when it is a terminal; stderr without it. */
  stream?: NodeJS.WriteStream;
}

/** How the command is typed. */
export const importUsage = 'import <source> <file…> [--municipality <slug>] [--create "<name>"] [--areas <geojson>]';

/** What can be typed. */
export const importHelp = `npm run ${importUsage.replace('import', 'import --')} …

  <source>               one of ${sourceNames.join(', ')}
  --municipality <slug>  the municipality it is for
  --create "<name>"      make the municipality; its short name comes from the name, or from --municipality
  --areas <geojson>      load these polygons as areas first
  --city <city>          combined: import this city only
  --mapping <json>       generic: which columns mean what (docs/import.md)
  --rejects <csv>        where rows that cannot be imported are written`;

const options = {
  municipality: { type: 'string' },
  create: { type: 'string' },
  areas: { type: 'string' },
  city: { type: 'string' },
  mapping: { type: 'string' },
  rejects: { type: 'string' },
} as const;

/**
 * `npm run import`: imports files of a source and prints what became of the rows, on the last line as
 * "read N, created N, updated N, unchanged N, rejected N".
 * Errors: `ImportRefused`, before anything is written; those of the database.
 */
export async function importCommand(args: readonly string[], context: ImportContext): Promise<void> {
  const { values, positionals } = parse(args);
  const [name, ...files] = positionals;
  if (!name || !files.length) throw new ImportRefused(importHelp);
  const source = await findSource(name, values);
  const open = await planMunicipality(context.database, values, source);
  const areas = values.areas === undefined ? undefined : await readAreas(values.areas);
  const prepared = await prepareImport(source, files);
  try {
    const municipality = await open();
    if (areas) context.print(`${await loadAreas(context.database, municipality, areas)} areas loaded`);
    if (municipality.timezone !== source.timezone) {
      context.print(
        `Days of ${municipality.name} are counted in ${municipality.timezone}; the source's zone is ${source.timezone}.`,
      );
    }
    const rejects = rejectsFile(values.rejects ?? defaultRejects(context, municipality, name));
    const totals = await run(prepared, municipality, rejects, context);
    if (totals.rejected) context.print(`rejected rows: ${rejects.file}`);
    context.print(`To show them: npm run snapshot -- --municipality ${municipality.slug}`);
    context.print(summary(totals));
  } finally {
    await prepared.close();
  }
}

async function run(
  prepared: PreparedImport,
  municipality: Municipality,
  rejects: ReturnType<typeof rejectsFile>,
  { database, print, stream = process.stderr }: ImportContext,
): Promise<Totals> {
  const notes = noteCounter();
  const references = openReferences(database, municipality);
  const target = { database, municipality, references, rejects, notes, stream };
  const { name } = prepared.source;
  const totals = await database.alone(`import ${name} ${municipality.slug}`, () =>
    withPointIndexLast(database, municipality.slug, () => importFiles(prepared, target)),
  );
  if (!totals) throw new ImportRefused(`another import of ${name} into ${municipality.slug} is going on: wait for its end`);
  for (const line of notes.lines()) print(line);
  return totals;
}

function summary({ read, created, updated, unchanged, rejected }: Totals): string {
  return `read ${read}, created ${created}, updated ${updated}, unchanged ${unchanged}, rejected ${rejected}`;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new ImportRefused(`${(error as Error).message}\n\n${importHelp}`, error);
  }
}

function defaultRejects({ dataDir, now }: ImportContext, { slug }: Municipality, source: string): string {
  const stamp = now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return path.join(dataDir, 'rejects', `${slug}-${source}-${stamp}.csv`);
}
