import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { CopyChunk } from './connect.ts';
import { parseBigint, parseDate, parseNumeric, typeIds } from './values.ts';

// The thread in which PGlite runs: answers { id, op, sql, parameters } with { id, result } or { id, error }, one at a time.

interface Call {
  id: number;
  op: 'query' | 'copyIn' | 'copyOut' | 'close';
  sql: string;
  parameters?: unknown[];
}

const { dataDir, image } = workerData as { dataDir: string | undefined; image: Uint8Array<ArrayBuffer> | undefined };
const database = PGlite.create(dataDir ?? 'memory://', {
  extensions: { postgis },
  ...(image ? { loadDataDir: new Blob([image]) } : {}),
  parsers: { [typeIds.int8]: parseBigint, [typeIds.date]: parseDate, [typeIds.numeric]: parseNumeric },
});
let turn: Promise<unknown> = database;

parentPort!.on('message', (call: Call) => {
  turn = turn.then(
    () => answer(call),
    (error) => reply(call.id, { error: plainError(error) }),
  );
});

async function answer({ id, op, sql, parameters }: Call): Promise<void> {
  try {
    const pglite = await database;
    if (op === 'close') {
      await pglite.close();
      return reply(id, { result: { rows: [], rowCount: null, command: 'CLOSE' } });
    }
    if (op === 'copyIn') {
      await pglite.query(sql, [], { blob: new Blob(parameters![0] as CopyChunk[]) });
      return reply(id, { result: { rows: [], rowCount: null, command: 'COPY' } });
    }
    if (op === 'copyOut') {
      const { blob } = await pglite.query(sql);
      return reply(id, {
        result: {
          rows: [],
          rowCount: null,
          command: 'COPY',
          blob: blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array(),
        },
      });
    }
    if (/^\s*commit\b/i.test(sql) && (await isAborted(pglite))) {
      await pglite.exec('rollback');
      return reply(id, { result: { rows: [], rowCount: null, command: 'ROLLBACK' } });
    }
    // Without parameters the text may hold several statements, as with pg.
    const result = parameters?.length ? await pglite.query(sql, parameters) : (await pglite.exec(sql)).at(-1);
    const count = result?.affectedRows ?? 0;
    const rows = result?.rows ?? [];
    reply(id, { result: { rows, rowCount: count || rows.length, command: commandOf(sql) } });
  } catch (error) {
    reply(id, { error: plainError(error) });
  }
}

/** Whether an earlier statement of the transaction failed: PGlite tells nothing of what became of a commit. */
async function isAborted(pglite: PGlite): Promise<boolean> {
  try {
    await pglite.query('select 1');
    return false;
  } catch {
    return true;
  }
}

/** The first word of the statement; for `with …` the first verb that changes data, as in the server's command tag. */
function commandOf(sql: string): string {
  const word = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
  return word === 'WITH' ? (/\b(insert|update|delete|merge)\b/i.exec(sql)?.[1]?.toUpperCase() ?? 'SELECT') : word;
}

function plainError(error: unknown) {
  const { message, code, detail, constraint } = error as Error & { code?: string; detail?: string; constraint?: string };
  return { message, code, detail, constraint };
}

function reply(id: number, body: object): void {
  parentPort!.postMessage({ id, ...body });
}
