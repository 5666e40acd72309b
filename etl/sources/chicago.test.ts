import { afterAll, beforeAll, expect, test } from 'vitest';
import { chicago } from './chicago.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const iso = (date: Date | null | undefined) => date?.toISOString();

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
