import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#sql/testing.ts';
import { importCommand } from '../import.ts';
import { findSource } from './registry.ts';
import { readFiles } from './testing.ts';

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const of = (set: string, ending: RegExp) =>
  readdirSync(path.join(folder, set))
    .filter((name) => ending.test(name))
    .toSorted()
    .map((name) => path.join(folder, set, name));

/** What the files of open data hold, where they are at hand. */
const golden: [source: string, set: string, files: RegExp, reports: number, rejected: number, points: number, closed: number][] =
  [
    ['stlouis', 'stlouis-csb-2018-01', /gz$/, 8714, 98, 7809, 6096],
    ['la', 'la-311', /gz$/, 39999, 0, 37128, 39924],
    ['alessandria', 'alessandria-municipium', /segnalazioni/, 4651, 0, 0, 2683],
  ];

describe.skipIf(!existsSync(folder))('where the files of open data are at hand', () => {
  test.each(golden)(
    'the real file of %s holds what it is known to hold',
    async (name, set, ending, reports, rejected, points, closed) => {
      const read = await readFiles(await findSource(name, {}), of(set, ending));
      expect(read.drafts).toHaveLength(reports);
      expect(read.rejects).toHaveLength(rejected);
      expect(read.drafts.filter(({ point }) => point)).toHaveLength(points);
      expect(read.drafts.filter(({ life }) => life.state === 'closed')).toHaveLength(closed);
    },
  );

  test.runIf(process.env.TEST_DATABASE_URL)(
    'a newer file of Chicago over an older one adds its new reports and tells 242 changes of status as events',
    async () => {
      const database = await testDatabase();
      const slug = `t-${randomBytes(5).toString('hex')}`;
      const lines: string[] = [];
      const stream = { write: () => true } as never;
      const context = {
        database,
        dataDir: os.tmpdir(),
        now: () => new Date(),
        stream,
        print: (line: string) => void lines.push(line),
      };
      const [older, newer] = of('chicago-sanitation', /gz$/);
      const rejects = ['--rejects', os.devNull];
      await importCommand(['chicago', older!, '--create', 'Chicago', '--municipality', slug, ...rejects], context);
      expect(lines.at(-1)).toBe('read 72847, created 72473, updated 0, unchanged 0, rejected 374');
      const db = database.of(slug);
      const closings = db
        .selectFrom('report_event')
        .where('kind', '=', 'closed')
        .select(({ fn }) => fn.countAll<number>().as('count'));
      const { last } = await db
        .selectFrom('report')
        .select(({ fn }) => fn.max('id').as('last'))
        .executeTakeFirstOrThrow();
      const before = await closings.executeTakeFirstOrThrow();
      await importCommand(['chicago', newer!, '--municipality', slug, ...rejects], context);
      expect(lines.at(-1)).toBe('read 74401, created 1553, updated 242, unchanged 72231, rejected 375');
      const after = await closings.where('report_id', '<=', last).executeTakeFirstOrThrow();
      expect(after.count - before.count).toBe(242);
    },
  );
});
