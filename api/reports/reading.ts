import type { Db } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import type { Actor } from './history.ts';
import { type EventKind, type Outcome, publicState, type State } from './lifecycle.ts';
import { reportNumber } from './number.ts';
import { findPublicReport, publicEvents } from './reading-repository.ts';
import type { Report } from './schema.ts';

/** One public report and its public story; undefined when there is none that the public may see. */
export async function readReport(db: Db, { timezone }: Pick<Municipality, 'timezone'>, id: number): Promise<Report | undefined> {
  const row = await findPublicReport(db, id, timezone);
  if (!row) return undefined;
  const events = await publicEvents(db, id);
  return {
    id,
    number: reportNumber(id, row.day),
    type: row.type as Report['type'],
    title: row.title,
    description: row.description,
    category: { code: row.category_code, name: nameOf(row.category_name, row.category_code) },
    channel: { code: row.channel_code, name: nameOf(row.channel_name, row.channel_code) },
    area: row.area_code && row.area_name ? { code: row.area_code, name: row.area_name } : null,
    office: row.office_code && row.office_name ? { code: row.office_code, name: row.office_name } : null,
    address: row.address,
    status: row.tracked ? publicState(row.state as State) : null,
    outcome: row.outcome as Outcome | null,
    receivedAt: row.received_at.toISOString(),
    takenAt: row.taken_at?.toISOString() ?? null,
    firstReplyAt: row.first_reply_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
    publishedAt: row.published_at!.toISOString(),
    reopened: row.reopened,
    dayPrecision: row.day_precision,
    lon: row.lon,
    lat: row.lat,
    events: events.map((event) => ({
      seq: event.seq,
      at: event.at.toISOString(),
      kind: event.kind as EventKind,
      actor: event.actor as Actor,
      office: event.office,
      signedAs: event.signed_as,
      outcome: event.outcome as Outcome | null,
      body: bodyOf(event.payload),
      hash: event.hash,
    })),
  };
}

/** Names by language, each standing in for the other. */
function nameOf(name: unknown, code: string): { it: string; en: string } {
  const { it, en } = (name ?? {}) as { it?: string; en?: string };
  return { it: it ?? en ?? code, en: en ?? it ?? code };
}

function bodyOf(payload: unknown): string | null {
  const body = payload && typeof payload === 'object' && 'body' in payload ? payload.body : null;
  return typeof body === 'string' ? body : null;
}
