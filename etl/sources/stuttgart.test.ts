import { afterAll, beforeAll, expect, test } from 'vitest';
import { stuttgart } from './stuttgart.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

test('Stuttgart: what is listed again on the same or the next day is one report, with one number in every file', async () => {
  const header = 'first_seen_at_timestamp,first_seen_date,first_seen_weekday,first_seen_hour,category,location,lat,lon';
  const line = (seen: string, place = '48.808,9.21') => `${seen},${seen.slice(0, 10)},1,7,Ampel,Brückenstraße 41,${place}`;
  const seen = ['2022-01-10T11:22:14', '2022-01-11T07:24:58', '2022-01-11T16:43:10', '2022-01-13T06:00:00'];
  const all = await readFiles(stuttgart, [
    await files.write([header, ...seen.map((each) => line(each)), line(seen[0]!, '40.1,47.5')].join('\n')),
  ]);
  const distinct = await readFiles(stuttgart, [await files.write([header, line(seen[0]!), line(seen[3]!)].join('\n'))]);
  expect(all.rejects).toEqual([
    [3, 'listed again'],
    [4, 'listed again'],
  ]);
  expect(all.drafts.map(({ id }) => id).slice(0, 2)).toEqual(distinct.drafts.map(({ id }) => id));
  expect(all.drafts[2]).toMatchObject({ point: null, notes: ['outside'], tracked: false });
  expect(iso(all.drafts[0]!.life.receivedAt)).toBe('2022-01-10T11:22:14.000Z');
  expect(all.drafts[0]!.category).toEqual({ code: 'traffic-lights', name: { de: 'Ampel', en: 'Traffic lights' }, parent: null });
});
