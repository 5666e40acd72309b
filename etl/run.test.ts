import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killPrograms, type Program, startProgram } from '#api/testing.ts';
import { connect } from '#sql/connect.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import { testFiles } from './sources/testing.ts';

const slow = 120_000;
const secret = 'a secret of the tests that is long enough';
let files: Awaited<ReturnType<typeof testFiles>>;
let dir: string;
let url: string | undefined;
const programs: Program[] = [];

beforeAll(async () => {
  files = await testFiles();
  dir = path.join(files.folder, 'data');
  url = await freshDatabaseUrl('_run');
});
afterAll(async () => {
  await killPrograms(programs);
  await files.remove();
});

/** Runs a command as people do; `stdout` and `stderr` as lines. */
async function run(...args: string[]) {
  const settings = { DATA_DIR: dir, ...(url && { DATABASE_URL: url, AUTH_SECRET: secret }) };
  const program = startProgram('etl/run.ts', args, settings);
  programs.push(program);
  const { code, stdout, stderr } = await program.ended;
  return { code, stdout: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd().split('\n') };
}

/** Works on the database of the commands while none runs. */
async function between<T>(work: (database: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
  const database = await connect({ url, dir });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const columns = [
  'Creation_Date',
  'Status',
  'Completion_Date',
  'Service_Request_Number',
  'Type_of_Service_Request',
  'What_is_the_Nature_of_this_Code_Violation',
  'Street_Address',
  'Latitude',
  'Longitude',
];
const row = (number: string, more: Record<string, string> = {}) => ({
  Creation_Date: '2014-11-01',
  Status: 'Open',
  Service_Request_Number: number,
  Type_of_Service_Request: 'Sanitation Code Violation',
  Street_Address: '1 W OAK ST',
  Latitude: '41.9',
  Longitude: '-87.65',
  ...more,
});

test('what is no command is answered with those there are, before anything is opened', { timeout: slow }, async () => {
  expect(await run('improt', 'chicago')).toEqual({
    code: 2,
    stdout: [''],
    stderr: [expect.stringMatching(/^"improt" is no command: one of import, snapshot, .*verify/)],
  });
  expect(await run('verify', '--al')).toMatchObject({ code: 2, stderr: [expect.stringContaining('--al')] });
  expect(existsSync(dir)).toBe(false);
});

test('help is no failure; to say nothing is one', { timeout: slow }, async () => {
  const help = await run('--help');
  expect([help.code, help.stdout[0]]).toEqual([0, 'node etl/run.ts <command>']);
  const nothing = await run();
  expect([nothing.code, nothing.stdout]).toEqual([2, help.stdout]);
});

test('a command that works ends with 0, and with 1 when it finds something wrong', { timeout: slow }, async () => {
  const before = await run('verify');
  expect(before).toMatchObject({ code: 2, stderr: [expect.stringMatching(/^no municipality is registered yet/)] });

  const file = await files.csv(columns, [row('14-1'), row('14-2'), row('14-3', { Creation_Date: 'never' })]);
  const imported = await run('import', 'chicago', file, '--create', 'Chicago');
  expect([imported.code, imported.stdout.at(-1)]).toEqual([0, 'read 3, created 2, updated 0, unchanged 0, rejected 1']);
  expect((await run('import', 'chicago', file, '--municipality', 'chicago')).stdout.at(-1)).toBe(
    'read 3, created 0, updated 0, unchanged 2, rejected 1',
  );
  expect(await run('verify')).toEqual({ code: 0, stdout: ['chicago: every event holds'], stderr: [''] });

  const id = await between(async (database) => {
    const db = database.of('chicago');
    const report = await db.selectFrom('report').select('id').where('external_id', '=', '14-2').executeTakeFirstOrThrow();
    await db.updateTable('report_event').set({ actor: 'desk' }).where('report_id', '=', report.id).where('seq', '=', 1).execute();
    return report.id;
  });
  const tampered = await run('verify', '--municipality', 'chicago');
  expect([tampered.code, tampered.stdout[0], tampered.stdout.at(-1)]).toEqual([
    1,
    `chicago: report ${id}, event 1: altered, or moved here`,
    'chicago: found 1',
  ]);
});

test('a file of another source is refused in words, and nothing is written', { timeout: slow }, async () => {
  const file = await files.csv(['a', 'b'], [{ a: '1', b: '2' }], 'other.csv');
  const { code, stdout, stderr } = await run('import', 'chicago', file, '--create', 'Another');
  expect([code, stdout]).toEqual([1, ['']]);
  expect(stderr.join('\n')).toContain('other.csv');
  expect(stderr.join('\n')).not.toMatch(/^\s+at /m);
  expect(await between(({ db }) => db.selectFrom('platform.municipality').select('slug').execute())).not.toContainEqual({
    slug: 'another',
  });
});

if (!process.env.TEST_DATABASE_URL) {
  test('while a server has the folder, a command says so in one line', { timeout: slow }, async () => {
    const answer = await between(() => run('verify'));
    expect(answer).toEqual({
      code: 1,
      stdout: [''],
      stderr: [expect.stringMatching(`^DATA_DIR ${dir} is in use by process ${process.pid}: .*A running server`)],
    });
  });
}
