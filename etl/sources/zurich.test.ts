import { afterAll, beforeAll, expect, test } from 'vitest';
import { zurich } from './zurich.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

test('Zürich: equal rows are different reports, whose numbers do not depend on the order of the file', async () => {
  const header = 'date,service_code,lv95_e,lv95_n,lat,lon';
  const one = '2016-06-27,Brunnen/Hydranten,2683920,1245604,47.355939,8.549421';
  const other = '2018-06-29,Strasse/Trottoir/Platz,2682182,1248788,47.384793,8.527004';
  const first = await readFiles(zurich, [await files.write([header, one, other, one].join('\n'))]);
  const second = await readFiles(zurich, [
    await files.write([header, one, one, '2020-01-01,Graffiti,2682182,1248788,,', other].join('\n')),
  ]);
  const ids = first.drafts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(second.drafts.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(first.drafts[0]).toMatchObject({ tracked: false, dayPrecision: true, category: { code: 'fountains-and-hydrants' } });
  expect(iso(first.drafts[0]!.life.receivedAt)).toBe('2016-06-26T22:00:00.000Z');
  expect(first.drafts[0]!.point![1]).toBeCloseTo(47.355939, 5);
});
