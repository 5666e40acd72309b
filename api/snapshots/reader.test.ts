import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manifestName, snapshotFolder } from './manifest.ts';
import { openSnapshots } from './reader.ts';
import type { Snapshots } from './snapshot.ts';
import { testVersion, writeTestSnapshot } from './testing.ts';

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'reader-'));
const folder = snapshotFolder(dataDir, 'prova');
const numbered = (number: number, rows = 10) =>
  `create table t as select ${number} as number, range as i, 'testo ' || range as words from range(${rows})`;
const write = (number: number, rows?: number) => writeTestSnapshot(dataDir, 'prova', number, numbered(number, rows));
let logged: { line: string; fields: Record<string, unknown> }[] = [];
let snapshots: Snapshots;
beforeEach(() => {
  logged = [];
  snapshots = openSnapshots(dataDir, { log: (line, fields = {}) => void logged.push({ line, fields }) });
});
afterEach(async () => {
  await snapshots.close();
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const numberOf = async () => {
  const snapshot = await snapshots.current('prova');
  return snapshot && (await snapshot.query<{ number: number }>('select any_value(number) as number from t'))[0]!.number;
};

test('there is none before the first one, and none for a municipality that cannot be', async () => {
  expect(await snapshots.current('prova')).toBeUndefined();
  expect(await snapshots.list('prova')).toEqual([]);
  expect(await snapshots.current('../prova')).toBeUndefined();
  expect(await snapshots.list('..')).toEqual([]);
});

test('the newest serves, kept ones can be asked for, and are listed newest first', async () => {
  await write(1);
  await write(2);
  expect(await numberOf()).toBe(2);
  const pinned = await snapshots.pinned('prova', testVersion(1));
  expect(await pinned!.query('select distinct number from t')).toEqual([{ number: 1 }]);
  expect(await snapshots.pinned('prova', testVersion(3))).toBeUndefined();
  expect(await snapshots.pinned('prova', '../../etc/passwd')).toBeUndefined();
  expect(await snapshots.list('prova')).toEqual([testVersion(2), testVersion(1)]);
});

test('a new version takes over without one failed query, and who holds the old one can go on', async () => {
  await write(1, 200_000);
  const held = (await snapshots.current('prova'))!;
  const over = new AbortController();
  const seen = new Set<number>();
  const askAgain = async () => {
    while (!over.signal.aborted) seen.add((await numberOf())!);
  };
  const stream = held.stream<{ number: number }>('select number from t');
  const iterator = stream[Symbol.asyncIterator]();
  await iterator.next();
  const asking = Promise.all([askAgain(), askAgain(), askAgain(), askAgain(), askAgain(), askAgain()]);
  for (const number of [2, 3]) {
    await write(number, 200_000);
    await vi.waitUntil(() => seen.has(number), { timeout: 20_000 });
  }
  over.abort();
  await asking;
  expect([...seen]).toEqual([1, 2, 3]);
  let rows = 0;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) rows += next.value.length;
  expect(rows).toBeGreaterThan(190_000);
  expect(await held.query('select distinct number from t')).toEqual([{ number: 1 }]);
  expect(logged).toEqual([]);
});

test('twenty flipped bytes and twenty cuts, each noticed before it serves', async () => {
  await write(1);
  const { file } = await write(2);
  const whole = await readFile(path.join(folder, file));
  for (let round = 0; round < 40; round += 1) {
    const place = Math.floor((whole.length * (round % 20)) / 20);
    const damaged = round < 20 ? Buffer.from(whole) : whole.subarray(0, place);
    if (round < 20) damaged[place]! ^= 1 << (round % 8);
    await writeFile(path.join(folder, file), damaged);
    const reader = openSnapshots(dataDir, { log: (line) => void logged.push({ line, fields: {} }) });
    expect((await reader.current('prova'))!.meta.version).toBe(testVersion(1));
    expect(await reader.pinned('prova', testVersion(2))).toBeUndefined();
    await reader.close();
  }
  expect(logged.filter(({ line }) => line === 'snapshot is damaged and not used')).toHaveLength(40);
});

test('a missing file or a manifest that cannot be read falls back to the one before', async () => {
  await write(1);
  const second = await write(2);
  await write(3);
  await rm(path.join(folder, second.file));
  await writeFile(path.join(folder, manifestName(testVersion(3))), '{"version": ');
  expect(await numberOf()).toBe(1);
});

test('a file that is damaged while it serves gives way to the one before', async () => {
  await write(1);
  const { file } = await write(2, 2_000_000);
  const snapshot = (await snapshots.current('prova'))!;
  const whole = await readFile(path.join(folder, file));
  await writeFile(path.join(folder, file), whole.fill(0xff, 12_288, whole.length));
  await expect(snapshot.query('select sum(i), max(words) from t')).rejects.toThrow(
    'a statement on a snapshot failed; the log has it',
  );
  await vi.waitUntil(async () => (await snapshots.current('prova'))?.meta.version === testVersion(1), { timeout: 20_000 });
  expect(await numberOf()).toBe(1);
});

test('a version rewritten under a new file name is read anew', async () => {
  await write(1);
  await write(2);
  const before = await snapshots.pinned('prova', testVersion(1));
  expect(await before!.query('select count(words) as n from t')).toEqual([{ n: 10 }]);
  const other = await writeTestSnapshot(dataDir, 'altra', 1, 'create table t as select null::varchar as words from range(10)');
  await rename(path.join(snapshotFolder(dataDir, 'altra'), other.file), path.join(folder, 'rewritten.duckdb'));
  await writeFile(path.join(folder, manifestName(testVersion(1))), JSON.stringify({ ...other, file: 'rewritten.duckdb' }));
  const after = await snapshots.pinned('prova', testVersion(1));
  expect(await after!.query('select count(words) as n from t')).toEqual([{ n: 0 }]);
});

test('values come as plain JSON', async () => {
  await write(1);
  const snapshot = (await snapshots.current('prova'))!;
  const [row] = await snapshot.query(
    `select 7::utinyint as tiny, 8::bigint as big, sum(9) as huge, 1.5::decimal(4, 1) as exact, 0.25 as part, true as yes,
       timestamp '2026-03-29 01:30:00.5' as moment, date '1969-12-31' as day, ['a', null] as list, {a: 1::bigint, b: [2]} as nested,
       '{"a": 1}'::json as json, null as nothing, 'x'::enum('x', 'y') as word`,
  );
  expect(row).toEqual({
    tiny: 7,
    big: 8,
    huge: 9,
    exact: 1.5,
    part: 0.25,
    yes: true,
    moment: '2026-03-29T01:30:00.500Z',
    day: '1969-12-31',
    list: ['a', null],
    nested: { a: 1, b: [2] },
    json: '{"a": 1}',
    nothing: null,
    word: 'x',
  });
  await expect(snapshot.query('select 9007199254740993 as big')).rejects.toThrow();
});

test('parameters are bound by name, lists too, and nothing in them is read as SQL', async () => {
  await write(1);
  const snapshot = (await snapshots.current('prova'))!;
  const ask = async (sql: string, parameters: Parameters<typeof snapshot.query>[1]) =>
    (await snapshot.query<{ i: number }>(`select i from t where ${sql} order by i`, parameters)).map(({ i }) => i);
  expect(await ask('i in $some', { some: [3, 1, 99] })).toEqual([1, 3]);
  expect(await ask('i in $some', { some: [] })).toEqual([]);
  expect(await ask('i not in $some', { some: [0, 1, 2, 3, 4, 5, 6] })).toEqual([7, 8, 9]);
  expect(await ask('words in $some and i < $some_more', { some: ['testo 1', 'testo 8', "' or true --"], some_more: 5 })).toEqual([
    1,
  ]);
  expect(await ask('words = $word', { word: "' or true --" })).toEqual([]);
  expect(await ask('i > $low and $none is null', { low: 7.5, none: null, unused: 'x' })).toEqual([8, 9]);
  const stream = snapshot.stream<{ i: number }>('select i from t where i in $some', { some: [4, 5] });
  expect((await Array.fromAsync(stream)).flat()).toEqual([{ i: 4 }, { i: 5 }]);
});

test('what was typed is neither in the error nor in the log; the statement is in the log only', async () => {
  await write(1);
  const snapshot = (await snapshots.current('prova'))!;
  const failing = snapshot.query('select $typed::integer from t', { typed: 'Mario Rossi, via Roma 1' });
  const error = await failing.catch((caught: Error) => caught);
  expect(String(error)).not.toMatch(/select|Rossi/);
  expect(logged).toHaveLength(1);
  expect(logged[0]!.fields.sql).toBe('select $typed::integer from t');
  expect(JSON.stringify(logged)).not.toContain('Rossi');
});

test('a snapshot can be neither changed nor used to read other files', async () => {
  await write(1);
  const snapshot = (await snapshots.current('prova'))!;
  const other = path.join(folder, manifestName(testVersion(1)));
  const attempts = ['delete from t', 'create table x (i int)', `from read_text('${other}')`, `copy t to '${other}.csv'`];
  for (const sql of [...attempts, `set enable_external_access = true`, `attach '${other}' as x`, 'install spatial']) {
    await expect(snapshot.query(sql), sql).rejects.toThrow();
  }
});

test('reading can stop early, and more versions than stay open can be asked for in turn', async () => {
  const versions = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const number of versions) await write(number, number === 1 ? 100_000 : 10);
  for await (const rows of (await snapshots.pinned('prova', testVersion(1)))!.stream('select * from t')) {
    expect(rows.length).toBeGreaterThan(0);
    break;
  }
  for (const number of [...versions, ...versions]) {
    const snapshot = (await snapshots.pinned('prova', testVersion(number)))!;
    expect(await snapshot.query('select distinct number from t')).toEqual([{ number }]);
  }
});
