import { DuckDBInstance } from '@duckdb/node-api';
import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { AppEnv } from '#api/deps.ts';
import { bodyCache } from '#api/http/caching.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import type { Snapshot } from '#api/snapshots/snapshot.ts';
import { stats } from '#api/stats/routes.ts';

/** One line of the table: milliseconds, and the ratio to what it is measured against, where there is such a thing. */
export interface StatsLine {
  what: string;
  p50: number;
  p95: number;
  ratio?: number;
  against?: string;
}

const hexesIn = (condition: string) =>
  `select (cell >> 18) as hexagon, count(*) as reports from report where ${condition} group by 1`;

/**
 * Times of every kind of figure on one snapshot, no answer taken from the cache of bodies; those of hexagons beside the plain DuckDB query,
 * and a 304 beside a bare handler (as a ratio of rates: 1 is as fast).
 */
export async function benchStats(snapshot: Snapshot, runs = 60): Promise<StatsLine[]> {
  const uncached = appOver(snapshot, 0);
  const { code, id, year } = await busiest(snapshot);
  const category = encodeURIComponent(code);
  const plainly = new Map([
    ['hexes?resolution=9', 'cell is not null'],
    [
      `hexes?resolution=9&from=${year}&to=${year}&category=${category}`,
      `cell is not null and day between '${year}-01-01' and '${year}-12-31' and top_category_id = ${id}`,
    ],
  ]);
  const duck = await DuckDBInstance.create(snapshot.file, { access_mode: 'READ_ONLY' });
  const connection = await duck.connect();
  const lines: StatsLine[] = [];
  for (const path of pathsFor(category, year)) {
    const condition = plainly.get(path);
    const answer = () => answered(uncached, path);
    if (condition === undefined) {
      const [times] = await timesOf(runs, answer);
      lines.push({ what: path, ...percentiles(times!) });
      continue;
    }
    const [times, plain] = await timesOf(runs, answer, async () => (await connection.run(hexesIn(condition))).getRowsJson());
    const against = percentiles(plain!).p50;
    const measured = percentiles(times!);
    lines.push({
      what: path,
      ...measured,
      ratio: measured.p50 / against,
      against: `plain DuckDB query, ${against.toFixed(1)} ms`,
    });
  }
  connection.closeSync();
  duck.closeSync();
  return [...lines, await notModified(snapshot)];
}

async function answered(app: OpenAPIHono<AppEnv>, path: string): Promise<void> {
  const response = await app.request(`/api/stats/${path}`);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
}

function pathsFor(category: string, year: number): string[] {
  const hexes = [7, 9, 11].map((resolution) => `hexes?resolution=${resolution}`);
  const narrowed = `from=${year}&to=${year}&category=${category}`;
  return [
    ...hexes,
    `hexes?resolution=9&${narrowed}`,
    'hexes?resolution=9&metric=median_days',
    'hexes?resolution=9&metric=per_km2',
    'summary',
    `summary?${narrowed}`,
    'series',
    'series?unit=day',
    'series?split=category',
    'response-times',
    'response-times?by=category',
    'response-times?by=month',
    `response-times?${narrowed}`,
    'backlog?by=area',
    'duplicates',
    'breakdown?by=area',
    'points',
  ];
}

async function busiest(snapshot: Snapshot): Promise<{ code: string; id: number; year: number }> {
  const [found] = await snapshot.query<{ code: string; id: number; year: number }>(
    `select c.code, c.id, year(r.day)::integer as year, count(*) as n
     from report r join category c on c.id = r.top_category_id group by all order by n desc limit 1`,
  );
  if (!found) throw new Error('the snapshot has no reports');
  return found;
}

function appOver(snapshot: Snapshot, cacheBytes: number): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.use(async (c, next) => {
    c.set('municipality', { slug: snapshot.meta.municipality } as AppEnv['Variables']['municipality']);
    await next();
  });
  const one = async () => snapshot;
  app.route(
    '/api',
    stats({ snapshots: { current: one, pinned: one, list: async () => [], close: async () => {} } }, bodyCache(cacheBytes)),
  );
  return app;
}

/** Sorted milliseconds of each piece of work, taken in turns. */
async function timesOf(runs: number, ...works: (() => Promise<unknown>)[]): Promise<number[][]> {
  const times = works.map((): number[] => []);
  for (let i = -1; i < runs; i += 1) {
    for (const [k, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (i >= 0) times[k]!.push(performance.now() - start);
    }
  }
  return times.map((of) => of.toSorted((a, b) => a - b));
}

function percentiles(sorted: readonly number[]): { p50: number; p95: number } {
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: at(0.5), p95: at(0.95) };
}

const requests = 5_000;

async function notModified(snapshot: Snapshot): Promise<StatsLine> {
  const app = appOver(snapshot, 2 ** 26);
  const path = '/api/stats/backlog?by=area';
  const etag = (await app.request(path)).headers.get('etag')!;
  const bare = new Hono().get('/bare', (c) => c.text('ok'));
  const each = async (work: () => Promise<Response> | Response, status: number) => {
    const start = performance.now();
    for (let i = 0; i < requests; i += 1) {
      if ((await work()).status !== status) throw new Error(`${path}: not ${status}`);
    }
    return (performance.now() - start) / requests;
  };
  const ratios: { ratio: number; ms: number }[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const plain = await each(() => bare.request('/bare'), 200);
    const ms = await each(() => app.request(path, { headers: { 'if-none-match': etag } }), 304);
    ratios.push({ ratio: plain / ms, ms });
  }
  const [, , middle] = ratios.toSorted((a, b) => a.ratio - b.ratio);
  return { what: '304', p50: middle!.ms, p95: middle!.ms, ratio: middle!.ratio, against: 'rate of a bare Hono handler' };
}

if (import.meta.main) {
  const [dataDir, municipality, runs] = process.argv.slice(2);
  if (!dataDir || !municipality) throw new Error('usage: node bench/stats.ts <data folder> <municipality> [runs]');
  const snapshots = openSnapshots(dataDir, { log: console.error });
  const snapshot = await snapshots.current(municipality);
  if (!snapshot) throw new Error(`no snapshot of ${municipality} in ${dataDir}`);
  console.table(await benchStats(snapshot, Number(runs ?? 60)));
  await snapshots.close();
}
