import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chainTime, eventHash, genesis, merkleLeaf, merkleTree, rootHash } from './chain.ts';
import { eventAfter, hoursLater, testReports } from './testing.ts';
import { recordRoot, verifyEvents } from './verification.ts';

let it: Awaited<ReturnType<typeof testReports>>;
let first: number;
let second: number;

beforeAll(async () => {
  it = await testReports();
  const { office } = it;
  const long = [
    eventAfter(0, 'received', { body: 'Please mend it.' }),
    eventAfter(1, 'assigned', { office, signedAs: 'URP', data: { note: ['a', 1] } }),
    eventAfter(2, 'noted', { visibility: 'internal', body: 'Call them.' }),
    eventAfter(3, 'fixed', { visibility: 'internal' }),
    eventAfter(4, 'closed', { body: 'Mended.' }),
  ];
  await it.record(it.history('first', { events: long }), it.history('second'), it.history('third'));
  [first, second] = (await it.rows()).map(({ id }) => id) as [number, number];
  await recordRoot(it.database, it.municipality, hoursLater(0));
  await tamper(tables.map((table) => `create table good_${table} as table ${table}`).join(';'));
});

const tables = ['report', 'report_event', 'event_root'];

beforeEach(() => tamper(tables.map((table) => `delete from ${table}; insert into ${table} table good_${table}`).join(';')));

async function findings() {
  const found: { report: number | null; seq: number | null; problem: string }[] = [];
  for await (const finding of verifyEvents(it.database, it.municipality)) found.push(finding);
  return found;
}

/** Whoever owns the database can run this. */
const tamper = (sql: string) => it.database.transaction(it.municipality.slug, ({ client }) => client.query(sql));

test('a log that nobody touched holds', async () => {
  expect(await findings()).toEqual([]);
  await it.record(it.history('fourth'), it.history('second', { events: [eventAfter(1, 'received')], title: 'Other' }));
  await recordRoot(it.database, it.municipality, hoursLater(24));
  await recordRoot(it.database, it.municipality, hoursLater(72));
  expect(await findings()).toEqual([]);
});

test('a municipality without a report holds, and has a root all the same', async () => {
  await tamper('delete from report; delete from report_event; delete from event_root');
  expect(await recordRoot(it.database, it.municipality, hoursLater(0))).toMatchObject({ heads: 0, previous: genesis });
  expect(await findings()).toEqual([]);
});

describe('an event that was altered is found', () => {
  test.each([
    ['its time', `at = at + interval '1 microsecond'`],
    ['the time of its recording', `recorded_at = recorded_at - interval '1 second'`],
    ['what happened', `kind = 'replied'`],
    ['who did it', `actor = 'desk'`],
    ['the office', 'office_id = null'],
    ['the signature', `signed_as = 'Sindaco'`],
    ['who may see it', `visibility = 'author'`],
    ['its words', `payload = jsonb_set(payload, '{data,note}', '["a", 2]')`],
    ['words put where none were', `payload = '{"body": "x"}'`],
    ['a number no program writes', `payload = '{"data": {"n": 1e999}}'`],
    ['the salt', `salt = md5('x')`],
    ['the digest', `digest = '${genesis}'`],
    ['the digest taken away', 'digest = null'],
    ['payload, salt and digest taken away', 'payload = null, salt = null, digest = null'],
    ['the hash before it', `previous = '${genesis}'`],
    ['its hash', `hash = '${genesis}'`],
    ['that it is told anew', `kind = 'edited', retold_from = 2`],
  ])('%s', async (_what, change) => {
    await tamper(`update report_event set ${change} where report_id = ${first} and seq = 2`);
    expect(await findings()).toContainEqual(expect.objectContaining({ report: first, seq: 2 }));
  });

  test('its outcome', async () => {
    await tamper(`update report_event set outcome = 'answered' where report_id = ${first} and seq = 5`);
    expect(await findings()).toContainEqual(expect.objectContaining({ report: first, seq: 5 }));
  });

  test('a time without end', async () => {
    await tamper(`update report_event set at = 'infinity' where report_id = ${first} and seq = 5`);
    expect(await findings()).toContainEqual(expect.objectContaining({ report: first, seq: 5 }));
  });

  test('words taken away without a word', async () => {
    await tamper(`update report_event set payload = null, salt = null where report_id = ${first} and seq = 3`);
    expect(await findings()).toEqual([
      expect.objectContaining({
        report: first,
        seq: 3,
        problem: expect.stringContaining('no later event says that they were erased'),
      }),
    ]);
  });
});

describe('an event that was removed is found', () => {
  test('from the beginning', async () => {
    await tamper(`delete from report_event where report_id = ${first} and seq = 1`);
    expect(await findings()).toContainEqual({ report: first, seq: 1, problem: `report ${first}, event 1: removed` });
  });
  test('from the middle, even when the rest moves up', async () => {
    await tamper(`delete from report_event where report_id = ${first} and seq = 3`);
    expect(await findings()).toContainEqual({ report: first, seq: 3, problem: `report ${first}, event 3: removed` });
    await tamper(`update report_event set seq = seq - 1 where report_id = ${first} and seq = 4`);
    await tamper(`update report_event set seq = seq - 1 where report_id = ${first} and seq = 5`);
    expect(await findings()).toContainEqual(expect.objectContaining({ report: first, seq: 3 }));
  });
  test('from the end', async () => {
    await tamper(`delete from report_event where report_id = ${first} and seq = 5`);
    expect(await findings()).toContainEqual({ report: first, seq: 5, problem: `report ${first}, event 5: removed` });
  });
  test('from the end, by the root, even when the row of the report was made to agree', async () => {
    await tamper(`delete from report_event where report_id = ${first} and seq = 5`);
    await tamper(`update report set events = 4, state = 'fixed', outcome = null, closed_at = null, first_reply_at = null,
      head = (select hash from report_event where report_id = ${first} and seq = 4) where id = ${first}`);
    expect(await findings()).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('the events of that time do not give it') }),
    ]);
  });
  test('with all the others of its report', async () => {
    await tamper(`delete from report_event where report_id = ${second}`);
    expect(await findings()).toContainEqual({ report: second, seq: 1, problem: `report ${second}, event 1: removed` });
  });
  test('with its whole report', async () => {
    await tamper(`delete from report_event where report_id = ${second}; delete from report where id = ${second}`);
    expect(await findings()).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('it covers 3 reports, but 2') }),
    ]);
  });
});

describe('an order that was changed is found', () => {
  test('two events changed places', async () => {
    await tamper(`update report_event set seq = 99 where report_id = ${first} and seq = 3`);
    await tamper(`update report_event set seq = 3 where report_id = ${first} and seq = 4`);
    await tamper(`update report_event set seq = 4 where report_id = ${first} and seq = 99`);
    const found = await findings();
    for (const seq of [3, 4]) expect(found).toContainEqual(expect.objectContaining({ report: first, seq }));
  });
  test('an event went to another report', async () => {
    await tamper(`update report_event set report_id = ${second}, seq = 3 where report_id = ${first} and seq = 5`);
    const found = await findings();
    expect(found).toContainEqual(expect.objectContaining({ report: first, seq: 5 }));
    expect(found).toContainEqual(expect.objectContaining({ report: second, seq: 3 }));
  });
});

describe('an event that was put in is found', () => {
  async function forge(report: number, previous: string, seq: number) {
    const at = chainTime(hoursLater(50));
    const event = { report, seq, at, recordedAt: chainTime(new Date()), kind: 'noted', actor: 'desk' } as const;
    const rest = { office: null, outcome: null, retoldFrom: null, signedAs: null, visibility: 'internal', digest: null };
    const hash = eventHash(previous, { ...event, ...rest });
    await tamper(`insert into report_event (report_id, seq, at, recorded_at, kind, actor, visibility, previous, hash)
      values (${report}, ${seq}, '${at}', '${event.recordedAt}', 'noted', 'desk', 'internal', '${previous}', '${hash}')`);
    return hash;
  }
  test('at the end, with a right hash', async () => {
    await forge(first, (await it.row('first')).head, 6);
    expect(await findings()).toContainEqual({ report: first, seq: 6, problem: `report ${first}, event 6: put in` });
  });
  test('in the place of the last one, with a right hash', async () => {
    const { previous } = (await it.events('first'))[4]!;
    await tamper(`delete from report_event where report_id = ${first} and seq = 5`);
    await forge(first, previous, 5);
    expect(await findings()).toContainEqual(expect.objectContaining({ report: first, seq: 5 }));
  });
  test('for a report that does not exist', async () => {
    await forge(999, genesis, 1);
    expect(await findings()).toContainEqual({ report: 999, seq: null, problem: 'report 999: its row was removed' });
  });
});

describe('a row that says something else than its events is found', () => {
  test.each([
    ['state', `state = 'fixed', closed_at = null, outcome = null`],
    ['outcome', `outcome = 'duplicate'`],
    ['office', 'office_id = null'],
    ['receivedAt', `received_at = received_at - interval '1 day'`],
    ['takenAt', `taken_at = taken_at + interval '1 microsecond'`],
    ['firstReplyAt', 'first_reply_at = null'],
    ['fixedAt', 'fixed_at = null'],
    ['closedAt', `closed_at = 'infinity'`],
    ['waitingS', 'waiting_s = 60'],
    ['reopened', 'reopened = 1'],
  ])('%s', async (field, change) => {
    await tamper(`update report set ${change} where id = ${first}`);
    const problem = `report ${first}: its ${field} is not what its events tell`;
    expect(await findings()).toContainEqual({ report: first, seq: null, problem });
  });
  test('a category that is not there', async () => {
    await tamper(`update report set category_id = 4711 where id = ${second}`);
    expect(await findings()).toEqual([{ report: second, seq: null, problem: `report ${second}: its category is not there` }]);
  });
});

describe('a root that was touched is found', () => {
  const days = ['2024-01-10', '2024-01-11', '2024-01-12'];
  beforeEach(async () => {
    await recordRoot(it.database, it.municipality, hoursLater(24));
    await recordRoot(it.database, it.municipality, hoursLater(48));
  });
  test.each([
    ['its value', `root = '${genesis}'`],
    ['its moment', `as_of = as_of - interval '1 millisecond'`],
    ['its number of reports', 'heads = heads + 1'],
    ['the one before it', `previous = '${'1'.repeat(64)}'`],
    ['its hash', `hash = '${'1'.repeat(64)}'`],
  ])('%s', async (_what, change) => {
    for (const day of days) {
      const { rows } = (await tamper(`select to_json(r) as r from event_root r where day = '${day}'`)) as {
        rows: { r: Record<string, unknown> }[];
      };
      await tamper(`update event_root set ${change} where day = '${day}'`);
      expect((await findings()).map(({ problem }) => problem).join()).toContain(day);
      await tamper(`delete from event_root where day = '${day}'`);
      await tamper(
        `insert into event_root select * from json_populate_record(null::event_root, '${JSON.stringify(rows[0]!.r)}')`,
      );
      expect(await findings()).toEqual([]);
    }
  });
  test('a removed one', async () => {
    await tamper(`delete from event_root where day = '${days[1]}'`);
    expect(await findings()).toEqual([
      expect.objectContaining({ day: days[2], problem: expect.stringContaining('does not follow') }),
    ]);
  });
});

describe('the daily root', () => {
  test('can be computed by an outsider from the last event of every report', async () => {
    const tree = merkleTree();
    for (const { id, events, head } of await it.rows()) tree.add(merkleLeaf(id, events, head));
    const root = await it.db.selectFrom('event_root').selectAll().executeTakeFirstOrThrow();
    expect(root).toMatchObject({ day: '2024-01-10', previous: genesis, ...tree.finish() });
    const asOf = chainTime(root.as_of);
    expect(root.hash).toBe(rootHash(genesis, { day: root.day, asOf, heads: root.heads, root: root.root }));
  });

  test('is kept once a day, the day being that of the municipality, and never for a day gone by', async () => {
    const nearMidnight = (time: string) => recordRoot(it.database, it.municipality, new Date(time));
    expect(await nearMidnight('2024-01-10T22:59:00Z')).toBeNull();
    expect(await nearMidnight('2024-01-10T23:01:00Z')).toMatchObject({ day: '2024-01-11' });
    expect(await nearMidnight('2024-01-10T22:59:00Z')).toBeNull();
  });

  test('is kept once when two processes keep it at the same time', async () => {
    const kept = await Promise.all([1, 2].map(() => recordRoot(it.database, it.municipality, hoursLater(24))));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });

  test('covers what was recorded before it and nothing after, even in the same instant', async () => {
    const recording = [1, 2, 3, 4].map((n) => it.record(it.history(`at once ${n}`)));
    const rooting = recordRoot(it.database, it.municipality, hoursLater(24));
    await Promise.all([...recording, rooting]);
    await it.record(it.history('after'));
    expect(await findings()).toEqual([]);
  });
});
