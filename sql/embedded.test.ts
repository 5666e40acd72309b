import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { DataDirInUse } from './embedded.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const children: ChildProcess[] = [];
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-embedded-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

/** Another process of this program; the script finds the folder in `dir`, and `connect` imported. */
function processRunning(script: string): ChildProcess & { lines: AsyncIterator<string> } {
  const whole = `import { connect } from '#sql/connect.ts'; const dir = process.argv[1]; ${script}`;
  const child = spawn(process.execPath, ['--eval', whole, dir], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return Object.assign(child, { lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() });
}

async function nextLine(child: { lines: AsyncIterator<string> }): Promise<string> {
  const { value, done } = await child.lines.next();
  if (done) throw new Error('the process ended without another line');
  return value;
}

async function kill(child: ChildProcess): Promise<void> {
  expect(child.exitCode).toBeNull();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Writes one number after the other, and says each once it is written; first what it found. */
const writer = `
  const database = await connect({ dir });
  const run = (text) => database.transaction(null, ({ client }) => client.query(text));
  await run('create table if not exists ledger (n int primary key, filler text)');
  const { rows } = await run('select n from ledger order by n');
  console.log('found ' + JSON.stringify(rows.map(({ n }) => n)));
  for (let n = rows.length ? rows.at(-1).n + 1 : 1; ; n++) {
    await run("insert into ledger values (" + n + ", repeat('x', 2000))");
    console.log(String(n));
  }`;

// The same whatever TEST_DATABASE_URL says: once is enough.
describe.runIf(!process.env.TEST_DATABASE_URL)('the embedded database in a folder', () => {
  test('ten processes killed in the midst of writing lose nothing they acknowledged', { timeout: 180_000 }, async () => {
    let acknowledged = 0;
    for (let round = 0; round <= 10; round++) {
      const child = processRunning(writer);
      const found = JSON.parse((await nextLine(child)).replace('found ', '')) as number[];
      expect(found.length).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toEqual(Array.from({ length: found.length }, (_, index) => index + 1));
      for (let writes = 0; writes < 1 + ((round * 7) % 20); writes++) acknowledged = Number(await nextLine(child));
      await kill(child);
    }
    expect(acknowledged).toBeGreaterThan(50);
  });

  describe('a folder that is in use', () => {
    test('is refused to a second process, in one line, and the first goes on unharmed', async () => {
      const database = await connect({ dir });
      const run = (text: string) => database.transaction(null, ({ client }) => client.query<{ n: number }>(text));
      await run('create table ledger (n int)');
      const second = processRunning(`
      await connect({ dir }).then(() => console.log('opened'), (error) => console.log(error.name + ': ' + error.message));
      process.exit();`);
      const said = await nextLine(second);
      expect(said).toContain(`DataDirInUse: DATA_DIR ${dir} is in use by process ${process.pid}`);
      expect(said).toContain('choose another DATA_DIR');
      await run('insert into ledger values (1)');
      await database.close();

      const third = await connect({ dir });
      const { rows } = await third.transaction(null, ({ client }) => client.query('select n from ledger'));
      expect(rows).toEqual([{ n: 1 }]);
      await third.close();
    });

    test('is refused to the same process as well, until it is closed', async () => {
      const database = await connect({ dir });
      await expect(connect({ dir: `${dir}/` })).rejects.toThrow(DataDirInUse);
      await expect(connect({ dir })).rejects.toThrow(/is in use/);
      await database.close();
      const again = await connect({ dir });
      await again.close();
      await expect(again.transaction(null, ({ client }) => client.query('select 1'))).rejects.toThrow(/has stopped/);
    });
  });

  test('a process killed while it lays the database leaves a folder that opens next time', { timeout: 120_000 }, async () => {
    for (const delay of [200, 500, 900, 1400, 2000, 2600]) {
      const child = processRunning(`await connect({ dir }); console.log('opened');`);
      await wait(delay);
      await kill(child);
    }
    const database = await connect({ dir });
    const { rows } = await database.transaction(null, ({ client }) =>
      client.query('select postgis_lib_version() is not null as ok'),
    );
    expect(rows).toEqual([{ ok: true }]);
    await database.close();
    expect((await readdir(dir)).toSorted()).toEqual(['database', 'in-use.lock']);
  });
});
