import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alessandria } from './alessandria.ts';
import { boston } from './boston.ts';
import { chicago } from './chicago.ts';
import { la } from './la.ts';
import { stlouis } from './stlouis.ts';
import { stuttgart } from './stuttgart.ts';
import { tainan } from './tainan.ts';
import { readFiles, testFiles } from './testing.ts';
import { zurich } from './zurich.ts';

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

const chicagoHeader =
  'Creation_Date,Status,Completion_Date,Service_Request_Number,Type_of_Service_Request,What_is_the_Nature_of_this_Code_Violation,Street_Address,Latitude,Longitude';

test('Chicago: a header among the data and later rows of the same number are rejected, days stay days', async () => {
  const text = [
    chicagoHeader,
    '2014-11-01,Open,,14-1,Sanitation Code Violation,Dog feces in yard,1 W OAK ST,41.9,-87.65',
    ',STATUS,,SERVICE REQUEST NUMBER,TYPE OF SERVICE REQUEST,WHAT IS THE NATURE OF THIS CODE VIOLATION?,STREET ADDRESS,,',
    '2012-07-06,Completed,2012-07-27,12-1,Sanitation Code Violation,,3612 N DAMEN AVE,,',
    '2012-07-06,Completed,2013-11-20,12-1,Sanitation Code Violation,,3612 N DAMEN AVE,,',
    '2012-07-07,Completed - Dup,2012-07-07,12-2,Sanitation Code Violation,Other,3 N DAMEN AVE,41.9,-87.65',
  ].join('\n');
  const { drafts, rejects } = await readFiles(chicago, [await files.write(text)]);
  expect(rejects).toEqual([
    [3, 'a header among the data'],
    [5, 'repeated id'],
  ]);
  expect(drafts.map(({ id, dayPrecision, life }) => [id, dayPrecision, life.state, iso(life.closedAt)])).toEqual([
    ['14-1', true, 'received', undefined],
    ['12-1', true, 'closed', '2012-07-27T05:00:00.000Z'],
    ['12-2', true, 'closed', '2012-07-07T05:00:00.000Z'],
  ]);
  expect(drafts.map(({ life }) => life.outcome)).toEqual([null, 'resolved', 'duplicate']);
  expect(drafts[1]!.category).toMatchObject({ code: 'sanitation-code-violation', parent: null });
});

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

test('Alessandria: Italian states, semicolons, no places', async () => {
  const text = [
    'Id;Stato;Anno;Creato;Chiusa;DescrizioneBreve;Categoria',
    '1;chiusa;2023;2023-05-08;2023-05-25;App Municipium;Buche',
    '2;aperta;2023;2023-05-08;;App Municipium;',
    '3;in carico;2023;2023-05-08;;App Municipium;Idee e proposte',
    '4;annullata;2023;2023-05-08;;App Municipium;Disinfestazione (topi, blatte, vespe, piccioni)',
    '5;archiviata;2023;2023-05-08;2023-05-08;App Municipium;Buche',
    '6;smarrita;2023;2023-05-08;;App Municipium;Buche',
  ].join('\n');
  const { drafts, rejects } = await readFiles(alessandria, [await files.write(text)]);
  expect(drafts.map(({ life, tracked }) => [life.state, life.outcome, tracked])).toEqual([
    ['closed', 'resolved', true],
    ['received', null, true],
    ['taken', null, true],
    ['received', null, false],
    ['closed', 'not_actionable', true],
  ]);
  expect(drafts.map(({ type }) => type)).toEqual(['issue', 'issue', 'suggestion', 'issue', 'issue']);
  expect(drafts.every(({ point }) => point === null)).toBe(true);
  expect(drafts[0]!.category.name).toEqual({ it: 'Buche', en: 'Potholes' });
  expect(drafts[1]!.category.name).toMatchObject({ it: 'Senza categoria' });
  expect(rejects).toEqual([[7, 'stato: "smarrita" is not known']]);
});

test('no importer takes the file of another', async () => {
  const file = await files.csv(bostonColumns, [bostonRow], 'boston.csv');
  for (const source of [chicago, la, stlouis, zurich, stuttgart, tainan, alessandria]) {
    await expect(readFiles(source, [file])).rejects.toThrow(`this is not a file of ${source.name}`);
  }
  expect((await readFile(file, 'utf8')).startsWith('case_enquiry_id')).toBe(true);
});
