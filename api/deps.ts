import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import type { Env } from './env.ts';
import type { Snapshots } from './snapshots/snapshot.ts';

/** What the routes stand on; made once in main.ts, or by a test. */
export interface Deps {
  env: Env;
  database: Database;
  snapshots: Snapshots;
  clock: () => Date;
  /** One line of the log; never personal data. */
  log: (line: string, fields?: Record<string, unknown>) => void;
}

/** What a request carries, set by the middleware of app.ts. */
export interface Variables {
  requestId: string;
  municipality: Municipality;
}
export type AppEnv = { Variables: Variables };
