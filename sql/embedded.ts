import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { DuckDBInstance } from '@duckdb/node-api';
import type { PostgresPool } from 'kysely';
import type { Client, CopyChunk, Engine } from './connect.ts';
import { preparedDatabase } from './prepared.ts';

/** The folder's database is open in another process. */
export class DataDirInUse extends Error {
  constructor(dir: string, holder: string | undefined) {
    super(
      `DATA_DIR ${dir} is in use${holder ? ` by process ${holder}` : ' by another process'}: stop it, or choose another DATA_DIR.`,
    );
    this.name = 'DataDirInUse';
  }
}

interface Reply {
  id: number;
  result?: { rows: unknown[]; rowCount: number | null; command: string; blob?: Uint8Array };
  error?: { message: string; code?: string; detail?: string; constraint?: string };
}

/**
 * PGlite with PostGIS in a thread of its own, so that the server answers while it works. One connection: whoever has the
 * client has the database. `dir` undefined: in memory, gone at close.
 */
export async function openEmbedded(dir: string | undefined): Promise<Engine> {
  const unlock = dir ? await lockDataDir(dir) : async () => {};
  const dataDir = dir ? path.join(dir, 'database') : undefined;
  const thread = await startThread(dataDir).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const turns = queueOfTurns();
  const client = clientOf(thread);

  async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const done = await turns.next();
    try {
      return await work(client);
    } finally {
      done();
    }
  }

  let closed: Promise<void> | undefined;
  const pool: PostgresPool = {
    options: {},
    async connect() {
      const release = await turns.next();
      return { query: client.query, release } as never;
    },
    end: () =>
      (closed ??= thread
        .call('close')
        .then(() => thread.worker.terminate())
        .then(unlock)),
  };

  const held = new Set<string>();

  return {
    kind: 'embedded',
    pool,
    withClient,
    readView: (work) =>
      withClient(async (one) => {
        await one.query('begin isolation level repeatable read read only');
        try {
          return await work({
            query: async <R>(sql: string) => (await one.query<R>(sql)).rows,
            copyOut: async (sql) => {
              const { blob } = await thread.call('copyOut', sql.replace(/\bto stdout\b/i, "to '/dev/blob'"));
              return Readable.from(blob ? [Buffer.from(blob)] : []);
            },
          });
        } finally {
          await one.query('rollback');
        }
      }),
    // The folder belongs to this process (lockDataDir), so nobody else can ask.
    async alone(name, work) {
      if (held.has(name)) return undefined;
      held.add(name);
      try {
        return await work({ confirm: async () => {} });
      } finally {
        held.delete(name);
      }
    },
  };
}

function clientOf(thread: Thread): Client & { query: Client['query'] } {
  return {
    query: (sql, parameters) => thread.call('query', sql, parameters) as never,
    async copyIn(sql, chunks) {
      const parts: CopyChunk[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      await thread.call('copyIn', sql.replace(/\bfrom stdin\b/i, "from '/dev/blob'"), [parts]);
    },
  };
}

interface Thread {
  worker: Worker;
  call(op: string, sql?: string, parameters?: readonly unknown[]): Promise<NonNullable<Reply['result']>>;
}

async function startThread(dataDir: string | undefined): Promise<Thread> {
  const fresh = !dataDir || !existsSync(path.join(dataDir, 'PG_VERSION'));
  if (dataDir && fresh) await unpack(dataDir);
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), {
    workerData: { dataDir, image: dataDir ? undefined : await readFile(await preparedDatabase()) },
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.on('message', ({ id, result, error }: Reply) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(Object.assign(new Error(error.message), error));
    else call?.resolve(result as never);
  });
  let ended: Error | undefined;
  const fail = (error: Error) => {
    ended ??= error;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the embedded database has stopped')));
  worker.unref();
  const thread: Thread = {
    worker,
    call: (op, sql, parameters) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.set(++last, { resolve, reject });
        worker.postMessage({ id: last, op, sql, parameters });
      }),
  };
  worker.ref();
  await thread.call('query', 'select 1');
  return thread;
}

/** Lays the prepared empty database at `dataDir`; a crash midway leaves nothing there. */
async function unpack(dataDir: string): Promise<void> {
  const image = await preparedDatabase();
  const parent = path.dirname(dataDir);
  await mkdir(parent, { recursive: true });
  const left = (await readdir(parent)).filter((name) => name === 'database' || name.startsWith('database.'));
  for (const name of left) await rm(path.join(parent, name), { recursive: true, force: true });
  const temporary = `${dataDir}.${randomUUID()}`;
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), {
    workerData: { dataDir: temporary, image: await readFile(image) },
  });
  await new Promise<void>((resolve, reject) => {
    worker.on('message', ({ error }: Reply) => (error ? reject(new Error(error.message)) : resolve()));
    worker.on('error', reject);
    worker.postMessage({ id: 1, op: 'close' });
  });
  await worker.terminate();
  await rename(temporary, dataDir);
}

const lockedHere = new Set<string>();

/**
 * Keeps the folder for this process. DuckDB locks the files it opens for writing with the system's own lock, which the
 * system frees when the process ends in whatever way, so no lock is ever left behind.
 */
async function lockDataDir(dir: string): Promise<() => Promise<void>> {
  await mkdir(dir, { recursive: true });
  const here = await realpath(dir);
  // The system's lock does not hold a process off from itself.
  if (lockedHere.has(here)) throw new DataDirInUse(dir, String(process.pid));
  try {
    const lock = await DuckDBInstance.create(path.join(dir, 'in-use.lock'));
    lockedHere.add(here);
    return async () => {
      lock.closeSync();
      lockedHere.delete(here);
    };
  } catch (error) {
    const message = String(error);
    if (!/lock/i.test(message)) throw error;
    throw new DataDirInUse(dir, /PID (\d+)/.exec(message)?.[1]);
  }
}

/** First come, first served: `next` resolves when it is the caller's turn, with the function that ends the turn. */
function queueOfTurns() {
  let tail: Promise<void> = Promise.resolve();
  return {
    next(): Promise<() => void> {
      const before = tail;
      const { promise, resolve } = Promise.withResolvers<void>();
      tail = promise;
      return before.then(() => resolve);
    },
  };
}
