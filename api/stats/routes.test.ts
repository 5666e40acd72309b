import { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, expect, test } from 'vitest';
import type { AppEnv } from '../deps.ts';
import { errorHandler, validationHook } from '../http/errors.ts';
import type { Problem } from '../http/problem.ts';
import type { Snapshot, Snapshots } from '../snapshots/snapshot.ts';
import { stats } from './routes.ts';
import { testSnapshot, testSnapshots } from './testing.ts';

const day = 86_400;
const older = '20251201T030000Z-aaaaaaaa';
const newer = '20260101T030000Z-bbbbbbbb';
const paths = ['summary', 'hexes', 'cube', 'series', 'response-times', 'backlog', 'duplicates', 'breakdown', 'points'];

let app: OpenAPIHono<AppEnv>;
let asked = 0;

beforeAll(async () => {
  const first = {
    received: '2025-03-01T10:00:00Z',
    category: 'roads/potholes',
    area: 'north',
    closeS: 3 * day,
    point: [9.19, 45.46],
  } as const;
  const reports = [
    { ...first, title: 'Buca in via Manzoni' },
    {
      received: '2025-03-02T10:00:00Z',
      category: 'roads',
      area: '=cmd|calc',
      channel: 'phone',
      point: [9.2, 45.47] as const,
      cluster: 2,
    },
    { received: '2025-04-02T10:00:00Z', category: 'waste', state: 'assigned' as const, takenS: day, office: 'amiat', cluster: 2 },
    { received: '2024-04-02T10:00:00Z', category: 'waste', tracked: false, area: 'north' },
  ];
  app = appOver(
    testSnapshots(
      counted(await testSnapshot(reports, { version: newer })),
      counted(await testSnapshot([first], { version: older })),
    ),
  );
});

function appOver(snapshots: Snapshots): OpenAPIHono<AppEnv> {
  const over = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  over.use(async (c, next) => {
    c.set('municipality', { slug: 'prova' } as never);
    await next();
  });
  over.onError(errorHandler((line, fields) => console.error(line, fields)));
  over.route('/api', stats({ snapshots }));
  return over;
}

function counted(snapshot: Snapshot): Snapshot {
  const query: Snapshot['query'] = (sql, parameters) => {
    asked += 1;
    return snapshot.query(sql, parameters);
  };
  return { ...snapshot, query };
}

const get = async (path: string, headers: Record<string, string> = {}) => app.request(`/api/stats/${path}`, { headers });

async function refused(path: string): Promise<[number, string[]]> {
  const response = await get(path);
  return [response.status, ((await response.json()) as Problem).errors?.map(({ field }) => field) ?? []];
}

test.each(paths)('%s tells its snapshot, its definitions and the filters as understood', async (path) => {
  const response = await get(`${path}?category=waste,roads&from=2024&to=`);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(body.snapshot).toEqual({ version: newer, asOf: '2026-01-01T03:00:00Z' });
  expect(body.filters).toEqual({ category: ['roads', 'waste'], from: '2024-01-01' });
  expect(body.definitions[0].href).toMatch(/^\/definitions#/);
});

test.each(paths)('%s is also a table, by parameter or by Accept, each linked to the other', async (path) => {
  const byParameter = await get(`${path}?from=2025&format=csv`);
  const byHeader = await get(`${path}?from=2025`, { accept: 'text/csv' });
  const text = await byParameter.text();
  expect(text).toBe(await byHeader.text());
  expect(text.split('\r\n').length).toBeGreaterThan(2);
  expect(byHeader.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(byHeader.headers.get('vary')).toBe('Accept');
  expect(byParameter.headers.get('link')).toContain(
    `</api/stats/${path}?from=2025&format=json>; rel="alternate"; type="application/json"`,
  );
  const json = await get(`${path}?from=2025`, { accept: 'application/json' });
  expect(json.headers.get('link')).toContain('type="text/csv"');
  expect(json.headers.get('etag')).not.toBe(byHeader.headers.get('etag'));
});

test('names that a spreadsheet would run are disarmed', async () => {
  expect(await (await get('breakdown?by=area&format=csv')).text()).toContain("\r\n'=cmd|calc,");
});

test.each(paths)('%s refuses what it does not know, by name', async (path) => {
  expect(await refused(`${path}?colour=red`)).toEqual([422, ['colour']]);
  expect(await refused(`${path}?category=unheard-of`)).toEqual([422, ['category']]);
  expect(await refused(`${path}?area=x&area=north`)).toEqual([422, ['area']]);
  expect(await refused(`${path}?from=2025-02-30`)).toEqual([422, ['from']]);
  expect(await refused(`${path}?format=xml`)).toEqual([422, ['format']]);
});

test.each([
  ['hexes?resolution=12', 'resolution'],
  ['hexes?resolution=9.5', 'resolution'],
  ['hexes?metric=mean', 'metric'],
  ['series?unit=hour', 'unit'],
  ['series?split=office', 'split'],
  ['response-times?measure=fix', 'measure'],
  ['response-times?by=weekday', 'by'],
  ['response-times?measure=reply&clock=net', 'clock'],
  ['response-times?curve=yes', 'curve'],
  ['backlog?by=channel', 'by'],
  ['duplicates?limit=101', 'limit'],
  ['duplicates?limit=-1', 'limit'],
  ['breakdown?by=name', 'by'],
  ['points?limit=5001', 'limit'],
  ['points?limit=0', 'limit'],
])('%s is refused for %s', async (path, field) => {
  expect(await refused(path)).toEqual([422, [field]]);
});

test('text in a filter is a value, never SQL', async () => {
  expect(await refused("summary?category=x') or 1=1 --")).toEqual([422, ['category']]);
  const body = await (await get(`summary?q=${encodeURIComponent("' or '1'='1")}`)).json();
  expect(body.reports).toBe(0);
});

test('the newest snapshot is asked again after a minute; a pinned one never', async () => {
  expect((await get('summary')).headers.get('cache-control')).toBe('public, max-age=60');
  const pinned = await get(`summary?snapshot=${older}`);
  expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await pinned.json()).toMatchObject({ snapshot: { version: older }, reports: 1 });
});

test('a version that is not kept is not found', async () => {
  expect((await get('summary?snapshot=20200101T000000Z-00000000')).status).toBe(404);
});

test('without any snapshot the answer is "not yet"', async () => {
  const response = await appOver(testSnapshots()).request('/api/stats/summary');
  expect(response.status).toBe(503);
});

test('what one already has is answered 304, before anything is counted', async () => {
  const first = await get('breakdown?by=channel&from=2025&category=roads');
  const etag = first.headers.get('etag')!;
  const before = asked;
  const same = await get('breakdown?by=channel&from=2025&category=roads', { 'if-none-match': etag });
  const sameInOtherWords = await get('breakdown?category=roads&from=2025-01&by=channel', { 'if-none-match': `"other", ${etag}` });
  for (const response of [same, sameInOtherWords]) {
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe(etag);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(await response.text()).toBe('');
  }
  expect(asked).toBe(before);
  expect((await get('breakdown?by=channel&from=2024&category=roads', { 'if-none-match': etag })).status).toBe(200);
});

test('a new snapshot ends the validity of what one has', async () => {
  const [old, fresh] = [await testSnapshot([], { version: older }), await testSnapshot([], { version: newer })];
  let current = old;
  const swapped = appOver({ ...testSnapshots(old, fresh), current: async () => current });
  const etag = (await swapped.request('/api/stats/backlog')).headers.get('etag')!;
  expect((await swapped.request('/api/stats/backlog', { headers: { 'if-none-match': etag } })).status).toBe(304);
  current = fresh;
  expect((await swapped.request('/api/stats/backlog', { headers: { 'if-none-match': etag } })).status).toBe(200);
});

test('the same question asked by many at once is worked out once', async () => {
  const before = asked;
  const answers = await Promise.all(Array.from({ length: 8 }, () => get('backlog?by=office&to=2025-05')));
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect(bodies.size).toBe(1);
  expect(asked - before).toBeLessThanOrEqual(7);
});

test('the snapshots that can be asked for are listed, the newest first', async () => {
  expect(await (await app.request('/api/snapshots')).json()).toEqual({
    current: newer,
    snapshots: [
      { version: newer, asOf: '2026-01-01T03:00:00Z' },
      { version: older, asOf: '2025-12-01T03:00:00Z' },
    ],
  });
});
