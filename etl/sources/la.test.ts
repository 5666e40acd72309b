import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { la } from './la.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

const laRow = {
  id: '1-1',
  created: '12/30/2017 05:16:06 PM',
  closed: '12/31/2017 10:11:23 AM',
  status: 'Closed',
  type: 'Bulky Items',
};

function laText(rows: readonly (typeof laRow)[], isNew = false): string {
  const columns = ['SRNumber', 'CreatedDate', 'ClosedDate', 'Status', 'RequestType', 'RequestSource', 'Owner', 'Address'];
  const header = [...columns, 'Latitude', 'Longitude', 'Location'].join(',');
  const lines = rows.map(
    ({ id, created, closed, status, type }) =>
      `${id},${created},${closed},${status},${type},Mobile App,BOS,"6122 E MESA AVE, 90042",34.1159,-118.1902,POINT (-118.1902 34.1159)`,
  );
  return [isNew ? header.toLowerCase() : header, ...lines].join('\n');
}

test('Los Angeles: both spellings of the header and of the dates, from gzip files', async () => {
  const old = await files.write(gzipSync(laText([laRow])), 'old.csv.gz');
  const isNew = await files.write(laText([{ ...laRow, id: '1-2', created: '1/1/20 0:05', closed: '1/2/20 8:43' }], true));
  const { drafts } = await readFiles(la, [old, isNew]);
  expect(drafts.map(({ id, life }) => [id, iso(life.receivedAt), iso(life.closedAt)])).toEqual([
    ['1-1', '2017-12-31T01:16:06.000Z', '2017-12-31T18:11:23.000Z'],
    ['1-2', '2020-01-01T08:05:00.000Z', '2020-01-02T16:43:00.000Z'],
  ]);
  expect(drafts[0]).toMatchObject({ channel: { code: 'app' }, office: { code: 'bos' }, address: '6122 E MESA AVE, 90042' });
});

test('Los Angeles: closed before created is believed for the day only, or not at all', async () => {
  const rows = [
    { ...laRow, closed: '12/30/2017 12:00:00 AM' },
    { ...laRow, id: '1-2', closed: '01/03/2017 12:00:00 AM' },
    { ...laRow, id: '1-3', closed: '' },
    { ...laRow, id: '1-4', closed: '', status: 'Open' },
    { ...laRow, id: '1-5', closed: '', status: 'Pending' },
    { ...laRow, id: '1-6', status: 'Cancelled' },
    { ...laRow, id: '1-7', status: 'Referred Out' },
  ];
  const { drafts } = await readFiles(la, [await files.write(laText(rows))]);
  expect(drafts.map(({ life, tracked, notes }) => [life.state, life.outcome, tracked, notes])).toEqual([
    ['closed', 'resolved', true, ['closedSameDay']],
    ['received', null, false, ['closedBefore']],
    ['received', null, false, ['closedUntold']],
    ['received', null, true, []],
    ['assigned', null, true, []],
    ['closed', 'withdrawn', true, []],
    ['closed', 'not_competent', true, []],
  ]);
  expect(drafts[0]).toMatchObject({ dayPrecision: true });
  expect(iso(drafts[0]!.life.closedAt)).toBe(iso(drafts[0]!.life.receivedAt));
});
