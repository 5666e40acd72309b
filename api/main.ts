import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { ensureBuilt } from '#dashboard/build.ts';
import { createSite } from '#dashboard/site.ts';
import { createDemo } from '#etl/demo/create.ts';
import type { EtlContext } from '#etl/job.ts';
import { startJobs } from '#etl/main.ts';
import { takeSnapshot } from '#etl/snapshot/take.ts';
import { connect, type Database } from '#sql/connect.ts';
import { DataDirInUse } from '#sql/embedded.ts';
import { migrateAll, MigrationError } from '#sql/migrate.ts';
import { listMunicipalities } from '#sql/municipality.ts';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import { type Env, EnvError, readEnv } from './env.ts';
import { health } from './health.ts';
import { openSnapshots } from './snapshots/reader.ts';
import type { Snapshots } from './snapshots/snapshot.ts';

/** What this process does: answers (`api`), runs the jobs (`etl`), or both. */
const allParts = ['etl', 'api'] as const;
type Part = (typeof allParts)[number];

const stopWithinMs = 9_000;
const askAgainMs = 1_000;
let stopping = false;
const say = (text: string) => console.log(text);
const log: Deps['log'] = (line, fields) => console.error(JSON.stringify({ at: new Date().toISOString(), line, ...fields }));

/** The composition root: the database, the snapshots, the API, the pages and the jobs, in the order in which they need each other. */
async function main(env: Env, parts: readonly Part[]): Promise<void> {
  const stops: (() => unknown)[] = [];
  stopOnSignal(stops);
  const front = parts.includes('api') ? await openFront(env) : undefined;
  if (front) stops.push(() => front.close());

  say(env.DATABASE_URL ? 'Opening the database …' : `Opening the embedded database in ${env.DATA_DIR} …`);
  const database = await connect({ url: env.DATABASE_URL, dir: env.DATA_DIR });
  stops.push(() => database.close());
  await migrateAll(database);

  const clock = () => new Date();
  const snapshots = openSnapshots(env.DATA_DIR, { log });
  stops.push(() => snapshots.close());
  const etl = { database, dataDir: env.DATA_DIR, now: clock, log, progress: say };
  await inTurn(database, async () => {
    await fillEmpty(env, database, clock);
    if (parts.includes('etl')) await takeFirstSnapshots(etl, snapshots);
  });
  if (front) {
    await ensureBuilt(say);
    const app = createApp({ env, database, snapshots, clock, log });
    front.use(createSite(app, { log }));
    await sayWhatToOpen(database, front.url);
  }
  if (parts.includes('etl')) {
    const jobs = await startJobs(etl, env.SNAPSHOT_CRON);
    stops.push(() => jobs.stop());
    if (!front) say('The ETL worker is running. Ctrl-C ends it.');
  }
}

/** An empty database gets the demo municipality, unless the settings say otherwise. */
async function fillEmpty(env: Env, database: Database, clock: () => Date): Promise<void> {
  const wanted = env.DEMO === 'on' || (env.DEMO === 'auto' && database.kind === 'embedded');
  const known = await listMunicipalities(database.db);
  const isEmpty = known.every(({ isDemo }) => isDemo);
  if (wanted && isEmpty) await createDemo(database, { now: clock(), onProgress: say });
}

async function takeFirstSnapshots(etl: EtlContext, snapshots: Snapshots): Promise<void> {
  for (const municipality of await listMunicipalities(etl.database.db)) {
    if (await snapshots.current(municipality.slug)) continue;
    say(`Taking the first snapshot of ${municipality.name} …`);
    await takeSnapshot(etl, municipality);
  }
}

/** Of several processes that start on one database, one prepares it and the others wait for it. */
async function inTurn(database: Database, prepare: () => Promise<void>): Promise<void> {
  const attempt = () => database.alone('start', () => prepare().then(() => 'prepared'));
  if (await attempt()) return;
  say('Another process is preparing the database: waiting for it …');
  do await pause(askAgainMs);
  while (!(await attempt()));
}

/** The web server, answering at once: health now, pages as soon as there is an app to use. */
async function openFront(env: Env) {
  const starting = new Hono()
    .route(
      '/health',
      health(() => 'starting'),
    )
    .all('*', (c) => c.text('SensoRcivico is starting: try again in a moment.\n', 503, { 'retry-after': '5' }));
  let fetch: (request: Request, env: unknown) => Response | Promise<Response> = starting.fetch;
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server: ServerType = serve(
    { fetch: (request, bindings) => fetch(request, bindings), port: env.PORT, hostname: env.HOST },
    (info) => resolve(info.port),
  );
  server.once('error', reject);
  const port = await promise;
  return {
    url: `http://${env.HOST === '0.0.0.0' || env.HOST === '127.0.0.1' ? 'localhost' : env.HOST}:${port}`,
    use: (app: { fetch: typeof fetch }) => {
      fetch = app.fetch.bind(app);
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

async function sayWhatToOpen(database: Database, url: string): Promise<void> {
  const all = await listMunicipalities(database.db);
  const main = all.find(({ isDefault }) => isDefault);
  if (!main) return say(`No municipality yet: npm run import -- --help. Then open ${url}/`);
  say(`\n${main.name}: open ${url}/`);
  const port = new URL(url).port;
  for (const { slug, name } of all.filter((one) => one !== main)) say(`${name}: open http://${slug}.localhost:${port}/`);
  return say('Ctrl-C ends it.');
}

/** First signal: everything is closed in reverse order, within ten seconds. Second signal: at once. */
function stopOnSignal(stops: (() => unknown)[]): void {
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say('\nEnding …');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    for (const one of stops.toReversed())
      await Promise.resolve(one()).catch((error: unknown) => log('stop', { message: String(error) }));
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** Failures whose message is for the person at the terminal; anything else shows its stack. */
function explain(error: unknown): string {
  if ([EnvError, DataDirInUse, MigrationError].some((known) => error instanceof known)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `PORT ${port} is in use by another program: set PORT to another one.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `DATABASE_URL: the database cannot be reached (${code}).`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What to do, from `--only`. Errors: `EnvError`. */
function readParts(): readonly Part[] {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return allParts;
  const part = allParts.find((one) => one === only);
  if (!part) throw new EnvError('--only: api or etl; without it, one process does both');
  return [part];
}

try {
  const parts = readParts();
  await main(readEnv(), parts);
} catch (error) {
  // What is closed under it fails; that is no news.
  if (!stopping) {
    console.error(explain(error));
    process.exit(1);
  }
}
