import path from 'node:path';
import { type DuckDBResult } from '@duckdb/node-api';
import { type Lane, type OpenFile, openFile } from './file.ts';
import { integersOf } from './integers.ts';
import type { Manifest } from './manifest.ts';
import { bind, flatten } from './parameters.ts';
import { rowsOf } from './rows.ts';
import type { Bindable, Snapshot, SnapshotMeta } from './snapshot.ts';

const longestQueryMs = 30_000;

/** A snapshot whose file is opened when it is first asked, and again when it is asked after having been closed. */
export interface Handle {
  snapshot: Snapshot;
  manifest: Manifest;
  /** Closes the file once its last running query has ended; asking again opens it again. */
  release(): void;
}

/** What a handle tells the reader that made it. */
interface HandleEvents {
  log: (line: string, fields?: Record<string, unknown>) => void;
  /** A statement failed: the file may be damaged. */
  failed: () => void;
}

/** The handle of a file in `folder` that has been found sound. */
export function handleOf(folder: string, manifest: Manifest, events: HandleEvents): Handle {
  const file = path.join(folder, manifest.file);
  const keeper = keepOpen(file);

  function guarded<T>(sql: string, values: Record<string, unknown>, work: () => Promise<T>): Promise<T> {
    return work().catch((error: Error) => {
      const message = withoutValues(error.message, values);
      events.log('snapshot statement failed', { version: manifest.version, message, sql });
      events.failed();
      throw new Error('a statement on a snapshot failed; the log has it');
    });
  }

  async function run<T>(
    sql: string,
    parameters: Record<string, Bindable>,
    read: (result: DuckDBResult) => Promise<T>,
  ): Promise<T> {
    const flat = flatten(sql, parameters);
    return guarded(flat.sql, flat.values, () =>
      keeper.use((open) =>
        open.withLane(async (lane) => {
          const timer = setTimeout(() => lane.connection.interrupt(), longestQueryMs);
          try {
            const statement = await lane.prepare(flat.sql);
            bind(statement, flat.values);
            return await read(await statement.run());
          } finally {
            clearTimeout(timer);
          }
        }),
      ),
    );
  }

  const query = <Row>(sql: string, parameters: Record<string, Bindable> = {}) => run(sql, parameters, readAll<Row>);
  const integers = (sql: string, parameters: Record<string, Bindable> = {}) => run(sql, parameters, integersOf);

  async function* stream<Row>(sql: string, parameters: Record<string, Bindable> = {}): AsyncGenerator<Row[]> {
    const flat = flatten(sql, parameters);
    const { open, done } = await guarded(flat.sql, flat.values, keeper.hold);
    let taken: { lane: Lane; giveBack: () => void } | undefined;
    try {
      taken = await open.takeLane();
      const { lane } = taken;
      const result = await guarded(flat.sql, flat.values, async () => {
        const statement = await lane.prepare(flat.sql);
        bind(statement, flat.values);
        return statement.stream();
      });
      const [names, types] = [result.deduplicatedColumnNames(), result.columnTypes()];
      for (;;) {
        const chunk = await guarded(flat.sql, flat.values, () => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) break;
        yield rowsOf<Row>(chunk, names, types);
      }
    } finally {
      taken?.giveBack();
      done();
    }
  }

  return { manifest, release: keeper.release, snapshot: { meta: metaOf(manifest), file, query, integers, stream } };
}

async function readAll<Row>(result: DuckDBResult): Promise<Row[]> {
  const [names, types] = [result.deduplicatedColumnNames(), result.columnTypes()];
  const rows: Row[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return rows;
    for (const row of rowsOf<Row>(chunk, names, types)) rows.push(row);
  }
}

/** Counts who uses an open file, so that it is closed only when nobody does. */
function keepOpen(file: string) {
  let opened: Promise<OpenFile> | undefined;
  let users = 0;
  let wanted = true;
  const closeIfIdle = () => {
    if (wanted || users > 0 || !opened) return;
    const closing = opened;
    opened = undefined;
    closing.then((open) => open.close()).catch(() => {});
  };
  const hold = async () => {
    users += 1;
    try {
      opened ??= openFile(file);
      const open = await opened;
      return {
        open,
        done: () => {
          users -= 1;
          closeIfIdle();
        },
      };
    } catch (error) {
      users -= 1;
      opened = undefined;
      throw error;
    }
  };
  return {
    hold,
    async use<T>(work: (open: OpenFile) => Promise<T>): Promise<T> {
      const { open, done } = await hold();
      try {
        return await work(open);
      } finally {
        done();
      }
    },
    release() {
      wanted = false;
      closeIfIdle();
    },
  };
}

/** DuckDB quotes what it could not read: what people typed stays out of the log. */
function withoutValues(message: string, values: Record<string, unknown>): string {
  let text = message;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') text = text.replaceAll(value, () => `$${name}`);
  }
  return text;
}

function metaOf(manifest: Manifest): SnapshotMeta {
  const { version, municipality, name, timezone, language, isDemo, reports } = manifest;
  const { asOf, settings } = { asOf: new Date(manifest.asOf), settings: manifest.settings as SnapshotMeta['settings'] };
  return { version, municipality, name, timezone, language, isDemo, asOf, reports, settings };
}
