import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Client, Engine } from './connect.ts';
import { parseBigint, parseDate, parseNumeric, typeIds } from './values.ts';

const parsers = new Map<number, (text: string) => unknown>([
  [typeIds.int8, parseBigint],
  [typeIds.date, parseDate],
  [typeIds.numeric, parseNumeric],
]);
const types: pg.CustomTypesConfig = { getTypeParser: (id: number) => parsers.get(id) ?? pg.types.getTypeParser(id) };

/** PostGIS over the network, by `pg` alone (docs/adr/0002). */
export function openServer(url: string, poolSize: number): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 120_000,
    query_timeout: 130_000,
    idle_in_transaction_session_timeout: 120_000,
    keepAlive: true,
  });
  // An idle client whose backend dies emits 'error'; without a listener that would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  return {
    kind: 'server',
    pool,
    async withClient(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        return await work(asClient(client));
      } catch (error) {
        broken = true;
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async readView(work) {
      const client = new pg.Client({ connectionString: url, types, keepAlive: true, connectionTimeoutMillis: 10_000 });
      client.on('error', () => {});
      await client.connect();
      try {
        await client.query('begin isolation level repeatable read read only');
        return await work({
          query: async <R>(text: string) => (await client.query(text)).rows as R[],
          copyOut: async (text) => client.query(copyTo(text)),
        });
      } finally {
        // Ends the transaction as well, and a stream that was left off halfway.
        await client.end();
      }
    },
    async alone(name, work) {
      const client = await pool.connect();
      const ask = async (lock: 'pg_try_advisory_lock' | 'pg_advisory_unlock') => {
        const { rows } = await client.query<{ yes: boolean }>(`select ${lock}(hashtextextended($1, 0)) as yes`, [name]);
        return rows[0]!.yes;
      };
      let held = false;
      try {
        held = await ask('pg_try_advisory_lock');
        if (!held) return undefined;
        return await work({ confirm: async () => void (await client.query('select 1')) });
      } finally {
        const freed = !held || (await ask('pg_advisory_unlock').catch(() => false));
        client.release(!freed);
      }
    },
  };
}

function asClient(client: pg.PoolClient): Client {
  return {
    query: (sql, parameters) => client.query(sql, parameters as unknown[]) as never,
    async copyIn(sql, chunks) {
      const sink = client.query(copyFrom(sql));
      await pipeline(Readable.from(chunks), sink);
    },
  };
}
