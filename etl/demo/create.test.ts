import { afterAll, expect, test } from 'vitest';
import { dropMunicipality, findMunicipality, listMunicipalities } from '#sql/municipality.ts';
import { testDatabase, testMunicipality } from '#sql/testing.ts';
import { createDemo, demoSlug } from './create.ts';

const now = new Date('2026-11-24T10:00:00Z');

afterAll(async () => {
  const database = await testDatabase();
  if (await findMunicipality(database.db, demoSlug)) await dropMunicipality(database, demoSlug);
});

test('an interrupted demo is made again, whole; a finished one is left alone', { timeout: 90_000 }, async () => {
  const database = await testDatabase();
  const failing = createDemo(database, {
    now,
    reports: 200,
    onProgress: (text) => {
      if (text.includes(' of ')) throw new Error('the power went out');
    },
  });
  await expect(failing).rejects.toThrow('the power went out');
  const db = database.of(demoSlug);
  expect(await db.selectFrom('setting').selectAll().where('key', '=', 'demo_complete').execute()).toEqual([]);

  const told: string[] = [];
  const municipality = await createDemo(database, { now, reports: 200, onProgress: (text) => told.push(text) });
  expect(municipality).toMatchObject({ slug: 'borgo-demo', name: 'Comune di Borgo Demo', isDemo: true, timezone: 'Europe/Rome' });
  expect(told.join('\n')).toMatch(/making it again[^]*(\d+) of \1 reports/);

  const again = await createDemo(database, { now: new Date('2026-12-01T10:00:00Z'), reports: 200 });
  expect(again.slug).toBe(demoSlug);
  const { count } = await db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBeGreaterThan(150);
  expect(count).toBeLessThan(260);

  const outside = await db.selectFrom('report').select('id').where('area_id', 'is', null).execute();
  expect(outside).toEqual([]);
  const settings = await db.selectFrom('setting').select(['key', 'value']).execute();
  expect(Object.fromEntries(settings.map(({ key, value }) => [key, value]))).toMatchObject({
    colour: '#8c1d40',
    licence: 'CC BY 4.0',
    demo_complete: true,
  });
  const tops = await db.selectFrom('category').select('code').where('parent_id', 'is', null).execute();
  expect(tops).toHaveLength(11);
  const links = await db.selectFrom('duplicate_link').select('state').execute();
  expect(links.length).toBeGreaterThan(0);
});

test('what is not a demo is never dropped', async () => {
  const { database, municipality } = await testMunicipality();
  await expect(dropMunicipality(database, municipality.slug)).rejects.toThrow(/not a demo/);
  expect((await listMunicipalities(database.db)).map(({ slug }) => slug)).toContain(municipality.slug);
});
