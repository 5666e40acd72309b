import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSnapshots } from '#api/snapshots/reader.ts';
import { testMunicipality } from '#sql/testing.ts';
import { takeSnapshot } from './take.ts';

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'snapshot-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a snapshot shows what is in the database', async () => {
  const { database, municipality, db } = await testMunicipality();
  await db
    .insertInto('category')
    .values({ code: 'a', name: JSON.stringify({ it: 'Buche' }) })
    .execute();
  await db
    .insertInto('channel')
    .values({ code: 'web', name: JSON.stringify({ it: 'Sito' }) })
    .execute();
  await db
    .insertInto('report')
    .values({
      category_id: 1,
      channel_id: 1,
      state: 'received',
      received_at: new Date('2026-01-01T10:00:00Z'),
      published_at: new Date('2026-01-01T10:00:00Z'),
      title: 'A "b",\nc',
      head: '0'.repeat(64),
      events: 1,
    })
    .execute();
  const context = { database, dataDir, now: () => new Date('2026-01-02T00:00:00Z'), log: console.log, progress: () => {} };
  const taken = await takeSnapshot(context, municipality);
  const snapshots = openSnapshots(dataDir, { log: console.log });
  const snapshot = await snapshots.current(municipality.slug);
  expect(snapshot?.meta).toMatchObject({ version: taken.version, reports: 1 });
  const rows = await snapshot!.query(
    'select title, published, hour, weekday, taken_s, age_s from report join report_text using (id)',
  );
  expect(rows).toEqual([{ title: 'A "b",\nc', published: true, hour: 11, weekday: 4, taken_s: null, age_s: 50_400 }]);
  await snapshots.close();
});
