import { afterAll, beforeAll, expect, test } from 'vitest';
import { tainan } from './tainan.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

test('Tainan: two spellings are one category, an empty one is "uncategorised", a slip of the pen is left out', async () => {
  const header = 'service_request_id,requested_datetime,area,service_name,subproject,description,address_string,lat,lon';
  const line = (id: string, service: string, below: string) =>
    `${id},2015-04-15 00:22:00,北 區,${service},${below},永大路 妨礙安寧,永康區永大路,23.002758,120.26048`;
  const text = [
    header,
    line('UN1', '髒亂及污染', '空氣汙染'),
    line('UN2', '髒亂及汙染', '空氣污染'),
    line('UN3', '', '違規停車'),
    line('UN4', '違規停車', '17:07通報110蕭員警'),
    line('UN5', '違規停車', '違規停車'),
  ].join('\n');
  const { drafts } = await readFiles(tainan, [await files.write(text)]);
  expect(drafts.map(({ category }) => category.code)).toEqual([
    'dirt-and-pollution.air-pollution',
    'dirt-and-pollution.air-pollution',
    'uncategorised',
    'illegal-parking',
    'illegal-parking',
  ]);
  expect(drafts[0]).toMatchObject({ area: '北區', description: '永大路 妨礙安寧', language: 'zh-TW', tracked: false });
  expect(drafts[0]!.category.parent!.name).toEqual({ zh: '髒亂及汙染', en: 'Dirt and pollution' });
});
