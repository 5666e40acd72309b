import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import type { AppEnv } from '../deps.ts';
import { errorHandler, validationHook } from '../http/errors.ts';
import { testSnapshot, testSnapshots } from '../stats/testing.ts';
import { reports } from './routes.ts';
import { eventAfter, testReports } from './testing.ts';

describe('list of reports', () => {
  let app: OpenAPIHono<AppEnv>;
  beforeAll(async () => {
    const rows = Array.from({ length: 7 }, (_, i) => ({
      id: i + 1,
      received: `2025-0${1 + Math.floor(i / 3)}-01T10:00:00Z`,
      category: i % 2 ? 'waste' : 'roads',
      area: 'north',
      title: `Report ${i + 1}`,
      published: i !== 4,
      tracked: i !== 6,
    }));
    const snapshot = await testSnapshot(rows);
    app = appOf({ slug: 'prova' } as Municipality, { snapshots: testSnapshots(snapshot), database: {} as Database });
  });
  const ids = ({ items }: { items: { id: number }[] }) => items.map(({ id }) => id);
  const get = async (query: string) => (await app.request(`/api/reports?${query}`)).json();

  it('holds every published report once, page by page, in order of arrival, the newest first', async () => {
    const found: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: number }[]; next: string | null } = await get(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...ids(page));
      cursor = page.next;
    }
    expect(found).toEqual([7, 6, 4, 3, 2, 1]);
  });

  it('turns around, and takes the common filters', async () => {
    expect(ids(await get('order=oldest&limit=3'))).toEqual([1, 2, 3]);
    expect(ids(await get('category=waste'))).toEqual([6, 4, 2]);
    expect(ids(await get('from=2025-03'))).toEqual([7]);
  });

  it('says number, names and state; the state of what is not tracked is unknown', async () => {
    const { items } = await get('limit=2');
    expect(items[1]).toMatchObject({
      number: '2025-00006',
      title: 'Report 6',
      category: { code: 'waste', name: { it: 'waste it' } },
      area: { code: 'north', name: 'Area north' },
      status: 'received',
    });
    expect(items[0].status).toBeNull();
  });

  it.each([
    ['cursor=abc', 'cursor'],
    [`cursor=${Buffer.from('2025-99-99T10:00:00 1').toString('base64url')}`, 'cursor'],
    ['limit=101', 'limit'],
    ['order=best', 'order'],
    ['page=2', 'page'],
  ])('refuses %s by the name of the field', async (query, field) => {
    expect(await get(query)).toMatchObject({ status: 422, errors: [{ field }] });
  });
});

describe('one report', () => {
  let app: OpenAPIHono<AppEnv>;
  let world: Awaited<ReturnType<typeof testReports>>;
  beforeAll(async () => {
    world = await testReports();
    const told = [
      eventAfter(0, 'received', { actor: 'citizen' }),
      eventAfter(1, 'taken', { signedAs: 'URP' }),
      eventAfter(2, 'noted', { visibility: 'internal', body: 'call the contractor' }),
      eventAfter(3, 'replied', { visibility: 'author', body: 'for you alone' }),
      eventAfter(4, 'replied', { signedAs: 'Ufficio Strade', body: 'We are on it.' }),
    ];
    await world.record(world.history('public', { events: told }), world.history('private', { visibility: 'private' }));
    app = appOf(world.municipality, { snapshots: testSnapshots(), database: world.database });
  });

  it('tells its public story, signed and chained, and nothing else', async () => {
    const { id } = await world.row('public');
    const body = await (await app.request(`/api/reports/${id}`)).text();
    const report = JSON.parse(body);
    expect(report).toMatchObject({ number: `2024-${String(id).padStart(5, '0')}`, status: 'taken', category: { code: 'roads' } });
    expect(report.events.map(({ seq, kind, signedAs, body }: Record<string, unknown>) => [seq, kind, signedAs, body])).toEqual([
      [1, 'received', null, null],
      [2, 'taken', 'URP', null],
      [5, 'replied', 'Ufficio Strade', 'We are on it.'],
    ]);
    for (const { hash } of report.events) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(body).not.toMatch(/contractor|for you alone/);
  });

  it('answers to its number, its id, and to no other spelling', async () => {
    const { id } = await world.row('public');
    for (const [name, status] of [
      [`2024-${id}`, 200],
      [`${id}`, 200],
      [`-${id}`, 404],
      ['abc', 404],
      ['99999999999999999999', 404],
      ['0', 404],
    ] as const) {
      expect([name, (await app.request(`/api/reports/${name}`)).status]).toEqual([name, status]);
    }
  });

  it('is not there when it is private', async () => {
    const { id } = await world.row('private');
    expect((await app.request(`/api/reports/${id}`)).status).toBe(404);
  });
});

function appOf(municipality: Municipality, deps: Parameters<typeof reports>[0]): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use(async (c, next) => {
    c.set('municipality', municipality);
    await next();
  });
  app.onError(errorHandler((line, fields) => console.error(line, fields)));
  app.route('/api', reports(deps));
  return app;
}
