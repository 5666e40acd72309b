import { expect, test } from 'vitest';
import { testMunicipality } from '#sql/testing.ts';
import { openReferences } from '../references/references.ts';
import type { ReportHistory } from './history.ts';
import { recordBatch } from './recording.ts';

test('what is recorded twice is unchanged', async () => {
  const { database, municipality } = await testMunicipality();
  const references = openReferences(database, municipality);
  const history: ReportHistory = {
    externalId: '1',
    type: 'issue',
    category: await references.category({ code: 'roads', name: { en: 'Roads' } }),
    channel: await references.channel({ code: 'web', name: { en: 'Web' } }),
    area: null,
    title: 'A\tb\\',
    description: 'one\ntwo',
    language: 'it',
    address: null,
    point: [8.5, 44.5],
    extra: { b: 1, a: 'x\\ny' },
    visibility: 'public',
    dayPrecision: false,
    tracked: true,
    dueAt: null,
    events: [{ at: new Date('2024-01-01T10:00:00Z'), kind: 'received', actor: 'importer', visibility: 'public' }],
  };
  expect(await recordBatch(database, municipality, 'x', [history])).toEqual({ created: 1, updated: 0, unchanged: 0 });
  expect(await recordBatch(database, municipality, 'x', [history])).toEqual({ created: 0, updated: 0, unchanged: 1 });
});
