import { Hono } from 'hono';
import type { AppEnv } from './deps.ts';

/** `/health/live`: the process answers. `/health/ready`: 200 only when pages can be served, else 503 with what is missing. */
export function health(missing: () => Promise<string | undefined> | string | undefined) {
  return new Hono<AppEnv>()
    .get('/live', (c) => c.json({ live: true }, 200, { 'cache-control': 'no-store' }))
    .get('/ready', async (c) => {
      const reason = await missing();
      return c.json(reason ? { ready: false, reason } : { ready: true }, reason ? 503 : 200, { 'cache-control': 'no-store' });
    });
}
