import { latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAreas } from '../areas/loading.ts';
import type { ReportHistory } from './history.ts';
import { checkHistory, isKnownSource, recordBatch } from './recording.ts';
import { eventAfter, hoursLater, testReports } from './testing.ts';

let it: Awaited<ReturnType<typeof testReports>>;
beforeAll(async () => {
  it = await testReports();
});

describe('a new report', () => {
  test('has the state and the times its story tells', async () => {
    const { history, record, office, row, category, channel } = it;
    const events = [
      eventAfter(0, 'received'),
      eventAfter(1, 'assigned', { actor: 'desk', office }),
      eventAfter(2, 'waiting', { actor: 'officer', visibility: 'author' }),
      eventAfter(5, 'resumed', { actor: 'officer', visibility: 'internal' }),
      eventAfter(6, 'replied', { actor: 'publisher', signedAs: 'Assessore', body: 'We are on it.' }),
      eventAfter(7, 'fixed', { actor: 'contractor', visibility: 'internal' }),
      eventAfter(8, 'closed', { actor: 'desk', outcome: 'answered' }),
    ];
    expect(await record(history('whole', { events, dueAt: hoursLater(99) }))).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await row('whole')).toMatchObject({
      type: 'issue',
      category_id: category,
      channel_id: channel,
      office_id: office,
      state: 'closed',
      outcome: 'answered',
      received_at: hoursLater(0),
      taken_at: hoursLater(1),
      first_reply_at: hoursLater(6),
      fixed_at: hoursLater(7),
      closed_at: hoursLater(8),
      due_at: hoursLater(99),
      waiting_s: 3 * 3600,
      reopened: 0,
      moderation: 'not_needed',
      source: 'source',
      external_id: 'whole',
      events: 7,
    });
  });

  test('keeps every word as it was written, however odd', async () => {
    const odd = 'tab\t, line\nand\r\nend, back\\slash \\N \\. "quotes" \\t, emoji 🕳️, 髒亂, \u2028 \u0001';
    const extra = { 'k"\\ey\n': [odd, 1.5, true, null, { deep: '\\u0000' }] };
    await it.record(
      it.history('odd', {
        title: odd,
        description: odd,
        address: odd,
        extra,
        events: [eventAfter(0, 'received', { body: odd, data: extra, signedAs: odd })],
      }),
      it.history('od\td\\N', { title: '', description: null, language: null, address: null }),
    );
    expect(await it.row('odd')).toMatchObject({ title: odd, description: odd, address: odd, extra });
    expect((await it.events('odd'))[0]).toMatchObject({ payload: { body: odd, data: extra }, signed_as: odd });
    expect(await it.row('od\td\\N')).toMatchObject({ title: '', description: null, language: null, address: null });
  });

  test('has its point and the cell of it, or neither', async () => {
    await it.record(it.history('here', { point: [8.612345678901, -44.9] }), it.history('nowhere', { point: null }));
    const { rows } = await it.database.transaction(it.municipality.slug, ({ client }) =>
      client.query<{ external_id: string; lon: number; lat: number; srid: number; h3: string }>(
        `select external_id, st_x(point) as lon, st_y(point) as lat, st_srid(point) as srid, h3 from report
         where external_id in ('here', 'nowhere') order by 1`,
      ),
    );
    expect(rows[0]).toMatchObject({ lon: 8.612345678901, lat: -44.9, srid: 4326, h3: latLngToCell(-44.9, 8.612345678901, 12) });
    expect(rows[1]).toMatchObject({ lon: null, h3: null });
  });

  test('is public from its arrival, unless the municipality publishes what it has taken in charge', async () => {
    const open = { events: [eventAfter(0, 'received')] };
    const taken = { events: [eventAfter(0, 'received'), eventAfter(3, 'taken')] };
    const record = async (suffix: string) => {
      await it.record(
        it.history(`open ${suffix}`, open),
        it.history(`taken ${suffix}`, taken),
        it.history(`private ${suffix}`, { ...taken, visibility: 'private' }),
        it.history(`untracked ${suffix}`, { ...open, tracked: false }),
      );
      const rows = await it.rows();
      return rows.filter(({ external_id }) => external_id!.endsWith(suffix)).map(({ published_at }) => published_at);
    };
    expect(await record('accepted')).toEqual([hoursLater(0), hoursLater(0), null, hoursLater(0)]);
    await it.references.saveSetting('publish_when', 'taken');
    expect(await record('once taken')).toEqual([null, hoursLater(3), null, hoursLater(0)]);
    await it.references.saveSetting('publish_when', 'accepted');
  });
});

describe('the area of a report', () => {
  const square = (name: string, west: number, size: number) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [[[west, 40], [west + size, 40], [west + size, 40 + size], [west, 40 + size], [west, 40]]], // prettier-ignore
    },
  });
  const areaOf = async (externalId: string) => (await it.row(externalId)).area_id;

  test('is the smallest that covers its point, edges included; else the one the source names', async () => {
    const features = [square('Big', 10, 4), square('Small', 11, 1)];
    await loadAreas(it.database, it.municipality, { type: 'FeatureCollection', features });
    const [big, small] = [await it.references.areaByName('Big'), await it.references.areaByName('small')];
    expect([big, small]).not.toContain(null);
    await it.record(
      it.history('in both', { point: [11.5, 40.5], area: big }),
      it.history('in one', { point: [13, 43] }),
      it.history('on the edge', { point: [10, 42] }),
      it.history('outside', { point: [20, 20] }),
      it.history('outside, named', { point: [20, 20], area: big }),
      it.history('without point, named', { point: null, area: small }),
    );
    expect(await areaOf('in both')).toBe(small);
    expect(await areaOf('in one')).toBe(big);
    expect(await areaOf('on the edge')).toBe(big);
    expect(await areaOf('outside')).toBeNull();
    expect(await areaOf('outside, named')).toBe(big);
    expect(await areaOf('without point, named')).toBe(small);
  });
});

describe('a batch', () => {
  test('of nothing records nothing', async () => {
    expect(await it.record()).toEqual({ created: 0, updated: 0, unchanged: 0 });
  });

  test('recorded again leaves every row as it was', async () => {
    const batch = [it.history('a'), it.history('b', { extra: { y: 1, x: { b: 2, a: 3 } } })];
    await it.record(...batch);
    const before = await it.rows();
    const again = [structuredClone({ ...batch[1]!, extra: { x: { a: 3, b: 2 }, y: 1 } }), structuredClone(batch[0]!)];
    expect(await it.record(...again)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await it.rows()).toEqual(before);
  });

  test('that names a report twice is refused before anything is written', async () => {
    const before = await it.rows();
    await expect(it.record(it.history('twin'), it.history('twin'))).rejects.toThrow('externalId: "twin" comes twice');
    expect(await it.rows()).toEqual(before);
  });

  test('that is said to be new is not looked for, and refused by the database when it is not new', async () => {
    const { database, municipality } = it;
    const record = (externalId: string) =>
      recordBatch(database, municipality, 'other', [it.history(externalId)], { isNew: true });
    expect(await isKnownSource(database, municipality, 'other')).toBe(false);
    expect(await record('new')).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await isKnownSource(database, municipality, 'other')).toBe(true);
    await expect(record('new')).rejects.toMatchObject({ code: '23505' });
  });

  test('with one bad report is refused whole', async () => {
    const before = await it.rows();
    await expect(it.record(it.history('good'), it.history('bad', { title: 'x'.repeat(201) }))).rejects.toThrow(/^title: longer/);
    expect(await it.rows()).toEqual(before);
  });

  test('that the database refuses halfway leaves nothing, neither events nor reports', async () => {
    const count = async () =>
      Number(
        (
          await it.db
            .selectFrom('report_event')
            .select((e) => e.fn.countAll().as('n'))
            .execute()
        )[0]!.n,
      );
    const before = { rows: await it.rows(), events: await count() };
    // The events are written when the row of the report meets a language that the table does not allow.
    await it.database.transaction(it.municipality.slug, ({ client }) =>
      client.query(`alter table report add constraint no_klingon check (language <> 'tlh')`),
    );
    await expect(it.record(it.history('first'), it.history('second', { language: 'tlh' }))).rejects.toThrow('no_klingon');
    await it.database.transaction(it.municipality.slug, ({ client }) =>
      client.query('alter table report drop constraint no_klingon'),
    );
    expect({ rows: await it.rows(), events: await count() }).toEqual(before);
  });

  test('recorded twice at the same time makes one report', async () => {
    const results = await Promise.all([it.record(it.history('raced')), it.record(it.history('raced'))]);
    expect(results.map(({ created }) => created).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('of another source has numbers of its own', async () => {
    await it.record(it.history('shared'));
    const other = await recordBatch(it.database, it.municipality, 'other source', [it.history('shared')]);
    expect(other.created).toBe(1);
  });

  test('of thousands goes in whole, with numbers in order', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => it.history(`many ${index}`));
    expect(await it.record(...many)).toEqual({ created: 1500, updated: 0, unchanged: 0 });
    const rows = (await it.rows()).filter(({ external_id }) => external_id!.startsWith('many '));
    expect(rows.map(({ external_id }) => external_id)).toEqual(many.map(({ externalId }) => externalId));
  });
});

describe('a report that cannot be is refused, naming the field', () => {
  const at = (date: Date) => ({ events: [{ ...eventAfter(0, 'received'), at: date }] });
  const saying = (more: object) => ({ events: [eventAfter(0, 'received', more)] });
  test.each<[string, Partial<ReportHistory>]>([
    ['externalId: missing', { externalId: '' }],
    ['externalId: longer', { externalId: 'x'.repeat(201) }],
    ['title: longer than 200', { title: 'x'.repeat(201) }],
    ['title: a text holds a character', { title: 'a\0b' }],
    ['description: longer than 8000', { description: 'x'.repeat(8001) }],
    ['description: a text holds a character', { description: '\udc00' }],
    ['address: longer than 400', { address: 'x'.repeat(401) }],
    ['language: longer than 35', { language: 'x'.repeat(36) }],
    ['point: not a longitude', { point: [181, 0] }],
    ['point: not a longitude', { point: [0, -90.1] }],
    ['point: not a longitude', { point: [Number.NaN, 0] }],
    ['extra: a number must be finite', { extra: { n: Number.NaN } }],
    ['extra: a text holds a character', { extra: { '\0': 1 } }],
    ['extra: longer than 20000', { extra: { n: 'x'.repeat(20_000) } }],
    ['dueAt: not a moment', { dueAt: new Date(Number.NaN) }],
    ['at: not a moment', at(new Date(Number.NaN))],
    ['at: not a moment', at(new Date('0024-01-01'))],
    ['at: not a moment', at(new Date('3024-01-01'))],
    ['body: longer than 8000', saying({ body: 'x'.repeat(8001) })],
    ['signedAs: longer than 200', saying({ signedAs: 'x'.repeat(201) })],
    ['data: a text holds a character', saying({ data: { a: ['\ud800'] } })],
    ['outcome: does not belong to "received"', saying({ outcome: 'resolved' })],
    ['a report needs at least', { events: [] }],
    ['"closed" cannot follow nothing', { events: [eventAfter(0, 'closed')] }],
    ['"closed" is earlier', { events: [eventAfter(0, 'received'), eventAfter(-1, 'closed')] }],
  ])('%s', (message, more) => {
    expect(() => checkHistory(it.history('bad', more))).toThrow(message);
  });

  test('what is just within the limits is fine', () => {
    const fits = { title: '🕳'.repeat(200), description: '🕳'.repeat(8000), address: 'x'.repeat(400), point: [-180, 90] as const };
    expect(() => checkHistory(it.history('good', fits))).not.toThrow();
  });
});
