import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, expect, test } from 'vitest';
import type { AppEnv } from '../deps.ts';
import { errorHandler, validationHook } from '../http/errors.ts';
import { stats } from './routes.ts';
import { testSnapshot, testSnapshots } from './testing.ts';

const day = 86_400;
let app: OpenAPIHono<AppEnv>;

beforeAll(async () => {
  const now = await testSnapshot([
    {
      received: '2025-03-01T10:00:00Z',
      category: 'roads/potholes',
      area: 'north',
      closeS: 3 * day,
      point: [9.19, 45.46],
      title: 'Buca in via Manzoni',
    },
    { received: '2025-03-02T10:00:00Z', category: 'roads', area: 'south', channel: 'phone', point: [9.2, 45.47], cluster: 2 },
    {
      received: '2025-04-02T10:00:00Z',
      category: 'waste',
      state: 'assigned',
      takenS: day,
      office: 'amiat',
      point: [9.2, 45.47],
      cluster: 2,
    },
    { received: '2024-04-02T10:00:00Z', category: 'waste', tracked: false, area: 'north' },
  ]);
  app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use(async (c, next) => {
    c.set('municipality', { slug: 'prova' } as never);
    await next();
  });
  app.onError(errorHandler((line, fields) => console.error(line, fields)));
  app.route('/api', stats({ snapshots: testSnapshots(now) }));
});

const paths = ['summary', 'hexes', 'series', 'response-times', 'backlog', 'duplicates', 'breakdown', 'points'];

test.each(paths)('%s answers with its snapshot, its definitions and the filters as understood', async (path) => {
  const response = await app.request(`/api/stats/${path}?category=waste,roads&from=2024`);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body.snapshot).toEqual({ version: '20260101T030000Z-0badcafe', asOf: '2026-01-01T03:00:00Z' });
  expect(body.filters).toEqual({ category: ['roads', 'waste'], from: '2024-01-01' });
  expect(body.definitions[0].href).toMatch(/^\/definitions#/);
});
