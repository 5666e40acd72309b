import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '#api/app.ts';
import { readEnv } from '#api/env.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { createDemo } from '#etl/demo/create.ts';
import { takeSnapshot } from '#etl/snapshot/take.ts';
import { connect } from '#sql/connect.ts';
import { migratePlatform } from '#sql/migrate.ts';
import { freshDatabaseUrl } from '#sql/testing.ts';
import { ensureBuilt } from '../build.ts';
import { createSite } from '../site.ts';
import { serveApp } from './browser.ts';

/** The whole program on a small town, on a port of its own. */
export interface Town {
  /** Without a slash at the end. */
  url: string;
  /** An answer of the API under /api, as JSON. */
  api: <Answer>(address: string) => Promise<Answer>;
}

const now = new Date('2026-11-20T09:00:00Z');
const reports = 3_000;
let opened: Promise<Town> | undefined;

/** The town of this test worker, made at the first call: the demo municipality with 3,000 reports, its snapshot, all pages. */
export function testTown(): Promise<Town> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Town> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'town-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const log = (line: string, fields?: object) => {
    if (line === 'error') console.error(line, fields);
  };
  // A database of its own: the demo has a fixed name.
  const url = await freshDatabaseUrl('_town');
  const database = await connect(url ? { url, poolSize: 4 } : {});
  await migratePlatform(database);
  const municipality = await createDemo(database, { now, reports });
  const clock = () => now;
  await takeSnapshot({ database, dataDir, now: clock, log, progress: () => {} }, municipality);
  await ensureBuilt();
  const app = createApp({ env: readEnv({}), database, snapshots: openSnapshots(dataDir, { log }), clock, log });
  const server = await serveApp(createSite(app));
  return {
    url: server.url,
    api: async (address) => (await app.request(`/api${address}`)).json(),
  };
}
