import path from 'node:path';
import { accepts } from 'hono/accepts';
import { createMiddleware } from 'hono/factory';
import type { Context, TypedResponse } from 'hono';
import type { AppEnv, Deps } from '../deps.ts';
import { bodyCache, type BodyCache, boundedMap, cacheControl, etagOf, matches } from '../http/caching.ts';
import { type Cell, csvText } from '../http/csv.ts';
import { type Filters, filterFields, filtersOf } from '../http/filters.ts';
import { ProblemError } from '../http/problem.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { asOfText } from './days.ts';
import { type DefinitionId, definitionLink } from './definitions.ts';
import type { Envelope } from './envelope.ts';

/** A table of the rows of an answer. */
interface Table {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** One kind of figures: what it is called, which words it uses, how it is computed, and the same as a table. */
export interface Endpoint<Options, Data extends object> {
  name: string;
  definitions: readonly DefinitionId[];
  compute(snapshot: Snapshot, filters: Filters, options: Options): Promise<Data>;
  table(data: Data): Table;
}

type Query = { snapshot?: string | undefined; format?: 'json' | 'csv' | undefined } & Filters;

/** What is known of an address asked before. */
interface Seen {
  /** The snapshot asked for; undefined: the newest. */
  version: string | undefined;
  /** The file that answered. */
  file: string;
  headers: ReturnType<typeof headersOf>;
}

const addressesRemembered = 2_000;
const longestAddress = 2_000;

/** Answers share one cache of bodies; made once for all routes of a process. */
export function answering(deps: Pick<Deps, 'snapshots'>, cache: BodyCache = bodyCache(64 * 2 ** 20)) {
  const underWay = new Map<string, Promise<string>>();
  const seen = boundedMap<Seen>(addressesRemembered);

  function bodyFor(etag: string, compute: () => Promise<string>): Promise<string> | string {
    const body = cache.get(etag);
    if (body !== undefined) return body;
    let work = underWay.get(etag);
    if (!work) {
      work = compute().finally(() => underWay.delete(etag));
      underWay.set(etag, work);
    }
    return work.then((text) => {
      cache.set(etag, text);
      return text;
    });
  }

  async function answer<Options, Data extends object>(
    c: Context<AppEnv>,
    query: Query & NoInfer<Options>,
    endpoint: Endpoint<Options, Data>,
  ): Promise<TypedResponse<Envelope & Data, 200, 'json'>> {
    const snapshot = await snapshotOf(deps, c.get('municipality').slug, query.snapshot);
    const format = formatOf(c, query.format);
    const filters = filtersOf(query);
    const etag = etagOf(snapshot.meta.version, path.basename(snapshot.file), endpoint.name, format, filters, ownOptions(query));
    const headers = headersOf(c, snapshot, endpoint.name, format, etag, query.snapshot !== undefined);
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers) as never;
    const body = await bodyFor(etag, () => bodyOf(snapshot, endpoint, filters, query, format));
    const address = addressOf(c);
    if (address.length <= longestAddress) seen.set(address, { version: query.snapshot, file: snapshot.file, headers });
    // The text is the JSON of Envelope & Data (or its CSV): the type checker cannot see through a cached text.
    return c.body(body, 200, headers) as never;
  }

  /** Answers 304 to an address answered before, without reading its parameters again. */
  const unchanged = createMiddleware<AppEnv>(async (c, next) => {
    const asked = c.req.header('if-none-match');
    const known = asked ? seen.get(addressOf(c)) : undefined;
    if (known && matches(asked, known.headers.etag)) {
      const { file } = await snapshotOf(deps, c.get('municipality').slug, known.version);
      if (file === known.file) return c.body(null, 304, known.headers);
    }
    return next();
  });

  return { answer, unchanged };
}

function addressOf(c: Context<AppEnv>): string {
  return `${c.get('municipality').slug} ${c.req.header('accept') ?? ''} ${c.req.url}`;
}

async function bodyOf<Q, Data extends object>(
  snapshot: Snapshot,
  endpoint: Endpoint<Q, Data>,
  filters: Filters,
  query: Q,
  format: 'json' | 'csv',
): Promise<string> {
  const data = await endpoint.compute(snapshot, filters, query);
  if (format === 'csv') {
    const { header, rows } = endpoint.table(data);
    return csvText(header, rows);
  }
  const envelope: Envelope = {
    snapshot: { version: snapshot.meta.version, asOf: asOfText(snapshot.meta.asOf) },
    definitions: endpoint.definitions.map(definitionLink),
    filters,
  };
  return JSON.stringify({ ...envelope, ...data });
}

/** The newest snapshot, or the version asked for. Errors: `ProblemError` unavailable, not-found. */
export async function snapshotOf(
  { snapshots }: Pick<Deps, 'snapshots'>,
  municipality: string,
  version: string | undefined,
): Promise<Snapshot> {
  const snapshot = version === undefined ? await snapshots.current(municipality) : await snapshots.pinned(municipality, version);
  if (snapshot) return snapshot;
  if (version === undefined) throw new ProblemError('unavailable', 'There is no snapshot yet.');
  throw new ProblemError('not-found', `No snapshot "${version}" is kept.`);
}

function formatOf(c: Context, asked: 'json' | 'csv' | undefined): 'json' | 'csv' {
  if (asked) return asked;
  const type = accepts(c, { header: 'Accept', supports: ['application/json', 'text/csv'], default: 'application/json' });
  return type === 'text/csv' ? 'csv' : 'json';
}

const notOwn = new Set([...Object.keys(filterFields), 'format']);

function ownOptions(query: object): [string, unknown][] {
  return Object.entries(query)
    .filter(([key]) => !notOwn.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function headersOf(c: Context, { meta }: Snapshot, name: string, format: 'json' | 'csv', etag: string, pinned: boolean) {
  const other = new URL(c.req.url);
  other.searchParams.set('format', format === 'csv' ? 'json' : 'csv');
  const otherType = format === 'csv' ? 'application/json' : 'text/csv';
  return {
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    'cache-control': cacheControl(pinned),
    etag,
    vary: 'Accept',
    link: `<${other.pathname}${other.search}>; rel="alternate"; type="${otherType}"`,
    ...(format === 'csv'
      ? { 'content-disposition': `attachment; filename="${meta.municipality}-${name}-${meta.version}.csv"` }
      : {}),
  };
}
