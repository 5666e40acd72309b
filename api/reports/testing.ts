import { testMunicipality } from '#sql/testing.ts';
import { openReferences } from '../references/references.ts';
import type { HistoryEvent, ReportHistory } from './history.ts';
import { recordBatch } from './recording.ts';

const start = Date.UTC(2024, 0, 10, 8);

/** The moment so many hours after the first report of the tests arrives. */
export const hoursLater = (hours: number): Date => new Date(start + hours * 3_600_000);

/** An event of an importer, so many hours after the arrival. */
export function eventAfter(hours: number, kind: HistoryEvent['kind'], more: Partial<HistoryEvent> = {}): HistoryEvent {
  const outcome = kind === 'closed' ? ({ outcome: 'resolved' } as const) : {};
  return { at: hoursLater(hours), kind, actor: 'importer', visibility: 'public', ...outcome, ...more };
}

/** A municipality with a category, a channel and an office, and a way to record reports in it that differ from a plain one. */
export async function testReports() {
  const { database, municipality, db } = await testMunicipality();
  const references = openReferences(database, municipality);
  const category = await references.category({ code: 'roads', name: { en: 'Roads' } });
  const channel = await references.channel({ code: 'web', name: { en: 'Web' } });
  const office = await references.office({ code: 'works', name: 'Works' });
  const history = (externalId: string, more: Partial<ReportHistory> = {}): ReportHistory => ({
    externalId,
    type: 'issue',
    category,
    channel,
    area: null,
    title: 'A hole in the road',
    description: 'Deep, and full of water.',
    language: 'en',
    address: '1 Main Street',
    point: [8.61, 44.91],
    extra: null,
    visibility: 'public',
    dayPrecision: false,
    tracked: true,
    dueAt: null,
    events: [eventAfter(0, 'received'), eventAfter(2, 'closed', { body: 'Filled.' })],
    ...more,
  });
  const record = (...histories: ReportHistory[]) => recordBatch(database, municipality, 'source', histories);
  const rows = () => db.selectFrom('report').selectAll().orderBy('id').execute();
  const row = async (externalId: string) => (await rows()).find(({ external_id }) => external_id === externalId)!;
  const events = async (externalId: string) => {
    const { id } = await row(externalId);
    return db.selectFrom('report_event').selectAll().where('report_id', '=', id).orderBy('seq').execute();
  };
  return { database, municipality, db, references, category, channel, office, history, record, rows, row, events };
}
