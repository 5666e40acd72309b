import type { Client, Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { readSettings } from '../references/settings.ts';
import { amend, storedLifeEvent, withoutWords } from './amending.ts';
import { genesis } from './chain.ts';
import { checkHistory, fingerprintOf, lifeEvent } from './checking.ts';
import { type ReportRow, reportLine } from './copy-rows.ts';
import type { ReportHistory } from './history.ts';
import { fold, type Life } from './lifecycle.ts';
import {
  areasOf,
  beginRecording,
  copyEvents,
  copyReports,
  hasReports,
  knownReports,
  replaceReports,
  reserveIds,
  storedReports,
} from './recording-repository.ts';
import { saltSupply, storyWriter } from './story.ts';

export { checkHistory } from './checking.ts';

/** What became of the reports of a batch. */
export interface Recorded {
  created: number;
  updated: number;
  unchanged: number;
}

interface Prepared {
  history: ReportHistory;
  life: Life;
  fingerprint: string;
}

/** A batch inside its transaction. */
interface Recording {
  client: Client;
  source: string;
  now: Date;
  publishWhen: 'accepted' | 'taken';
  write: ReturnType<typeof storyWriter>;
}

const noneKnown: Awaited<ReturnType<typeof knownReports>> = new Map();

/** Size of the pieces in which lines are sent. */
const chunkBytes = 256 * 1024;

/**
 * Records reports told by `source` in one transaction: new ones with their whole story, changed ones by the events that are new,
 * the rest untouched; told by the number in the source (`externalId`) and what it said last time. Some thousands at a time
 * are fast. `isNew`: none of them is recorded yet, so that they need not be looked for; the database refuses one that is. Errors: as `checkHistory` (before anything is written); RangeError when a number comes twice in the batch.
 */
export async function recordBatch(
  database: Database,
  municipality: Municipality,
  source: string,
  batch: readonly ReportHistory[],
  { isNew = false }: { isNew?: boolean } = {},
): Promise<Recorded> {
  const prepared = new Map<string, Prepared>();
  for (const history of batch) {
    const { externalId } = history;
    if (prepared.has(externalId)) throw new RangeError(`externalId: "${externalId}" comes twice in one batch`);
    prepared.set(externalId, { history, life: checkHistory(history), fingerprint: fingerprintOf(history) });
  }
  if (!prepared.size) return { created: 0, updated: 0, unchanged: 0 };
  return database.transaction(municipality.slug, async ({ db, client }) => {
    const { publish_when: publishWhen } = await readSettings(db);
    const now = await beginRecording(client, source);
    const recording: Recording = { client, source, now, publishWhen, write: storyWriter(now, saltSupply()) };
    const known = isNew ? noneKnown : await knownReports(client, source, [...prepared.keys()]);
    const fresh: Prepared[] = [];
    const changed: (Prepared & { id: number })[] = [];
    for (const [externalId, one] of prepared) {
      const before = known.get(externalId);
      if (!before) fresh.push(one);
      else if (before.fingerprint !== one.fingerprint) changed.push({ ...one, id: before.id });
    }
    await create(recording, fresh);
    await update(recording, changed);
    return { created: fresh.length, updated: changed.length, unchanged: prepared.size - fresh.length - changed.length };
  });
}

/** Whether `source` has told any report of this municipality yet. */
export function isKnownSource(database: Database, { slug }: Municipality, source: string): Promise<boolean> {
  return database.transaction(slug, ({ client }) => hasReports(client, source));
}

async function create(recording: Recording, fresh: readonly Prepared[]): Promise<void> {
  if (!fresh.length) return;
  const ids = await reserveIds(recording.client, fresh.length);
  const areas = await coveringAreas(recording.client, fresh);
  const rows: ReportRow[] = [];
  const eventLines = inChunks(fresh, ({ history, life, fingerprint }, index) => {
    const id = ids[index]!;
    const { lines, head } = recording.write(id, history.events, { events: 0, head: genesis });
    const publishedAt = publication(history, life, recording.publishWhen);
    rows.push({ id, history, life, area: areas[index]!, publishedAt, ...head, source: recording.source, fingerprint });
    return lines;
  });
  // Events first: the hash of the last one belongs to the row of the report.
  await copyEvents(recording.client, eventLines);
  await copyReports(recording.client, inChunks(rows, reportLine));
}

async function update(recording: Recording, changed: readonly (Prepared & { id: number })[]): Promise<void> {
  if (!changed.length) return;
  const { client, now, source, publishWhen } = recording;
  const areas = await coveringAreas(client, changed);
  const stored = await storedReports(
    client,
    changed.map(({ id }) => id),
  );
  const rows: ReportRow[] = [];
  let eventLines = '';
  for (const [index, { id, history: told, fingerprint }] of changed.entries()) {
    const before = stored.get(id)!;
    const history = kept(told, before.details.visibility, before.events);
    const events = amend(before.events, before.details, history, now);
    const after = recording.write(id, events, { events: before.events.length, head: before.head });
    eventLines += after.lines;
    const added = events.map((event) => ({ ...lifeEvent(event), retoldFrom: event.retoldFrom ?? null }));
    const life = fold([...before.events.map(storedLifeEvent), ...added]);
    const publishedAt = before.isModerated ? null : publication(history, life, publishWhen);
    const area = history === told || history.point ? areas[index]! : history.area;
    rows.push({ id, history, life, area, publishedAt, ...after.head, source, fingerprint });
  }
  if (eventLines) await copyEvents(client, [eventLines]);
  await replaceReports(client, inChunks(rows, reportLine));
}

/** What of a newer history may be kept: neither words that a person had erased, nor the publication of a private report. */
function kept(history: ReportHistory, visibility: 'public' | 'private', events: readonly { kind: string }[]): ReportHistory {
  const isErased = events.some(({ kind }) => kind === 'erased');
  const allowed = isErased ? withoutWords(history) : history;
  return visibility === 'private' ? { ...allowed, visibility } : allowed;
}

/** When a report becomes public; one whose source tells nothing after the arrival is public from then. */
function publication({ visibility, tracked }: ReportHistory, life: Life, when: 'accepted' | 'taken'): Date | null {
  if (visibility === 'private') return null;
  return when === 'accepted' || !tracked ? life.receivedAt : life.takenAt;
}

async function coveringAreas(client: Client, reports: readonly Prepared[]): Promise<(number | null)[]> {
  const placed = [...reports.keys()].filter((index) => reports[index]!.history.point);
  const found = await areasOf(
    client,
    placed.map((index) => reports[index]!.history.point!),
  );
  const areas = reports.map(({ history }) => history.area);
  for (const [place, index] of placed.entries()) areas[index] = found[place] ?? areas[index]!;
  return areas;
}

/**
 * The lines as UTF-8, put together in some size: writing each where it belongs costs a third of joining texts, and one line
 * in a script with wide characters does not widen the others.
 */
function* inChunks<T>(all: readonly T[], line: (one: T, index: number) => string): Generator<Uint8Array<ArrayBuffer>> {
  let chunk = Buffer.allocUnsafeSlow(chunkBytes);
  let used = 0;
  for (const [index, one] of all.entries()) {
    const text = line(one, index);
    const most = text.length * 3;
    if (used + most > chunk.length) {
      yield chunk.subarray(0, used);
      chunk = Buffer.allocUnsafeSlow(Math.max(chunkBytes, most));
      used = 0;
    }
    used += chunk.write(text, used);
  }
  yield chunk.subarray(0, used);
}
