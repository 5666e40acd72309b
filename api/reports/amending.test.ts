import { beforeAll, describe, expect, test } from 'vitest';
import type { HistoryEvent, ReportHistory } from './history.ts';
import { eventAfter, hoursLater, testReports } from './testing.ts';
import { verifyEvents } from './verification.ts';

let it: Awaited<ReturnType<typeof testReports>>;
beforeAll(async () => {
  it = await testReports();
});

const received = eventAfter(0, 'received');

/** Records the report as told first, then as told later; what is stored then. */
async function toldTwice(id: string, first: Partial<ReportHistory>, later: Partial<ReportHistory>) {
  await it.record(it.history(id, first));
  const recorded = await it.record(it.history(id, later));
  const events = await it.events(id);
  const kinds = events.map(({ kind, retold_from }) => (retold_from === null ? kind : `${kind} from ${retold_from}`));
  return { recorded, kinds, events, row: await it.row(id) };
}

async function findings() {
  const problems: string[] = [];
  for await (const { problem } of verifyEvents(it.database, it.municipality)) problems.push(problem);
  return problems;
}

describe('a newer file', () => {
  test('adds what happened since to the story', async () => {
    const closed = eventAfter(30, 'closed', { outcome: 'answered', body: 'Done.' });
    const { recorded, kinds, row } = await toldTwice('grew', { events: [received] }, { events: [received, closed] });
    expect(recorded).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(kinds).toEqual(['received', 'closed']);
    const times = { taken_at: hoursLater(30), first_reply_at: hoursLater(30), closed_at: hoursLater(30) };
    expect(row).toMatchObject({ state: 'closed', outcome: 'answered', events: 2, ...times });
  });

  test('marks the report as changed in its transaction, and no other', async () => {
    await it.record(it.history('still'), it.history('moves', { events: [received] }));
    const before = await it.row('still');
    await it.record(it.history('still'), it.history('moves', { events: [received, eventAfter(1, 'taken')] }));
    expect(await it.row('still')).toEqual(before);
    const moved = await it.row('moves');
    expect(Number(moved.changed_xid)).toBeGreaterThan(Number(before.changed_xid));
    expect(moved.changed_at.getTime()).toBeGreaterThan(before.changed_at.getTime());
  });

  test('that says something else about the past is told from there anew, and the figures are those it tells', async () => {
    const first = [received, eventAfter(3, 'taken'), eventAfter(9, 'closed')];
    const later = [received, eventAfter(2, 'taken'), eventAfter(5, 'closed'), eventAfter(6, 'reopened')];
    const { kinds, row } = await toldTwice('rewritten', { events: first }, { events: later });
    expect(kinds).toEqual(['received', 'taken', 'closed', 'edited from 2', 'taken', 'closed', 'reopened']);
    expect(row).toMatchObject({ state: 'reopened', taken_at: hoursLater(2), closed_at: null, reopened: 1, events: 7 });
  });

  test('may take back a closing, move the arrival, and change its mind again', async () => {
    const tellings: HistoryEvent[][] = [
      [received, eventAfter(4, 'closed')],
      [received],
      [eventAfter(-1, 'received'), eventAfter(4, 'closed')],
      [received, eventAfter(4, 'closed')],
    ];
    for (const events of tellings) await it.record(it.history('wavering', { events }));
    expect(await it.row('wavering')).toMatchObject({ state: 'closed', received_at: hoursLater(0), closed_at: hoursLater(4) });
    expect(await it.record(it.history('wavering', { events: tellings[3]! }))).toMatchObject({ unchanged: 1 });
  });

  test('that corrects an outcome or some words counts as saying something else', async () => {
    const outcome = await toldTwice(
      'outcome',
      {},
      { events: [received, eventAfter(2, 'closed', { outcome: 'duplicate', body: 'Filled.' })] },
    );
    expect(outcome.kinds).toEqual(['received', 'closed', 'edited from 2', 'closed']);
    expect(outcome.row.outcome).toBe('duplicate');
    const words = await toldTwice('words', {}, { events: [received, eventAfter(2, 'closed', { body: 'Filled again.' })] });
    expect(words.events.at(-1)!.payload).toEqual({ body: 'Filled again.' });
  });

  test('that corrects the report itself leaves an internal note of what it said before', async () => {
    const { kinds, events, row } = await toldTwice('moved', {}, { title: 'Two holes', point: [8.62, 44.92], extra: { size: 2 } });
    expect(kinds).toEqual(['received', 'closed', 'edited from 3']);
    expect(events[2]).toMatchObject({ visibility: 'internal', actor: 'importer' });
    expect(events[2]!.payload).toEqual({
      data: {
        changes: {
          title: { from: 'A hole in the road', to: 'Two holes' },
          point: { from: [8.61, 44.91], to: [8.62, 44.92] },
          extra: { from: null, to: { size: 2 } },
        },
      },
    });
    expect(row).toMatchObject({ title: 'Two holes', extra: { size: 2 }, closed_at: hoursLater(2), state: 'closed' });
  });

  test('brings back no words that a person had erased', async () => {
    await it.record(it.history('erased'));
    const { id } = await it.row('erased');
    await eraseWords(id);
    const later = [received, eventAfter(2, 'closed', { body: 'Filled.' }), eventAfter(3, 'reopened', { body: 'Not filled!' })];
    await it.record(it.history('erased', { events: later }));
    const row = await it.row('erased');
    expect(row).toMatchObject({ title: null, description: null, address: null, point: null, h3: null });
    const events = await it.events('erased');
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'closed', 'erased', 'reopened']);
    expect(JSON.stringify(events)).not.toMatch(/Filled|filled/);
    expect(await it.record(it.history('erased', { events: later }))).toMatchObject({ unchanged: 1 });
    const retold = [received, eventAfter(1, 'closed', { body: 'Filled.' })];
    await it.record(it.history('erased', { events: retold }));
    expect(JSON.stringify(await it.events('erased'))).not.toMatch(/Filled/);
    expect((await it.row('erased')).closed_at).toEqual(hoursLater(1));
  });

  test('never makes a private report public', async () => {
    const { row } = await toldTwice('private', { visibility: 'private' }, { visibility: 'public', title: 'Other' });
    expect(row).toMatchObject({ visibility: 'private', published_at: null, title: 'Other' });
  });

  test('publishes nothing that moderation refused', async () => {
    await it.record(it.history('refused'));
    await it.db
      .updateTable('report')
      .set({ moderation: 'refused', published_at: null })
      .where('external_id', '=', 'refused')
      .execute();
    await it.record(it.history('refused', { title: 'Other' }));
    expect(await it.row('refused')).toMatchObject({ moderation: 'refused', published_at: null, title: 'Other' });
  });
});

test('after all this, the log of every report that was not tampered with holds', async () => {
  expect((await it.rows()).length).toBeGreaterThan(8);
  expect(await findings()).toEqual([]);
});

/** What the erasure of a person's words does: payload and salt go, and an event says so. */
async function eraseWords(report: number): Promise<void> {
  const { slug } = it.municipality;
  const { chainTime, eventHash } = await import('./chain.ts');
  await it.database.transaction(slug, async ({ db, client }) => {
    await client.query('update report_event set payload = null, salt = null where report_id = $1', [report]);
    const { events, head } = await db
      .selectFrom('report')
      .select(['events', 'head'])
      .where('id', '=', report)
      .executeTakeFirstOrThrow();
    const at = new Date();
    const event = {
      report_id: report,
      seq: events + 1,
      at,
      recorded_at: at,
      kind: 'erased',
      actor: 'system',
      visibility: 'internal',
    } as const;
    const moment = chainTime(at);
    const chained = { report, seq: event.seq, at: moment, recordedAt: moment, kind: event.kind, actor: 'system', office: null };
    const hash = eventHash(head, {
      ...chained,
      outcome: null,
      retoldFrom: null,
      signedAs: null,
      visibility: 'internal',
      digest: null,
    });
    await db
      .insertInto('report_event')
      .values({ ...event, previous: head, hash })
      .execute();
    await db
      .updateTable('report')
      .set({ title: null, description: null, address: null, point: null, h3: null, events: event.seq, head: hash })
      .where('id', '=', report)
      .execute();
  });
}
