import { canonicalJson } from './canonical-json.ts';
import type { Payload } from './chain.ts';
import { told } from './checking.ts';
import type { HistoryEvent, ReportHistory } from './history.ts';
import type { EventKind, LifeEvent } from './lifecycle.ts';
import type { NewEvent } from './story.ts';

/** An event as it is stored. */
export interface StoredEvent extends Omit<HistoryEvent, 'body' | 'data'> {
  seq: number;
  retoldFrom: number | null;
  payload: Payload;
  /** It had words or data, which were erased. */
  isErased: boolean;
}

/** Kinds by which the municipality handles a report here, of which a source knows nothing; they move no state. */
const own: ReadonlySet<EventKind> = new Set(['noted', 'moderated', 'made_private', 'made_public', 'erased']);

/** Kinds whose words are those of the person who reported, not of the municipality. */
const personal: ReadonlySet<EventKind> = new Set(['received', 'commented', 'reopened']);

/** What a report says of itself besides its story; what an importer may correct. */
export type Details = Pick<
  ReportHistory,
  | 'type'
  | 'category'
  | 'channel'
  | 'title'
  | 'description'
  | 'language'
  | 'address'
  | 'point'
  | 'extra'
  | 'visibility'
  | 'dayPrecision'
  | 'tracked'
> & { dueAt: string | null };

/** The part of a history that `Details` names. */
function detailsOf(history: ReportHistory): Details {
  const { type, category, channel, title, description, language, address, point, extra } = history;
  const { visibility, dayPrecision, tracked, dueAt } = history;
  const what = { type, category, channel, title, description, language, address, point, extra };
  return { ...what, visibility, dayPrecision, tracked, dueAt: dueAt?.toISOString() ?? null };
}

/**
 * The events that turn a stored story into the one the source tells now. What both tell alike from the start stays; when the
 * source says something else about the past, or about the report itself, an internal `edited` holds the differences, and what
 * it tells anew follows with the times it tells. `now`: when that is.
 */
export function amend(stored: readonly StoredEvent[], was: Details, history: ReportHistory, now: Date): NewEvent[] {
  const standing = standingEvents(stored).filter((event) => !own.has(event.kind) || isTold(event, history.events));
  const alike = commonLength(standing, history.events);
  const isRetold = alike < standing.length;
  const isErased = stored.some(({ kind }) => kind === 'erased');
  const isSilent = ({ kind }: HistoryEvent) => isErased && (isRetold || personal.has(kind));
  const fresh = history.events.slice(alike).map((event) => (isSilent(event) ? { ...event, body: null, data: null } : event));
  const changes = differences(was, detailsOf(history));
  if (!isRetold && !changes) return fresh;
  const retoldFrom = isRetold ? standing[alike]!.seq : stored.length + 1;
  const data = changes ? { changes } : {};
  return [{ at: now, kind: 'edited', actor: 'importer', visibility: 'internal', data, retoldFrom }, ...fresh];
}

/** A history without the report's own words and place, for a person who had them erased; `amend` sees to the events. */
export function withoutWords(history: ReportHistory): ReportHistory {
  return { ...history, title: null, description: null, address: null, point: null, extra: null };
}

/** A stored event as lifecycle.ts reads it. */
export function storedLifeEvent({ at, kind, visibility, office, outcome, payload, retoldFrom }: StoredEvent): LifeEvent {
  return { at, kind, visibility, office: office ?? null, outcome: outcome ?? null, hasBody: Boolean(payload?.body), retoldFrom };
}

/** What still counts of a stored story: without what was told anew later, and without the notes of that. */
function standingEvents(stored: readonly StoredEvent[]): StoredEvent[] {
  const standing: StoredEvent[] = [];
  for (const event of stored) {
    if (event.retoldFrom === null) standing.push(event);
    else while (standing.length && standing.at(-1)!.seq >= event.retoldFrom) standing.pop();
  }
  return standing;
}

function isTold({ kind, at }: StoredEvent, events: readonly HistoryEvent[]): boolean {
  return events.some((event) => event.kind === kind && event.at.getTime() === at.getTime());
}

function commonLength(standing: readonly StoredEvent[], events: readonly HistoryEvent[]): number {
  const most = Math.min(standing.length, events.length);
  for (let i = 0; i < most; i++) {
    const { payload, isErased, ...event } = standing[i]!;
    const before = told({ ...event, body: payload?.body ?? null, data: payload?.data ?? null });
    const after = told(isErased ? { ...events[i]!, body: null, data: null } : events[i]!);
    if (JSON.stringify(before) !== JSON.stringify(after)) return i;
  }
  return most;
}

function differences(was: Details, is: Details): Record<string, { from: unknown; to: unknown }> | undefined {
  const changed = (Object.keys(is) as (keyof Details)[]).filter((key) => canonicalJson(was[key]) !== canonicalJson(is[key]));
  if (!changed.length) return undefined;
  return Object.fromEntries(changed.map((key) => [key, { from: was[key], to: is[key] }]));
}
