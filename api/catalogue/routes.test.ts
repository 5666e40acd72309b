import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../deps.ts';
import { errorHandler, validationHook } from '../http/errors.ts';
import { testSnapshot, testSnapshots } from '../stats/testing.ts';
import { catalogue } from './routes.ts';

const version = '20260101T030000Z-0badcafe';
let app: OpenAPIHono<AppEnv>;

beforeAll(async () => {
  const snapshot = await testSnapshot(
    [
      { received: '2025-03-01T10:00:00Z', category: 'roads/potholes', area: 'north', office: 'works', channel: 'phone' },
      { received: '2025-03-01T10:00:00Z', category: 'waste', area: 'south' },
    ],
    { version },
  );
  app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use(async (c, next) => {
    c.set('municipality', { slug: 'prova' } as never);
    await next();
  });
  app.onError(errorHandler((line, fields) => console.error(line, fields)));
  app.route('/api', catalogue({ snapshots: testSnapshots(snapshot) }));
});
const get = async (path: string) => (await app.request(path)).json();

describe('lists of a municipality', () => {
  it('tell categories on two levels, with names in both languages', async () => {
    const { categories } = await get('/api/categories');
    expect(categories).toContainEqual(
      expect.objectContaining({ code: 'roads', parent: null, name: { it: 'roads it', en: 'roads en' } }),
    );
    expect(categories).toContainEqual(expect.objectContaining({ code: 'roads/potholes', parent: 'roads' }));
    const order = categories.map(({ code }: { code: string }) => code);
    expect(order.indexOf('roads/potholes')).toBe(order.indexOf('roads') + 1);
  });

  it('tell areas as GeoJSON with a point for the name', async () => {
    const { type, features } = await get('/api/areas');
    expect(type).toBe('FeatureCollection');
    expect(features.map((feature: { properties: object }) => feature.properties)).toEqual([
      { code: 'north', name: 'Area north', area_km2: 1, lon: 9, lat: 45 },
      { code: 'south', name: 'Area south', area_km2: 1, lon: 9, lat: 45 },
    ]);
  });

  it('tell offices and channels', async () => {
    expect(await get('/api/offices')).toEqual({ offices: [{ code: 'works', name: 'Office works', kind: 'office' }] });
    expect((await get('/api/channels')).channels.map(({ code }: { code: string }) => code)).toEqual(['web', 'phone']);
    expect(await get('/api/streets')).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it.each(['areas', 'streets', 'categories', 'offices', 'channels'])(
    '%s never change under the name of a snapshot',
    async (list) => {
      const pinned = await app.request(`/api/${list}?snapshot=${version}`);
      expect(pinned.headers.get('cache-control')).toContain('immutable');
      const again = await app.request(`/api/${list}`, { headers: { 'if-none-match': pinned.headers.get('etag')! } });
      expect(again.status).toBe(304);
      expect((await app.request(`/api/${list}?snapshot=unknown`)).status).toBe(404);
      expect((await app.request(`/api/${list}?colour=red`)).status).toBe(422);
    },
  );
});
