import { expect, test } from 'vitest';
import { testReports } from '#api/reports/testing.ts';
import { verify } from './verify.ts';

test('a log that holds is said to hold, and what does not is named by report and event', async () => {
  const { database, municipality, db, history, record, row } = await testReports();
  const lines: string[] = [];
  const run = () => verify(database, municipality, (line) => lines.push(line));
  await record(history('one'), history('two'));
  expect(await run()).toBe(0);
  expect(lines.splice(0)).toEqual([`${municipality.slug}: every event holds`]);

  const { id } = await row('two');
  await db.updateTable('report_event').set({ actor: 'desk' }).where('report_id', '=', id).where('seq', '=', 1).execute();
  expect(await run()).toBe(1);
  expect(lines).toEqual([`${municipality.slug}: report ${id}, event 1: altered, or moved here`, `${municipality.slug}: found 1`]);
});
