import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#api/app.ts';
import { documentOf } from '#api/openapi.ts';
import { openSnapshots } from '#api/snapshots/reader.ts';
import type { Snapshots } from '#api/snapshots/snapshot.ts';
import { openDuck } from '../duckdb.ts';
import { takeSnapshot } from './take.ts';
import { snapshotWorld, type TestReport } from './testing.ts';

const place: [number, number] = [8.614321, 44.912345];
const secret = 'parola-segreta';
const words = (kind: string) => ({
  title: `${secret} ${kind}`,
  description: `${secret} ${kind}`,
  address: `${secret} ${kind}`,
  externalId: `${secret} ${kind}`,
});
const hidden: Record<string, TestReport> = {
  private: { ...words('privata'), visibility: 'private', point: place },
  pending: { ...words('in attesa'), moderation: 'pending', point: place },
  refused: { ...words('respinta'), moderation: 'refused', point: place },
  unpublished: { ...words('non pubblicata'), published: false, point: place },
};
const shown: TestReport = {
  title: 'Buca in via Dante',
  description: 'Profonda',
  address: 'Via Dante 1',
  externalId: 'A1',
  point: [8.62, 44.92],
};

describe('what nobody may see', () => {
  let world: Awaited<ReturnType<typeof snapshotWorld>>;
  let snapshots: Snapshots;
  let app: ReturnType<typeof createApp>;
  let ids: Record<string, number>;
  let shownId: number;

  beforeAll(async () => {
    world = await snapshotWorld();
    const [first, ...others] = await world.add([shown, ...Object.values(hidden)]);
    shownId = first!;
    ids = Object.fromEntries(Object.keys(hidden).map((kind, i) => [kind, others[i]!]));
    await takeSnapshot(world.context, world.municipality);
    snapshots = openSnapshots(world.dataDir, { log: () => {} });
    const env = { DATA_DIR: world.dataDir } as never;
    app = createApp({ env, database: world.database, snapshots, clock: () => new Date(), log: world.context.log });
  });
  afterAll(async () => {
    await snapshots.close();
    await world.remove();
  });

  const host = () => `${world.municipality.slug}.localhost`;
  const get = (address: string) => app.request(address, { headers: { host: host() } });
  /** What a person can read in an answer: the rows of Parquet lie compressed in its bytes. */
  const textOf = async (response: Response) => {
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.headers.get('content-type')?.includes('parquet')) return body.toString('latin1');
    const file = path.join(world.dataDir, 'downloaded.parquet');
    await writeFile(file, body);
    const duck = await openDuck(':memory:', world.dataDir, 'write');
    const rows = await (await duck.connection.run(`from '${file}'`)).getRowObjectsJson();
    await duck.close();
    return JSON.stringify(rows);
  };
  /** Every address of the document that takes no number, as it is and as CSV. */
  const addresses = () =>
    Object.keys(documentOf(app).paths ?? {}).flatMap((one) =>
      one.includes('{') ? [] : one.startsWith('/api/stats') ? [one, `${one}?format=csv`, `${one}?q=${secret}`] : [one],
    );

  it('is in no output of any route', async () => {
    expect(addresses().length).toBeGreaterThan(25);
    for (const address of addresses()) {
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 200]);
      const body = (await textOf(response)).replaceAll(`"q":"${secret}"`, '');
      expect(body.includes(secret) ? address : '').toBe('');
      expect(body.includes('8.614') ? address : '').toBe('');
    }
  });

  it('lets what is public be found in the same outputs', async () => {
    const files = ['csv', 'geojson', 'parquet'].map((format) => `/open-data/reports.${format}`);
    for (const address of [...files, '/api/reports']) {
      const text = await textOf(await get(address));
      expect([address, text.includes('Buca in via Dante')]).toEqual([address, true]);
    }
    expect(await (await get('/api/stats/points')).text()).toContain('8.62');
  });

  it('is not counted, but for what is only not published yet', async () => {
    expect(await (await get('/api/stats/summary')).json()).toMatchObject({ reports: 2, problems: 2 });
    const hexes = await (await get('/api/stats/hexes?resolution=11')).text();
    expect(new Set(hexes.match(/8b[0-9a-f]{13}/g)).size).toBe(1);
  });

  it.each(Object.keys(hidden))('a %s report answers like one that does not exist', async (kind) => {
    const neverThere = await get('/api/reports/2026-99999999');
    const answer = await get(`/api/reports/2026-${ids[kind]}`);
    const [one, other] = await Promise.all([answer.json(), neverThere.json()]);
    expect(answer.status).toBe(404);
    expect({ ...one, instance: '' }).toEqual({ ...other, instance: '' });
    const headers = (response: Response) => [...response.headers].filter(([name]) => name !== 'x-request-id');
    expect(headers(answer)).toEqual(headers(neverThere));
    const near = await get(`/api/reports/${ids[kind]}/nearby`);
    expect(await near.text()).not.toContain(secret);
  });

  it('shows the public one', async () => {
    expect(await (await get(`/api/reports/${shownId}`)).json()).toMatchObject({
      id: shownId,
      title: 'Buca in via Dante',
      lon: 8.62,
    });
  });
});
