import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../deps.ts';
import { errorHandler, validationHook } from '../http/errors.ts';
import { testSnapshot, testSnapshots } from '../stats/testing.ts';
import { columns } from './columns.ts';
import { openData } from './routes.ts';

const names = columns.map(({ name }) => name);
const version = '20260101T030000Z-0badcafe';
let app: OpenAPIHono<AppEnv>;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-open-data-'));
  const snapshot = await testSnapshot(
    [
      {
        id: 12,
        received: '2025-03-01T23:30:00Z',
        category: 'roads/potholes',
        area: 'north',
        office: 'works',
        takenS: 60,
        replyS: 90,
        closeS: 3600,
        point: [9.1912345678, 45.46],
        title: '=HYPERLINK("http://evil")',
        description: 'Una "buca",\nprofonda',
        address: 'Via Manzoni, 3',
        cluster: 12,
      },
      {
        id: 123_456,
        received: '2025-06-02T10:00:00Z',
        category: 'waste',
        tracked: false,
        title: ' ＝1+1',
        address: '+39 011 555',
        description: '　-2',
      },
      {
        id: 13,
        received: '2025-06-03T10:00:00Z',
        category: 'waste',
        state: 'assigned',
        title: 'Rifiuti',
        description: '-5 gradi',
        point: [-58.4, -34.6],
      },
      {
        id: 14,
        received: '2025-06-04T10:00:00Z',
        category: 'waste',
        published: false,
        title: 'segreto-non-pubblicato',
        point: null,
      },
    ],
    { version, settings: { licence: 'https://creativecommons.org/licenses/by/4.0/', attribution: 'Comune di Prova' } },
  );
  app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use(async (c, next) => {
    c.set('municipality', { slug: 'prova' } as never);
    await next();
  });
  app.onError(errorHandler((line, fields) => console.error(line, fields)));
  app.route('/open-data', openData({ snapshots: testSnapshots(snapshot), env: { DATA_DIR: dataDir } as never }));
});

/** A reader of RFC 4180 of our own, so that the test does not trust what it tests. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  if (rows.flat().length === 0 || !text.endsWith('\r\n')) throw new Error('not RFC 4180');
  return rows;
}
async function csv(query = ''): Promise<Record<string, string>[]> {
  const [header, ...rows] = parseCsv(await (await app.request(`/open-data/reports.csv${query}`)).text());
  expect(header).toEqual(names);
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [header![i]!, value])));
}
/** Rows of a statement over the downloaded Parquet file. */
async function parquet(sql: (file: string) => string) {
  const file = path.join(dataDir, 'downloaded.parquet');
  await writeFile(file, Buffer.from(await (await app.request('/open-data/reports.parquet')).arrayBuffer()));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await (await connection.run(sql(`'${file}'`))).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
const geojson = async (query = '') => (await app.request(`/open-data/reports.geojson${query}`)).json();

describe('reports.csv', () => {
  it('has one row per published report under the documented names, times in UTC, days local, numbers as numbers', async () => {
    const rows = await csv();
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(['12', '13', '123456']));
    expect(rows.find(({ id }) => id === '12')).toMatchObject({
      number: '2025-00012',
      category: 'roads/potholes',
      category_name: 'roads/potholes it',
      category_group: 'roads',
      area_name: 'Area north',
      office: 'works',
      status: 'closed',
      outcome: 'resolved',
      requested_datetime: '2025-03-01T23:30:00Z',
      requested_date: '2025-03-02',
      taken_datetime: '2025-03-01T23:31:00Z',
      closed_datetime: '2025-03-02T00:30:00Z',
      description: 'Una "buca",\nprofonda',
      address: 'Via Manzoni, 3',
      problem_id: '12',
      lat: '45.46',
      lon: '9.191235',
    });
    expect(rows.find(({ id }) => id === '13')).toMatchObject({ lat: '-34.6', lon: '-58.4', status: 'taken' });
    expect(rows.find(({ id }) => id === '123456')).toMatchObject({ number: '2025-123456', status: '', lat: '', lon: '' });
  });

  it('disarms what a spreadsheet would run as a formula, also behind blanks and in full width', async () => {
    const rows = await csv();
    expect(rows.find(({ id }) => id === '12')!.title).toBe('\'=HYPERLINK("http://evil")');
    expect(rows.find(({ id }) => id === '123456')).toMatchObject({
      title: "' ＝1+1",
      address: "'+39 011 555",
      description: "'　-2",
    });
    expect(rows.find(({ id }) => id === '13')!.description).toBe("'-5 gradi");
  });

  it('holds just the rows of the filters, and none is still a table', async () => {
    expect((await csv('?category=waste&bbox=-60,-35,-58,-34')).map(({ id }) => id)).toEqual(['13']);
    expect((await csv('?q=buca')).map(({ id }) => id)).toEqual(['12']);
    expect(await csv('?from=2030')).toEqual([]);
    expect(await csv('?q=segreto')).toEqual([]);
  });

  it.each([
    ['colour=red', 'colour'],
    ['from=yesterday', 'from'],
    ['category=nothing', 'category'],
  ])('refuses %s by the name of the field', async (query, field) => {
    const response = await app.request(`/open-data/reports.csv?${query}`);
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ field }] });
  });
});

describe('reports.geojson', () => {
  it('is a FeatureCollection of the same rows; without a place the geometry is null', async () => {
    const { type, features } = await geojson();
    expect(type).toBe('FeatureCollection');
    const byId = new Map(features.map((feature: { id: number }) => [feature.id, feature]));
    expect(byId.get(13)).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-58.4, -34.6] },
      properties: { number: '2025-00013', title: 'Rifiuti', description: '-5 gradi', day_precision: false },
    });
    expect(byId.get(123_456)).toMatchObject({ geometry: null, properties: { title: ' ＝1+1' } });
    expect(Object.keys((byId.get(12) as { properties: object }).properties)).toEqual(
      names.filter((name) => name !== 'lat' && name !== 'lon'),
    );
  });

  it('is empty when nothing matches', async () => {
    expect(await geojson('?from=2030')).toEqual({ type: 'FeatureCollection', features: [] });
  });
});

describe('reports.parquet', () => {
  it('holds the same rows with types', async () => {
    const rows = await parquet((file) => `select id, number, requested_datetime::varchar as at, title from ${file} order by id`);
    expect(rows).toEqual([
      { id: '12', number: '2025-00012', at: '2025-03-01 23:30:00', title: '=HYPERLINK("http://evil")' },
      { id: '13', number: '2025-00013', at: '2025-06-03 10:00:00', title: 'Rifiuti' },
      { id: '123456', number: '2025-123456', at: '2025-06-02 10:00:00', title: ' ＝1+1' },
    ]);
    const described = await parquet((file) => `describe from ${file}`);
    expect(described.map(({ column_name }) => column_name)).toEqual(names);
  });
});

describe('every download', () => {
  it('names municipality, snapshot and filters, but never what was searched for', async () => {
    const response = await app.request('/open-data/reports.csv?from=2025-03&q=buca&status=closed');
    await response.text();
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="prova-reports-${version}-from-2025-03-01-status-q.csv"`,
    );
  });

  it('links to the columns and the licence', async () => {
    const response = await app.request('/open-data/reports.csv', { method: 'HEAD' });
    expect(response.headers.get('link')).toContain('</open-data/reports.schema.json>; rel="describedby"');
    expect(response.headers.get('link')).toContain('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
  });

  it('is kept for ever when its snapshot is named, and answers 304 to who has it', async () => {
    const first = await app.request(`/open-data/reports.geojson?snapshot=${version}`, { method: 'HEAD' });
    expect(first.headers.get('cache-control')).toContain('immutable');
    expect(await first.text()).toBe('');
    const again = await app.request('/open-data/reports.geojson', { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
    expect(again.headers.get('cache-control')).not.toContain('immutable');
    expect((await app.request('/open-data/reports.csv?snapshot=20200101T000000Z-00000000')).status).toBe(404);
  });

  it('waits its turn: a third one at once is asked to come back, and one given up frees its place', async () => {
    const [first, second] = await Promise.all([app.request('/open-data/reports.csv'), app.request('/open-data/reports.geojson')]);
    const third = await app.request('/open-data/reports.csv');
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toMatch(/^\d+$/);
    await first.body!.cancel();
    expect((await csv()).length).toBe(3);
    await second.text();
  });

  it('leaves nothing behind, read to the end or given up', async () => {
    await csv();
    await (await app.request('/open-data/reports.geojson')).body!.cancel();
    expect(await readdir(path.join(dataDir, 'tmp'))).toEqual([]);
  });

  it('says nothing of reports that are not published', async () => {
    const texts = [
      await (await app.request('/open-data/reports.csv')).text(),
      JSON.stringify(await geojson()),
      JSON.stringify(await parquet((file) => `from ${file}`)),
    ];
    for (const text of texts) {
      expect(text).toContain('Rifiuti');
      expect(text).not.toContain('segreto-non-pubblicato');
    }
  });
});

describe('reports.schema.json', () => {
  it('explains exactly the columns of the files', async () => {
    const schema = await (await app.request('/open-data/reports.schema.json')).json();
    expect(schema.schema.fields.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(schema.licenses).toEqual([{ path: 'https://creativecommons.org/licenses/by/4.0/' }]);
    expect(schema.sources).toEqual([{ title: 'Comune di Prova' }]);
  });
});
