import { afterAll, beforeAll, expect, test } from 'vitest';
import { stlouis } from './stlouis.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

const stlouisColumns =
  'REQUESTID PROBLEMCODE DESCRIPTION PROBADDRESS SUBMITTO DATETIMEINIT DATETIMECLOSED SRX SRY STATUS PRJCOMPLETEDATE DATECANCELLED CALLERTYPE DATEINVTDONE WARD'.split(
    ' ',
  );

const stlouisRow = {
  REQUESTID: '1049265',
  PROBLEMCODE: 'WTR-COMING-UP',
  DESCRIPTION: 'WTR-COMING-UP',
  PROBADDRESS: '75 WILLMORE RD',
  SUBMITTO: 'TRAFFIC DIVISION, 511',
  DATETIMEINIT: '2018-01-01T00:48:30Z',
  DATETIMECLOSED: '2018-01-05 16:22:21.287',
  SRX: '875854.877',
  SRY: '998434.947',
  STATUS: 'CLOSED',
  PRJCOMPLETEDATE: '2018-01-15 00:00:00.000',
  DATECANCELLED: 'NULL',
  CALLERTYPE: 'WEB',
  DATEINVTDONE: 'NA',
  WARD: '16',
};

test('St. Louis: feet become degrees, the "Z" is a lie, the promise lasts until the end of the day', async () => {
  const { drafts } = await readFiles(stlouis, [await files.csv(stlouisColumns, [stlouisRow])]);
  const [{ point, life, due, zone, office }] = drafts as [(typeof drafts)[0]];
  expect(point![0]).toBeCloseTo(-90.305349, 5);
  expect(point![1]).toBeCloseTo(38.575464, 5);
  expect(iso(life.receivedAt)).toBe('2018-01-01T06:48:30.000Z');
  expect(iso(zone.moment(due!))).toBe('2018-01-16T05:59:59.000Z');
  expect(office).toEqual({ code: 'traffic-division', name: 'TRAFFIC DIVISION' });
});

test('St. Louis: twenty words for the state, "NULL" and "NA" for nothing', async () => {
  const open = { ...stlouisRow, DATETIMECLOSED: 'NULL' };
  const rows = [
    { ...stlouisRow, STATUS: 'Closed' },
    { ...open, STATUS: 'CANCEL', DATECANCELLED: '2018-01-03 10:00:00.000' },
    { ...open, STATUS: 'NEW' },
    { ...open, STATUS: 'Disptch' },
    { ...stlouisRow, STATUS: 'Disptch' },
    { ...open, STATUS: 'ON HOLD' },
    { ...open, STATUS: 'Complete', DATEINVTDONE: '2018-01-04 09:00:00.000' },
    { ...open, STATUS: 'Complete' },
    { ...open, STATUS: 'NA' },
    { ...stlouisRow, STATUS: 'NA' },
    { ...open, STATUS: 'Teleported' },
  ].map((row, index) => ({ ...row, REQUESTID: String(index) }));
  const { drafts, rejects } = await readFiles(stlouis, [await files.csv(stlouisColumns, rows)]);
  expect(drafts.map(({ life, tracked, notes }) => [life.state, tracked, ...notes])).toEqual([
    ['closed', true],
    ['closed', true],
    ['received', true],
    ['assigned', true],
    ['assigned', true, 'openWithClosing'],
    ['assigned', true],
    ['fixed', true],
    ['received', false, 'closedUntold'],
    ['received', false, 'statusUntold'],
    ['closed', true],
  ]);
  expect(drafts[1]!.life.outcome).toBe('withdrawn');
  expect(rejects).toEqual([[12, 'status: "Teleported" is not known']]);
});

test('St. Louis: a number with another problem is another report, with the same one it is repeated', async () => {
  const rows = [
    stlouisRow,
    { ...stlouisRow, CALLERTYPE: 'PHONE' },
    { ...stlouisRow, PROBLEMCODE: 'NOWATER', SRX: '1', SRY: '1' },
    { ...stlouisRow, REQUESTID: '7', SRX: 'NA', SRY: 'NA' },
  ];
  const { drafts, rejects } = await readFiles(stlouis, [await files.csv(stlouisColumns, rows)]);
  expect(drafts.map(({ id, notes }) => [id, ...notes])).toEqual([
    ['1049265 WTR-COMING-UP'],
    ['1049265 NOWATER', 'placeholder'],
    ['7 WTR-COMING-UP'],
  ]);
  expect(rejects).toEqual([[3, 'repeated id']]);
});
