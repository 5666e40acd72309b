import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoSlug } from '#etl/demo/create.ts';
import { connect } from '#sql/connect.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import { freePort, killPrograms, startProgram, untilAnswered } from './testing.ts';

const slow = 300_000;
const secret = 'a secret of the tests that is long enough';

// On a server, as two processes at once: one of them makes the demo, the other waits for it.
test('an empty database becomes the whole demo, on a map', { timeout: slow }, async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-first-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const url = await freshDatabaseUrl('_first');
  const port = await freePort();
  const settings = { DATA_DIR: dir, PORT: String(port), ...(url && { DATABASE_URL: url, AUTH_SECRET: secret, DEMO: 'on' }) };
  const parts = url
    ? [
        ['--only', 'api'],
        ['--only', 'etl'],
      ]
    : [[]];
  const programs = parts.map((args) => startProgram('api/main.ts', args, settings));
  onTestFinished(() => killPrograms(programs));

  await untilAnswered(`http://127.0.0.1:${port}/health/ready`, ({ ok }) => ok, ...programs);
  const said = programs.map(({ stdout }) => stdout()).join('');
  expect(said.match(/streets and house numbers/g)).toHaveLength(1);
  expect(said).toMatch(/Making the demo municipality: 2500 of 2\d{4} reports …/);
  expect(said).toContain(`Comune di Borgo Demo: open http://localhost:${port}/`);
  const page = await fetch(`http://127.0.0.1:${port}/explore`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<civic-hexmap')]);

  for (const { child } of programs) child.kill('SIGINT');
  for (const { ended } of programs) expect((await ended).code).toBe(0);
  const database = await connect({ url, dir });
  const { count } = await database
    .of(demoSlug)
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  await database.close();
  expect(Number(count)).toBeGreaterThan(20_000);
});
