import { beforeAll, describe, expect, test } from 'vitest';
import { testMunicipality } from '#sql/testing.ts';
import { loadAreas } from '../areas/loading.ts';
import { codeOf, openReferences } from './references.ts';
import { readSettings, saveSetting } from './settings.ts';

let it: Awaited<ReturnType<typeof testMunicipality>>;
beforeAll(async () => {
  it = await testMunicipality();
});
const open = () => openReferences(it.database, it.municipality);

describe('a reference', () => {
  test('is made once and found ever after, by whoever asks', async () => {
    const roads = { code: 'roads', name: { it: 'Strade', en: 'Roads' }, serviceDays: 30, duplicateRadiusM: 100 };
    const first = open();
    const id = await first.category(roads);
    expect(await first.category(roads)).toBe(id);
    expect(await open().category({ code: 'roads', name: { it: 'Altro nome' } })).toBe(id);
    const row = await it.db.selectFrom('category').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ code: 'roads', name: roads.name, service_days: 30, duplicate_radius_m: 100, parent_id: null });
  });

  test('keeps the order in which it was made, and its place in the tree', async () => {
    const references = open();
    const parent = await references.category({ code: 'green', name: { it: 'Verde' } });
    const child = await references.category({ code: 'trees', name: { it: 'Alberi' }, parent, extraSchema: { type: 'object' } });
    const rows = await it.db.selectFrom('category').selectAll().where('id', 'in', [parent, child]).orderBy('position').execute();
    expect(rows).toMatchObject([
      { id: parent, extra_schema: null, duplicate_radius_m: 250 },
      { id: child, parent_id: parent, extra_schema: { type: 'object' } },
    ]);
  });

  test('asked for by many at the same time is one', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        openReferences(it.database, it.municipality).channel({ code: `c${n % 3}`, name: { en: 'C' } }),
      ),
    );
    expect(new Set(ids).size).toBe(3);
    const offices = await Promise.all(
      Array.from({ length: 6 }, () => open().office({ code: 'works', name: 'Lavori', kind: 'contractor' })),
    );
    expect(new Set(offices).size).toBe(1);
  });

  test('that cannot be stored is refused by the database, and the next one is served', async () => {
    const references = open();
    await expect(references.category({ code: '', name: {} })).rejects.toThrow(/check/);
    expect(await references.category({ code: 'lights', name: {} })).toBeGreaterThan(0);
  });
});

test('an area is found by its name, whatever the case and the spaces', async () => {
  const geometry = { type: 'Polygon', coordinates: [[[8, 44], [9, 44], [9, 45], [8, 44]]] }; // prettier-ignore
  const features = [{ type: 'Feature', properties: { name: 'San  Salvario' }, geometry }];
  await loadAreas(it.database, it.municipality, { type: 'FeatureCollection', features });
  const references = open();
  expect(await references.areaByName(' san salvario ')).toBeGreaterThan(0);
  expect(await references.areaByName('Lingotto')).toBeNull();
});

test.each([
  ['Buche e asfalto', 'buche-e-asfalto'],
  ['  Qualità dell’aria / odori ', 'qualita-dell-aria-odori'],
  ['Straße & Übergänge', 'straße-ubergange'],
  ['髒亂及污染', '髒亂及污染'],
  ['違規停車 (路霸)', '違規停車-路霸'],
  ['Йога — Ямы', 'йога-ямы'],
  ['حفر في الطريق', 'حفر-في-الطريق'],
  ['ガス漏れ', 'ガス漏れ'],
  ['हिन्दी', 'हिन्दी'],
  ['???', ''],
  ['x'.repeat(200), 'x'.repeat(120)],
])('the code of "%s" is "%s"', (name, code) => {
  expect(codeOf(name)).toBe(code);
});

describe('settings', () => {
  test('have defaults, and are kept', async () => {
    expect(await readSettings(it.db)).toEqual({ publish_when: 'accepted' });
    await saveSetting(it.db, 'colour', '#06c');
    await saveSetting(it.db, 'known_measures', ['close']);
    await saveSetting(it.db, 'colour', '#036');
    await open().saveSetting('publish_when', 'taken');
    expect(await open().readSettings()).toEqual({ publish_when: 'taken', colour: '#036', known_measures: ['close'] });
  });
  test('that the program would not understand are refused', async () => {
    await expect(saveSetting(it.db, 'publish_when', 'never')).rejects.toThrow(/^publish_when/);
  });
});
