import { afterAll, beforeAll, expect, test } from 'vitest';
import { boston } from './boston.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

const bostonColumns =
  'case_enquiry_id open_dt target_dt closed_dt case_status case_title reason type department location neighborhood latitude longitude source'.split(
    ' ',
  );

const bostonRow = {
  case_enquiry_id: '101',
  open_dt: '2011-07-01 01:32:33',
  target_dt: '2011-07-15 01:32:32',
  closed_dt: '2011-07-01 05:06:58',
  case_status: 'Closed',
  case_title: 'Street Light Outages',
  reason: 'Street Lights',
  type: 'Street Light Outages',
  department: 'PWDx',
  location: 'INTERSECTION of Groveland St & River St  Mattapan  MA  ',
  neighborhood: 'Greater Mattapan',
  latitude: '42.2715',
  longitude: '-71.0772',
  source: 'Constituent Call',
};

test('Boston: a report has its category on two levels, its department, its promise and local times', async () => {
  const { drafts } = await readFiles(boston, [await files.csv(bostonColumns, [bostonRow])]);
  expect(drafts[0]).toMatchObject({
    id: '101',
    category: { code: 'street-lights.street-light-outages', parent: { code: 'street-lights', name: { en: 'Street Lights' } } },
    channel: { code: 'phone' },
    office: { code: 'pwd', name: 'Public Works Department' },
    area: 'Greater Mattapan',
    title: null,
    address: 'INTERSECTION of Groveland St & River St Mattapan MA',
    point: [-71.0772, 42.2715],
    life: { state: 'closed', outcome: 'resolved' },
  });
  expect(iso(drafts[0]!.life.receivedAt)).toBe('2011-07-01T05:32:33.000Z');
  expect(iso(drafts[0]!.life.closedAt)).toBe('2011-07-01T09:06:58.000Z');
  expect(iso(drafts[0]!.zone.moment(drafts[0]!.due!))).toBe('2011-07-15T05:32:32.000Z');
});

test('Boston: the placeholder of City Hall is no point, a title that says more is kept, an open request is in a queue', async () => {
  const row = { ...bostonRow, case_status: 'Open', closed_dt: '', case_title: 'Pole 3 is dark' };
  const placeholder = { ...row, case_enquiry_id: '102', latitude: '42.3594', longitude: '-71.0587' };
  const { drafts } = await readFiles(boston, [await files.csv(bostonColumns, [row, placeholder])]);
  expect(drafts.map(({ point, notes }) => [point, notes])).toEqual([
    [[-71.0772, 42.2715], []],
    [null, ['placeholder']],
  ]);
  expect(drafts[0]).toMatchObject({ title: 'Pole 3 is dark', life: { state: 'assigned' } });
});

test('Boston: rows without a number, a time or a known status are rejected, with their row and reason', async () => {
  const bad = [{ case_enquiry_id: '' }, { open_dt: '' }, { open_dt: '2011-02-30 10:00:00' }, { case_status: 'Vanished' }];
  const rows = [bostonRow, ...bad.map((change, index) => ({ ...bostonRow, case_enquiry_id: `x${index}`, ...change }))];
  const { drafts, rejects } = await readFiles(boston, [await files.csv(bostonColumns, rows)]);
  expect(drafts).toHaveLength(1);
  expect(rejects).toEqual([
    [3, 'case_enquiry_id: empty'],
    [4, 'open_dt: empty'],
    [5, 'open_dt: "2011-02-30 10:00:00" is not a date or time'],
    [6, 'case_status: "Vanished" is not known'],
  ]);
});
