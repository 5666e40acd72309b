import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#api/deps.ts';
import { columns } from '#api/open-data/columns.ts';
import { openData } from '#api/open-data/routes.ts';
import type { Snapshot } from '#api/snapshots/snapshot.ts';

/** The CSV of all reports beside DuckDB's own COPY of the same columns. */
export interface OpenDataFigures {
  rows: number;
  megabytes: number;
  /** Seconds, medians. */
  csv: number;
  copy: number;
  /** Speed of the CSV in units of the COPY's; 1 is as fast. */
  ratio: number;
  /** Growth of the process's memory during the first download, in megabytes. */
  memory: number;
  /** Seconds until the first bytes. */
  firstBytes: number;
}

/** Downloads all of a snapshot as CSV, as the server streams it, and copies it with DuckDB alone, `runs` times in turn. */
export async function benchOpenData(snapshot: Snapshot, runs = 3): Promise<OpenDataFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-open-data-'));
  try {
    const app = appOver(snapshot, folder);
    await snapshot.query('select count(*), avg(close_s), count(distinct cell) from report');
    const first = await withPeak(() => download(app));
    const [csv, copy]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      csv.push((await download(app)).seconds);
      copy.push(await copyPlainly(snapshot.file, path.join(folder, 'plain.csv')));
    }
    const medians = { csv: median(csv), copy: median(copy) };
    return {
      rows: snapshot.meta.reports,
      megabytes: first.result.bytes / 1e6,
      ...medians,
      ratio: medians.copy / medians.csv,
      memory: first.growth / 1e6,
      firstBytes: first.result.firstBytes,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function appOver(snapshot: Snapshot, folder: string): OpenAPIHono<AppEnv> {
  const snapshots = {
    current: async () => snapshot,
    pinned: async () => snapshot,
    list: async () => [snapshot.meta.version],
    close: async () => {},
  };
  const app = new OpenAPIHono<AppEnv>();
  app.use(async (c, next) => {
    c.set('municipality', { slug: snapshot.meta.municipality } as never);
    await next();
  });
  return app.route('/open-data', openData({ snapshots, env: { DATA_DIR: folder } as never }));
}

async function download(app: OpenAPIHono<AppEnv>): Promise<{ seconds: number; bytes: number; firstBytes: number }> {
  const started = performance.now();
  const response = await app.request('/open-data/reports.csv');
  if (response.status !== 200) throw new Error(`reports.csv: ${response.status} ${await response.text()}`);
  let [bytes, firstBytes] = [0, 0];
  for await (const chunk of response.body!) {
    firstBytes ||= (performance.now() - started) / 1000;
    bytes += (chunk as Uint8Array).length;
  }
  return { seconds: (performance.now() - started) / 1000, bytes, firstBytes };
}

/** The same columns and joins, without guards for spreadsheets, to a file. */
async function copyPlainly(file: string, target: string): Promise<number> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const joins = { category_id: 'c', top_category_id: 'g', channel_id: 'h', area_id: 'a', office_id: 'o' } as const;
  const cell = (sql: string) =>
    sql.replace(
      /^l\.\w+_(code|name)\[r\.(\w+)\]$/,
      (_, what: string, key: string) => `${joins[key as keyof typeof joins]}.${what}`,
    );
  const named = (table: string) => `(select id, code, coalesce(name_it, name_en, code) as name from ${table})`;
  const started = performance.now();
  await connection.run(`copy (select ${columns.map(({ name, sql }) => `${cell(sql)} as ${name}`).join(', ')}
    from (select * from report join report_text using (id)) r
      join ${named('category')} c on c.id = r.category_id join category g on g.id = r.top_category_id
      join channel h on h.id = r.channel_id left join area a on a.id = r.area_id left join office o on o.id = r.office_id
    where r.published) to '${target.replaceAll("'", "''")}' (format csv, header)`);
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  instance.closeSync();
  if ((await stat(target)).size === 0) throw new Error('COPY wrote nothing');
  await rm(target);
  return seconds;
}

async function withPeak<T>(work: () => Promise<T>): Promise<{ result: T; growth: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  try {
    const result = await work();
    return { result, growth: Math.max(peak, process.memoryUsage.rss()) - before };
  } finally {
    clearInterval(timer);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
