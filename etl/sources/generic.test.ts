import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#sql/testing.ts';
import { importCommand } from '../import.ts';
import { generic } from './generic.ts';
import { readMapping } from './mapping.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

/** The blocks of docs/import.md below a heading. */
async function documented(heading: string): Promise<string[]> {
  const text = await readFile(new URL('../../docs/import.md', import.meta.url), 'utf8');
  const section = text.split(`### ${heading}\n`)[1]!.split('\n### ')[0]!;
  return [...section.matchAll(/```\w*\n([^]*?)```/g)].map((block) => block[1]!);
}

const source = async (mapping: object) => generic(await readMapping(await files.write(JSON.stringify(mapping), 'mapping.json')));
const least = { about: 'Prova', timezone: 'Europe/Rome', language: 'it', received: 'day', category: 'what' };
const iso = (date: Date | null) => date?.toISOString();

test.each(['A CSV', 'A JSON'])('the example "%s" of the documentation does what the documentation says', async (heading) => {
  const [data, mapping, command, last] = await documented(heading);
  const file = await files.write(data!, 'data');
  const mappingFile = await files.write(mapping!, 'mapping.json');
  const args = command!
    .match(/"[^"]+"|\S+/g)!
    .slice(4)
    .map((arg) => arg.replaceAll('"', ''));
  const at = (name: string) => args.indexOf(name) + 1;
  args[1] = file;
  args[at('--mapping')] = mappingFile;
  const slug = `t-${randomBytes(5).toString('hex')}`;
  const printed: string[] = [];
  const context = { database: await testDatabase(), dataDir: path.join(files.folder, 'data'), now: () => new Date() };
  const stream = { write: () => true } as never;
  await importCommand([...args, '--municipality', slug], { ...context, stream, print: (line) => void printed.push(line) });
  expect(printed.at(-1)).toBe(last!.trim());
});

test('the CSV of the documentation becomes reports with their stories, places and names', async () => {
  const [data, mapping] = await documented('A CSV');
  const { drafts, rejects } = await readFiles(await source(JSON.parse(mapping!)), [await files.write(data!)]);
  expect(drafts.map(({ id, life, notes }) => [id, life.state, iso(life.takenAt), ...notes])).toEqual([
    ['2024/1', 'closed', '2024-03-31T09:00:00.000Z'],
    ['2024/2', 'received', undefined, 'placeholder'],
    ['2024/3', 'assigned', '2024-04-02T06:30:00.000Z'],
  ]);
  expect(drafts[0]).toMatchObject({
    category: { code: 'streets.potholes', name: { it: 'Buche', en: 'Potholes' } },
    office: { code: 'ufficio-strade', name: 'Ufficio Strade' },
    channel: { code: 'phone' },
  });
  expect(drafts[2]!.category).toBe(drafts[0]!.category);
  expect(drafts[0]!.point![0]).toBeCloseTo(8.6475, 3);
  expect(rejects).toEqual([
    [5, 'repeated id'],
    [6, 'inviata: "30/02/2024 10:00" is not a date or time'],
  ]);
});

test('without a number equal rows are different reports, without a status or times nothing is told', async () => {
  const file = await files.write('day,what\n2024-01-02,Buche\n2024-01-02,Buche\n2024-01-03,\n');
  const { drafts } = await readFiles(await source(least), [file]);
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(3);
  expect(drafts.every(({ tracked }) => !tracked)).toBe(true);
  expect(drafts[2]!.category.code).toBe('uncategorised');
});

test('without a status the times tell it', async () => {
  const file = await files.write('day,what,t,f,c\n2024-01-02,x,,,\n2024-01-02,x,2024-01-03,,\n2024-01-02,x,,,2024-01-05\n');
  const { drafts } = await readFiles(await source({ ...least, taken: 't', fixed: 'f', closed: 'c' }), [file]);
  expect(drafts.map(({ life }) => life.state)).toEqual(['received', 'taken', 'closed']);
});

test('a word that the mapping does not know rejects its row and is named', async () => {
  const mapping = {
    ...least,
    status: { field: 'state', values: { aperta: 'received', constructor: 'taken' } },
    type: { field: 'kind', values: { reclamo: 'complaint' } },
    private: { field: 'kept', values: ['si'] },
  };
  const file = await files.write(
    'day,what,state,kind,kept\n2024-01-02,x,aperta,reclamo,si\n2024-01-02,x,boh,,\n2024-01-02,x,toString,,\n2024-01-02,x,aperta,elogio,no\n2024-01-02,x,,,no\n',
  );
  const { drafts, rejects } = await readFiles(await source(mapping), [file]);
  expect(drafts.map(({ type, isPrivate, notes }) => [type, isPrivate, ...notes])).toEqual([
    ['complaint', true],
    ['issue', false, 'statusUntold'],
  ]);
  expect(rejects).toEqual([
    [3, 'state: the mapping says nothing of the status "boh"'],
    [4, 'state: the mapping says nothing of the status "toString"'],
    [5, 'kind: the mapping says nothing of the type "elogio"'],
  ]);
});

test.each([
  ['a key that is not known', { ...least, colour: 'red' }, 'colour'],
  ['a status that is not known', { ...least, status: { field: 's', values: { a: 'vanished' } } }, 'status.values.a'],
  ['a language that is none', { ...least, language: 'Italiano' }, 'language: not a language code'],
  ['a missing key', { ...least, category: undefined }, 'category'],
  ['a time zone that is none', { ...least, timezone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone'],
  [
    'a projection that is none',
    { ...least, place: { x: 'x', y: 'y', projection: 'EPSG:1' } },
    'projection "EPSG:1" is not known',
  ],
])('%s in a mapping file is refused by name', async (_, mapping, message) => {
  await expect(source(mapping)).rejects.toThrow(message);
});

test('a file that lacks a column of the mapping is refused', async () => {
  const file = await files.write('day,other\n2024-01-02,x\n');
  await expect(readFiles(await source(least), [file])).rejects.toThrow('it lacks what; its columns are day, other');
});
