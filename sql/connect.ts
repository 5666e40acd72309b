import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Readable } from 'node:stream';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';
import type { DB } from './schema.gen.ts';

/** Kysely over the tables of one municipality and of `platform`. */
export type Db = Kysely<DB>;

/** Part of what COPY is given: text, or its bytes in UTF-8. */
export type CopyChunk = string | Uint8Array<ArrayBuffer>;

/** The part of a driver's client that this project uses; `pg` and the embedded database both offer it. */
export interface Client {
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<{ rows: R[]; rowCount: number | null; command: string }>;
  /** Runs `copy … from stdin` with the chunks. */
  copyIn(sql: string, chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>): Promise<void>;
}

/** One transaction on one connection: queries by Kysely, bulk loads by COPY, all or nothing. */
export interface Session {
  db: Db;
  client: Client;
}

/** What an engine (server or embedded) offers; `connect` builds the rest on it. */
export interface Engine {
  kind: 'server' | 'embedded';
  pool: PostgresPool;
  /** A client of its own for the time of `work`. */
  withClient<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** One repeatable-read, read-only view of the database, for the time of `work`. */
  readView<T>(work: (view: ReadView) => Promise<T>): Promise<T>;
  /**
   * Runs `work` while nobody else who asks for the same name does, in this process or any other on the database.
   * Returns undefined, without running it, when somebody does.
   */
  alone<T>(name: string, work: (hold: Hold) => Promise<T>): Promise<T | undefined>;
}

/** The right to be alone. */
export interface Hold {
  /** Throws when it was lost (the database ended the connection that held it), so that somebody else may have begun. */
  confirm(): Promise<void>;
}

/** A frozen view of the database: whatever is read through it agrees. */
export interface ReadView {
  query<R>(sql: string): Promise<R[]>;
  /** Streams `copy (…) to stdout`; the whole statement is given. */
  copyOut(sql: string): Promise<Readable>;
}

/** An open database. */
export interface Database {
  kind: Engine['kind'];
  db: Db;
  /** Kysely with every unqualified table in the schema of this municipality. */
  of(municipality: string): Db;
  /** One transaction with the municipality's schema as search path; rolled back when `work` throws. */
  transaction<T>(municipality: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  readView: Engine['readView'];
  alone: Engine['alone'];
  close(): Promise<void>;
}

/**
 * Opens the database: PostGIS at `url`, else the embedded one in `dir`, else (neither given) an embedded one in memory.
 * Errors: `DataDirInUse` when another process has the folder open.
 */
export async function connect(where: {
  url?: string | undefined;
  dir?: string | undefined;
  poolSize?: number;
}): Promise<Database> {
  const engine = where.url ? openServer(where.url, where.poolSize ?? 10) : await openEmbedded(where.dir);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: engine.pool }) });
  return {
    kind: engine.kind,
    db,
    of: (municipality) => db.withSchema(municipality),
    transaction: (municipality, work) => engine.withClient((client) => inTransaction(client, municipality, work)),
    readView: (work) => engine.readView(work),
    alone: (name, work) => engine.alone(name, work),
    close: () => engine.pool.end(),
  };
}

async function inTransaction<T>(client: Client, municipality: string | null, work: (session: Session) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    if (municipality) await client.query(`set local search_path to ${quoteIdentifier(municipality)}, public`);
    const result = await work({ db: boundTo(client, municipality), client });
    const { command } = await client.query('commit');
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back: an earlier statement of it failed');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** Kysely on this one client, so that its queries are part of the client's transaction. */
function boundTo(client: Client, municipality: string | null): Db {
  const pooled = { query: client.query.bind(client), release: () => {} } as never;
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: async () => pooled, end: async () => {}, options: {} } }),
  });
  return municipality ? db.withSchema(municipality) : db;
}

/** `name` as an SQL identifier. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
