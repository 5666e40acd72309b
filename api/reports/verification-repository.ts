import type { Client } from '#sql/connect.ts';
import type { Payload, Root } from './chain.ts';
import type { EventKind, Outcome, State } from './lifecycle.ts';

// Statements on the client of a transaction whose search path is the municipality's schema.

/** A moment as chain.ts writes it. */
const chainText = (column: string) => `to_char((${column}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** A moment in milliseconds; with a fraction when somebody wrote one. */
const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** State and times of a report as its row says them; moments in milliseconds. */
export interface ReportFacts {
  state: State;
  outcome: Outcome | null;
  office: number | null;
  receivedAt: number;
  takenAt: number | null;
  firstReplyAt: number | null;
  fixedAt: number | null;
  closedAt: number | null;
  waitingS: number;
  reopened: number;
  events: number;
  head: string;
}

/** A row of the log. */
export interface LoggedEvent {
  seq: number;
  at: string;
  recordedAt: string;
  kind: EventKind;
  actor: string;
  office: number | null;
  outcome: Outcome | null;
  retoldFrom: number | null;
  signedAs: string | null;
  visibility: 'public' | 'author' | 'internal';
  payload: Payload;
  salt: string | null;
  digest: string | null;
  previous: string;
  hash: string;
}

/** Row of a report or of an event without one; `facts` is null without report, `event` without event. */
export interface StoryRow {
  report: number;
  facts: ReportFacts | null;
  event: LoggedEvent | null;
}

/** Number of the last report of the next page; null when fewer than `size` are left. */
export async function pageEnd(client: Client, after: number, size: number): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    'select id from report where id > $1::bigint order by id offset $2::int limit 1',
    [after, size - 1],
  );
  return rows[0]?.id ?? null;
}

/** Reports and events with numbers in (after, upTo], in order of report and place; one consistent view. */
export async function storyRows(client: Client, after: number, upTo: number | null): Promise<StoryRow[]> {
  const { rows } = await client.query<StoryColumns>(
    `select coalesce(r.id, e.report_id) as report, r.id is not null as "hasReport", r.state, r.outcome as "reportOutcome",
       r.office_id as "reportOffice", ${milliseconds('r.received_at')} as "receivedAt", ${milliseconds('r.taken_at')} as "takenAt",
       ${milliseconds('r.first_reply_at')} as "firstReplyAt", ${milliseconds('r.fixed_at')} as "fixedAt",
       ${milliseconds('r.closed_at')} as "closedAt", r.waiting_s as "waitingS", r.reopened, r.events, r.head,
       e.seq, ${chainText('e.at')} as at, ${chainText('e.recorded_at')} as "recordedAt", e.kind, e.actor, e.office_id as office,
       e.outcome, e.retold_from as "retoldFrom", e.signed_as as "signedAs", e.visibility, e.payload, e.salt, e.digest,
       e.previous, e.hash
     from (select * from report where id > $1::bigint and ($2::bigint is null or id <= $2)) as r
     full join (select * from report_event where report_id > $1 and ($2::bigint is null or report_id <= $2)) as e
       on e.report_id = r.id
     order by 1, e.seq`,
    [after, upTo],
  );
  return rows.map(asStoryRow);
}

type StoryColumns = Omit<LoggedEvent, 'seq'> &
  Omit<ReportFacts, 'outcome' | 'office'> & {
    report: number;
    hasReport: boolean;
    reportOutcome: Outcome | null;
    reportOffice: number | null;
    seq: number | null;
  };

function asStoryRow(row: StoryColumns): StoryRow {
  const { report, hasReport, seq, reportOutcome, reportOffice } = row;
  const facts = hasReport ? { ...row, outcome: reportOutcome, office: reportOffice } : null;
  return { report, facts, event: seq === null ? null : { ...row, seq } };
}

/** Reports and events that refer to a category, area, office or channel that is not there. */
export async function danglingReferences(client: Client) {
  const { rows } = await client.query<{ report: number; seq: number | null; field: string }>(
    `select id as report, null::int as seq, field from report, lateral (values
         ('category', exists (select from category where category.id = category_id)),
         ('channel', exists (select from channel where channel.id = channel_id)),
         ('area', area_id is null or exists (select from area where area.id = area_id)),
         ('office', office_id is null or exists (select from office where office.id = office_id))) as reference (field, is_there)
       where not is_there
     union all
     select report_id, seq, 'office' from report_event
       where office_id is not null and not exists (select from office where office.id = office_id)
     order by 1, 2 limit 1000`,
  );
  return rows;
}

/** A stored daily root. */
export interface StoredRoot extends Root {
  previous: string;
  hash: string;
}

/** All daily roots in order of day. */
export async function storedRoots(client: Client): Promise<StoredRoot[]> {
  const { rows } = await client.query<StoredRoot>(
    `select day, ${chainText('as_of')} as "asOf", heads, root, previous, hash from event_root order by day`,
  );
  return rows;
}

/** A moment until which the log is complete: whatever is still being written is recorded later. */
export async function completeUntil(client: Client): Promise<string> {
  await client.query('lock table report_event in share mode');
  const { rows } = await client.query<{ as_of: string }>(
    `select ${chainText("date_trunc('milliseconds', clock_timestamp()) - interval '1 millisecond'")} as as_of`,
  );
  return rows[0]!.as_of;
}

/** The last event recorded until `asOf` of each report after `after`, in order of report. */
export async function headsUntil(client: Client, asOf: string, after: number, size: number) {
  const { rows } = await client.query<{ report: number; seq: number; hash: string }>(
    `select distinct on (report_id) report_id as report, seq, hash from report_event
     where report_id > $1::bigint and recorded_at <= $2::timestamptz
     order by report_id, seq desc limit $3::int`,
    [after, asOf, size],
  );
  return rows;
}

/** Keeps a root; false when its day has one already. */
export async function insertRoot(client: Client, { day, asOf, heads, root, previous, hash }: StoredRoot): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into event_root (day, as_of, heads, root, previous, hash) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [day, asOf, heads, root, previous, hash],
  );
  return rowCount === 1;
}
