import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemo, demoSlug } from '#etl/demo/create.ts';
import { connect } from '#sql/connect.ts';
import { migrateAll } from '#sql/migrate.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import { freePort, killPrograms, type Program, startProgram, untilAnswered } from './testing.ts';

const slow = 120_000;
const secret = 'a secret of the tests that is long enough';
let dir: string;
let settings: Record<string, string>;
let reports: number;
const programs: Program[] = [];

/** Starts the program on the database of this file. */
async function start(...args: string[]) {
  const port = await freePort();
  const program = startProgram('api/main.ts', args, { ...settings, PORT: String(port) });
  programs.push(program);
  const url = (place: string) => `http://127.0.0.1:${port}${place}`;
  const ready = () => untilAnswered(url('/health/ready'), ({ ok }) => ok, program);
  const ended = (signal: NodeJS.Signals) => {
    program.child.kill(signal);
    return program.ended;
  };
  return { program, port, url, ready, ended };
}

/** Runs the program with other settings until it ends by itself. */
async function refused(other: Record<string, string | undefined>, ...args: string[]) {
  const program = startProgram('api/main.ts', args, { DATA_DIR: path.join(dir, 'other'), PORT: '0', ...other });
  programs.push(program);
  const { code, stderr } = await program.ended;
  return { code, lines: stderr.trimEnd().split('\n') };
}

async function countReports(): Promise<number> {
  const database = await connect({ url: settings.DATABASE_URL, dir });
  const rows = await database.of(demoSlug).selectFrom('report').select('id').execute();
  await database.close();
  return rows.length;
}

async function numbers(url: (place: string) => string): Promise<{ reports: number; snapshot: object }> {
  const { reports: counted, snapshot } = await (await fetch(url('/api/stats/summary'))).json();
  return { reports: counted, snapshot };
}

// A small demo is laid down first, so that only the test of the empty start waits for the whole one.
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-main-'));
  const url = await freshDatabaseUrl('_main');
  settings = { DATA_DIR: dir, ...(url && { DATABASE_URL: url, AUTH_SECRET: secret, DEMO: 'on' }) };
  const database = await connect({ url, dir });
  await migrateAll(database);
  await createDemo(database, { now: new Date(), reports: 300 });
  await database.close();
  reports = await countReports();
});

afterAll(async () => {
  await killPrograms(programs);
  await rm(dir, { recursive: true, force: true });
});

test(
  'it answers from the first moment, is ready when pages can be served, survives kill -9, and ends in order',
  { timeout: slow },
  async () => {
    const first = await start();
    await untilAnswered(first.url('/health/live'), ({ status }) => status === 200, first.program);
    const early = await fetch(first.url('/health/ready'));
    expect([early.status, await early.json()]).toEqual([503, { ready: false, reason: 'starting' }]);
    const page = await fetch(first.url('/explore'));
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await page.text()).toMatch(/starting/);

    await first.ready();
    expect(first.program.stdout()).toMatch(/^Opening the .*database/);
    expect(first.program.stdout()).toContain('Taking the first snapshot of Comune di Borgo Demo …');
    expect(first.program.stdout()).toContain(`Comune di Borgo Demo: open http://localhost:${first.port}/`);
    const explore = await fetch(first.url('/explore'));
    expect([explore.status, explore.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await explore.text()).toContain('Borgo Demo');
    const before = await numbers(first.url);
    expect(before.reports).toBeGreaterThan(200);
    expect((await first.ended('SIGKILL')).code).toBeNull();

    const second = await start();
    await second.ready();
    expect(await numbers(second.url)).toEqual(before);
    expect(second.program.stdout()).not.toMatch(/first snapshot|Making the demo/);
    const asked = Date.now();
    const { code, stdout } = await second.ended('SIGINT');
    expect(code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(stdout).toMatch(/Ctrl-C ends it\.\n\nEnding …\n$/);
    expect(await countReports()).toBe(reports);
  },
);

test('it ends in order as well while it starts', { timeout: slow }, async () => {
  const early = await start();
  await untilAnswered(early.url('/health/live'), ({ status }) => status === 200, early.program);
  const { code, stderr } = await early.ended('SIGTERM');
  expect([code, stderr]).toEqual([0, '']);
});

if (process.env.TEST_DATABASE_URL) {
  test('the web server and the jobs run as two processes', { timeout: slow }, async () => {
    const [api, etl] = [await start('--only', 'api'), await start('--only', 'etl')];
    await api.ready();
    expect((await numbers(api.url)).reports).toBeGreaterThan(200);
    await expect.poll(() => etl.program.stdout(), { timeout: slow }).toContain('The ETL worker is running.');
    await expect(fetch(etl.url('/health/live'))).rejects.toThrow('fetch failed');
    expect(await Promise.all([api.ended('SIGINT'), etl.ended('SIGTERM')])).toMatchObject([{ code: 0 }, { code: 0 }]);
  });
} else {
  test('a second process on the same folder is told so in one line, and harms nothing', { timeout: slow }, async () => {
    const first = await start();
    await first.ready();
    const second = await refused({ DATA_DIR: dir });
    expect(second).toEqual({
      code: 1,
      lines: [`DATA_DIR ${dir} is in use by process ${first.program.child.pid}: stop it, or choose another DATA_DIR.`],
    });
    expect((await fetch(first.url('/explore'))).status).toBe(200);
    expect((await first.ended('SIGINT')).code).toBe(0);
  });
}

test('a port in use is named in one line', { timeout: slow }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const answer = await refused({ PORT: String(port) });
  other.close();
  expect(answer).toEqual({ code: 1, lines: [`PORT ${port} is in use by another program: set PORT to another one.`] });
});

test('settings that cannot be are named in one line each, and never repeated', { timeout: slow }, async () => {
  const url = 'postgres://someone:hunter2@127.0.0.1:1/nowhere';
  const [withoutSecret, malformed, unreachable] = [
    await refused({ DATABASE_URL: url }),
    await refused({ DATABASE_URL: 'mysql://hunter2', AUTH_SECRET: secret, SNAPSHOT_CRON: 'hunter2' }),
    await refused({ DATABASE_URL: url, AUTH_SECRET: secret }),
  ];
  expect(withoutSecret).toMatchObject({ code: 1, lines: [expect.stringMatching(/^AUTH_SECRET: required with DATABASE_URL/)] });
  expect(malformed).toMatchObject({
    code: 1,
    lines: [expect.stringMatching(/^DATABASE_URL: /), expect.stringMatching(/^SNAPSHOT_CRON: /)],
  });
  expect(unreachable).toEqual({ code: 1, lines: ['DATABASE_URL: the database cannot be reached (ECONNREFUSED).'] });
  expect(JSON.stringify([withoutSecret, malformed, unreachable])).not.toContain('hunter2');
});

test('an argument that means nothing is refused before anything is opened', { timeout: slow }, async () => {
  expect(await refused({}, '--only', 'x')).toEqual({ code: 1, lines: ['--only: api or etl; without it, one process does both'] });
  expect(await refused({}, '--onyl', 'api')).toMatchObject({ code: 1, lines: [expect.stringContaining('--onyl')] });
});
