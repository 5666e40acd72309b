import { hash as digestOf } from 'node:crypto';
import { canonicalJson, storableText } from './canonical-json.ts';
import type { HistoryEvent, ReportHistory } from './history.ts';
import { fold, type Life } from './lifecycle.ts';

const longest = {
  externalId: 200,
  title: 200,
  description: 8000,
  language: 35,
  address: 400,
  body: 8000,
  signedAs: 200,
  json: 20_000,
};
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * The life a history tells, once everything in it can be stored.
 * Errors: `LifecycleError` for a story that cannot be, RangeError naming the field for a bad point, time or text.
 */
export function checkHistory(history: ReportHistory): Life {
  checkText('externalId', history.externalId, longest.externalId);
  if (!history.externalId) throw new RangeError('externalId: missing');
  checkText('title', history.title, longest.title);
  checkText('description', history.description, longest.description);
  checkText('language', history.language, longest.language);
  checkText('address', history.address, longest.address);
  if (history.point) checkPoint(history.point);
  if (history.extra) checkJson('extra', history.extra);
  if (history.dueAt) checkTime('dueAt', history.dueAt);
  for (const event of history.events) checkEvent(event);
  return fold(history.events.map(lifeEvent));
}

/** What an event told from outside means for the life of its report. */
export function lifeEvent({ at, kind, visibility, office, outcome, body }: HistoryEvent) {
  return { at, kind, visibility, office: office ?? null, outcome: outcome ?? null, hasBody: Boolean(body) };
}

/** SHA-256 (hex) of everything a history says: equal for equal histories. */
export function fingerprintOf(history: ReportHistory): string {
  const { type, category, area, channel, title, description, language, address, point, extra } = history;
  const { visibility, dayPrecision, tracked, dueAt, events } = history;
  const words = `${said(title)}\0${said(description)}\0${said(language)}\0${said(address)}`;
  const what = `${type}\0${category}\0${area}\0${channel}\0${words}\0${point?.join()}\0${extra ? canonicalJson(extra) : null}`;
  let all = `${what}\0${visibility}\0${dayPrecision}\0${tracked}\0${dueAt?.getTime()}`;
  for (const { at, kind, actor, visibility: seenBy, office, signedAs, body, outcome, data } of events) {
    const spoken = `${said(signedAs)}\0${said(body || null)}\0${data ? canonicalJson(data) : null}`;
    all += `\0${at.getTime()}\0${kind}\0${actor}\0${seenBy}\0${office ?? null}\0${outcome ?? null}\0${spoken}`;
  }
  return digestOf('sha256', all);
}

/** A text beside nothing: no text holds the character NUL, which stands between them. */
function said(text: string | null | undefined): string {
  return text === null || text === undefined ? '-' : `+${text}`;
}

/** What an event says, as plain values: equal for equal events. */
export function told({ at, kind, actor, visibility, office, signedAs, body, outcome, data }: HistoryEvent) {
  const who = [actor, visibility, office ?? null, signedAs ?? null];
  return [at.getTime(), kind, ...who, outcome ?? null, body || null, data ? canonicalJson(data) : null];
}

function checkEvent(event: HistoryEvent): void {
  checkTime('at', event.at);
  checkText('body', event.body, longest.body);
  checkText('signedAs', event.signedAs, longest.signedAs);
  if (event.data) checkJson('data', event.data);
  if (event.outcome && event.kind !== 'closed') throw new RangeError(`outcome: does not belong to "${event.kind}"`);
}

function checkText(field: string, text: string | null | undefined, most: number): void {
  if (!text) return;
  if (text.length > most && Array.from(text).length > most) throw new RangeError(`${field}: longer than ${most} characters`);
  named(field, () => storableText(text));
}

function checkJson(field: string, value: Record<string, unknown>): void {
  const text = named(field, () => canonicalJson(value));
  if (text.length > longest.json) throw new RangeError(`${field}: longer than ${longest.json} characters as JSON`);
}

function checkTime(field: string, at: Date): void {
  const time = at.getTime();
  if (!(time >= earliest && time < latest)) throw new RangeError(`${field}: not a moment between 1900 and 2200`);
}

function checkPoint([lon, lat]: readonly [number, number]): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new RangeError('point: not a longitude and latitude in degrees');
}

function named<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new RangeError(`${field}: ${(error as Error).message}`, { cause: error });
  }
}
