import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import codegen from 'kysely-codegen';
import type { Database } from './connect.ts';
import { connect } from './connect.ts';
import { migrateMunicipality, migratePlatform } from './migrate.ts';

/** Where the generated types live. */
export const generatedFile = fileURLToPath(new URL('./schema.gen.ts', import.meta.url));

/** The text of `schema.gen.ts`, from a database with an up-to-date `platform` and a schema named `municipality`. */
export async function generateTypes(database: Database): Promise<string> {
  return codegen.generate({
    db: database.db,
    dialect: new codegen.PostgresDialect({ dateParser: 'string', numericParser: 'number' } as never),
    defaultSchemas: ['municipality'],
    includePattern: '(platform|municipality).*',
    // sql/values.ts parses int8 to number; geometry is never read raw (sql/geo.ts).
    typeMapping: { int8: 'number', xid8: 'string' },
    outFile: null,
  });
}

if (import.meta.main) {
  const database = await connect({ url: process.env.TEST_DATABASE_URL });
  await migratePlatform(database);
  await migrateMunicipality(database, 'municipality');
  const text = await generateTypes(database);
  const before = await readFile(generatedFile, 'utf8').catch(() => '');
  await writeFile(generatedFile, text);
  console.log(before === text ? 'schema.gen.ts was up to date' : 'schema.gen.ts written');
  await database.close();
}
