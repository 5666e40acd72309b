import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateAll } from '#sql/migrate.ts';
import { listMunicipalities } from '#sql/municipality.ts';
import { testDatabase } from '#sql/testing.ts';
import { importCommand } from './import.ts';
import { testFiles } from './sources/testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const newSlug = () => `t-${randomBytes(5).toString('hex')}`;

/** Runs the command; returns what it printed. */
async function run(...args: string[]): Promise<string[]> {
  const printed: string[] = [];
  const stream = { isTTY: false, write: () => true } as never;
  const print = (line: string) => void printed.push(line);
  await importCommand(args, { database: await testDatabase(), dataDir: files.folder, now: () => new Date(), print, stream });
  return printed;
}

const header =
  'Creation_Date,Status,Completion_Date,Service_Request_Number,Type_of_Service_Request,What_is_the_Nature_of_this_Code_Violation,Street_Address,Latitude,Longitude';
const chicago = (rows: readonly string[]) => files.write([header, ...rows].join('\n'), 'chicago.csv');
const open = '2014-11-01,Open,,14-1,Sanitation Code Violation,Dog feces in yard,1 W OAK ST,41.9,-87.65';
const closed = '2014-10-01,Completed,2014-10-05,14-2,Sanitation Code Violation,Other,2 W OAK ST,41.91,-87.66';
const repeated = '2014-10-01,Completed,2014-10-09,14-2,Sanitation Code Violation,Other,2 W OAK ST,41.91,-87.66';

const square = (name: string, west: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 41.8],
        [west + 0.2, 41.8],
        [west + 0.2, 42],
        [west, 42],
        [west, 41.8],
      ],
    ],
  },
});

test('a new municipality has the areas, the zone and the settings of its source, and its reports', async () => {
  const slug = newSlug();
  const areas = await files.write(
    JSON.stringify({ type: 'FeatureCollection', features: [square('Loop', -87.8)] }),
    'areas.geojson',
  );
  const printed = await run(
    'chicago',
    await chicago([open, closed, repeated]),
    '--create',
    'Chicago',
    '--municipality',
    slug,
    '--areas',
    areas,
  );
  expect(printed.at(-1)).toBe('read 3, created 2, updated 0, unchanged 0, rejected 1');
  expect(printed).toContain('1 areas loaded');
  expect(printed).toContain(`To show them: npm run snapshot -- --municipality ${slug}`);

  const database = await testDatabase();
  const municipality = (await listMunicipalities(database.db)).find((each) => each.slug === slug);
  expect(municipality).toMatchObject({ name: 'Chicago', timezone: 'America/Chicago', language: 'en' });
  const db = database.of(slug);
  const reports = await db
    .selectFrom('report')
    .leftJoin('area', 'area.id', 'report.area_id')
    .select(['external_id', 'state', 'source', 'area.name', 'day_precision'])
    .orderBy('external_id')
    .execute();
  expect(reports).toEqual([
    { external_id: '14-1', state: 'received', source: 'chicago', name: 'Loop', day_precision: true },
    { external_id: '14-2', state: 'closed', source: 'chicago', name: 'Loop', day_precision: true },
  ]);
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'known_measures').executeTakeFirst();
  expect(setting?.value).toEqual(['close']);
});

test('importing a file twice changes nothing; a newer one adds what is new and tells changes as events', async () => {
  const slug = newSlug();
  const first = await chicago([open, closed]);
  await run('chicago', first, '--create', 'Chicago', '--municipality', slug);
  expect((await run('chicago', first, '--municipality', slug)).at(-1)).toBe(
    'read 2, created 0, updated 0, unchanged 2, rejected 0',
  );

  const newer = await chicago([open.replace('Open,', 'Completed,2014-11-20'), closed, open.replace(',14-1,', ',14-3,')]);
  expect((await run('chicago', newer, '--municipality', slug)).at(-1)).toBe(
    'read 3, created 1, updated 1, unchanged 1, rejected 0',
  );
  const database = await testDatabase();
  const events = await database
    .of(slug)
    .selectFrom('report_event')
    .innerJoin('report', 'report.id', 'report_event.report_id')
    .select(['seq', 'kind', 'report_event.outcome'])
    .where('external_id', '=', '14-1')
    .orderBy('seq')
    .execute();
  expect(events).toEqual([
    { seq: 1, kind: 'received', outcome: null },
    { seq: 2, kind: 'closed', outcome: 'resolved' },
  ]);
});

test('several files are imported one after the other', async () => {
  const newer = await chicago([open.replace('Open,', 'Completed,2014-11-20')]);
  const printed = await run('chicago', await chicago([open]), newer, '--create', 'Chicago', '--municipality', newSlug());
  expect(printed.at(-1)).toBe('read 2, created 1, updated 1, unchanged 0, rejected 0');
});

test('rejected rows are written with file, row, reason and content', async () => {
  const rejects = path.join(files.folder, 'made', 'rejects.csv');
  const file = await chicago([open, repeated.replace('14-2', ''), '=1+1,too,short']);
  const printed = await run('chicago', file, '--create', 'Chicago', '--municipality', newSlug(), '--rejects', rejects);
  expect(printed.at(-1)).toBe('read 3, created 1, updated 0, unchanged 0, rejected 2');
  const [head, ...lines] = (await readFile(rejects, 'utf8')).trim().split('\r\n');
  expect(head).toBe('file,row,reason,content');
  expect(lines[0]).toContain(
    `${path.basename(file)},4,not a row of this file: Expected Number of Columns: 9 Found: 3,"'=1+1,too,short`,
  );
  expect(lines[1]).toContain(`${path.basename(file)},3,service_request_number: empty,"{""creation_date"":""2014-10-01""`);
});

test('what cannot be recorded is rejected, and the rest of its batch is imported', async () => {
  const ancient = open.replace('2014-11-01', '1492-10-12');
  const blank = closed.replace('14-2', '\t14-1');
  const printed = await run(
    'chicago',
    await chicago([open, ancient.replace(',14-1,', ',14-9,'), blank, closed]),
    '--create',
    'Chicago',
    '--municipality',
    newSlug(),
  );
  expect(printed.at(-1)).toBe('read 4, created 2, updated 0, unchanged 0, rejected 2');
});

test('texts that are too long or hold what cannot be stored are kept as far as they can', async () => {
  const slug = newSlug();
  const long = 'x'.repeat(500);
  const printed = await run(
    'chicago',
    await chicago([open.replace('1 W OAK ST', long)]),
    '--create',
    'Chicago',
    '--municipality',
    slug,
  );
  expect(printed).toContain('1 with a text longer than can be kept: shortened');
  const report = await (await testDatabase()).of(slug).selectFrom('report').select('address').executeTakeFirstOrThrow();
  expect(report.address).toBe(`${'x'.repeat(399)}…`);
});

test('what cannot begin is refused with what to do, and nothing is written', async () => {
  const slug = newSlug();
  const good = await chicago([open]);
  const bad = await files.write('a,b\n1,2\n');
  const geojson = await files.write('{"type": "FeatureCollection", "features": []}', 'areas.geojson');
  const create = ['--create', 'Chicago', '--municipality', slug];
  const refused: [string[], string | RegExp][] = [
    [[], 'npm run import -- <source> <file…>'],
    [['chicago'], 'npm run import -- <source> <file…>'],
    [['chicago', good, '--colour', 'red'], /--colour[^]*npm run import/],
    [['atlantis', good, ...create], 'there is no source "atlantis": one of boston,'],
    [['chicago', `${good}.none`, ...create], 'there is no such file'],
    [['chicago', good, bad, ...create], 'this is not a file of chicago (Chicago 311, sanitation code complaints): it lacks'],
    [['chicago', good, '--municipality', slug], `there is no municipality "${slug}"`],
    [['chicago', good, '--create', 'Chicago', '--municipality', 'Not A Slug'], '"Not A Slug" cannot be the short name'],
    [['chicago', good, '--create', ' ', '--municipality', slug], '--create: the name must have'],
    [['chicago', good, ...create, '--areas', geojson], 'areas: no features'],
    [['chicago', good, ...create, '--areas', bad], 'is not GeoJSON'],
    [['chicago', good, ...create, '--areas', `${bad}.none`], 'cannot be read'],
    [['chicago', good, ...create, '--city', 'boston'], '--city is for the source "combined" only'],
    [['generic', good, ...create], 'generic: say with --mapping'],
    [['combined', good, ...create], 'this is not a Parquet file'],
  ];
  for (const [args, message] of refused) await expect(run(...args), args.join(' ')).rejects.toThrow(message);
  const known = await listMunicipalities((await testDatabase()).db);
  expect(known.map((each) => each.slug)).not.toContain(slug);
});

test('a municipality is not made twice', async () => {
  const slug = newSlug();
  const file = await chicago([open]);
  await run('chicago', file, '--create', 'Chicago', '--municipality', slug);
  await expect(run('chicago', file, '--create', 'Chicago', '--municipality', slug)).rejects.toThrow(`"${slug}" exists already`);
});

test('the index on points is there after the first import, and is made again when that died on the way', async () => {
  const database = await testDatabase();
  const slug = newSlug();
  const isIndexed = async () => {
    const query = `select from pg_indexes where schemaname = '${slug}' and indexname = 'report_point'`;
    return (await database.transaction(null, ({ client }) => client.query(query))).rows.length === 1;
  };
  await run('chicago', await chicago([open]), '--create', 'Chicago', '--municipality', slug);
  expect(await isIndexed()).toBe(true);
  await database.transaction(slug, ({ client }) => client.query('drop index report_point'));
  await migrateAll(database);
  expect(await isIndexed()).toBe(true);
});

test('numbers that differ by a space only are one report, wherever they stand in the file', async () => {
  const many = Array.from({ length: 6200 }, (_, index) => open.replace(',14-1,', `,15-${index},`));
  const again = open.replace(',14-1,', ',\t14-1,').replace('Open,', 'Completed,2014-11-20');
  const printed = await run('chicago', await chicago([open, ...many, again]), '--create', 'Chicago', '--municipality', newSlug());
  expect(printed.at(-1)).toBe('read 6202, created 6201, updated 1, unchanged 0, rejected 0');
});

test('a second import of the same source waits for the first', async () => {
  const slug = newSlug();
  const file = await chicago([open]);
  await run('chicago', file, '--create', 'Chicago', '--municipality', slug);
  const database = await testDatabase();
  const second = database.alone(`import chicago ${slug}`, () => run('chicago', file, '--municipality', slug));
  await expect(second).rejects.toThrow(`another import of chicago into ${slug} is going on`);
});

test('a file without rows is imported as what it is', async () => {
  const printed = await run('chicago', await chicago([]), '--create', 'Chicago', '--municipality', newSlug());
  expect(printed.at(-1)).toBe('read 0, created 0, updated 0, unchanged 0, rejected 0');
});
