import { latLngToCell } from 'h3-js';
import { canonicalJson } from './canonical-json.ts';
import { type ChainedEvent, chainTime, type Payload } from './chain.ts';
import type { ReportHistory } from './history.ts';
import type { Life } from './lifecycle.ts';

/** Everything a row of `report` holds. */
export interface ReportRow {
  id: number;
  history: ReportHistory;
  life: Life;
  area: number | null;
  publishedAt: Date | null;
  events: number;
  head: string;
  source: string;
  fingerprint: string;
}

/** Columns of `report` in the order of `reportLine`. */
export const reportColumns = [
  'id, type, category_id, area_id, office_id, channel_id, title, description, language, address, point, h3, extra',
  'state, outcome, visibility, received_at, taken_at, first_reply_at, fixed_at, closed_at, due_at, published_at',
  'waiting_s, reopened, day_precision, tracked, source, external_id, fingerprint, events, head',
].join(', ');

/** A line of COPY text for `report`. */
export function reportLine({ id, history, life, area, publishedAt, events, head, source, fingerprint }: ReportRow): string {
  const { type, category, channel, title, description, language, address, point, extra, visibility } = history;
  const place = point ? `${ewkb(point)}\t${latLngToCell(point[1], point[0], 12)}` : '\\N\t\\N';
  const words = `${text(title)}\t${text(description)}\t${text(language)}\t${text(address)}`;
  const what = `${id}\t${type}\t${category}\t${plain(area)}\t${plain(life.office)}\t${channel}\t${words}\t${place}\t${json(extra)}`;
  const begun = `${time(life.receivedAt)}\t${time(life.takenAt)}\t${time(life.firstReplyAt)}`;
  const ended = `${time(life.fixedAt)}\t${time(life.closedAt)}\t${time(history.dueAt)}\t${time(publishedAt)}`;
  const how = `${life.state}\t${plain(life.outcome)}\t${visibility}\t${begun}\t${ended}\t${life.waitingS}\t${life.reopened}`;
  const origin = `${history.dayPrecision}\t${history.tracked}\t${text(source)}\t${text(history.externalId)}\t${fingerprint}`;
  return `${what}\t${how}\t${origin}\t${events}\t${head}\n`;
}

/** Columns of `report_event` in the order of `eventLine`. */
export const eventColumns = [
  'report_id, seq, at, recorded_at, kind, actor, office_id, outcome, retold_from, signed_as, visibility',
  'payload, salt, digest, previous, hash',
].join(', ');

/** A line of COPY text for `report_event`. */
export function eventLine(event: ChainedEvent, payload: Payload, salt: string | null, previous: string, hash: string): string {
  const { report, seq, at, recordedAt, kind, actor, office, outcome, retoldFrom, signedAs, visibility, digest } = event;
  const what = `${report}\t${seq}\t${at}\t${recordedAt}\t${kind}\t${actor}\t${plain(office)}\t${plain(outcome)}`;
  const words = `${plain(retoldFrom)}\t${text(signedAs)}\t${visibility}\t${json(payload)}\t${plain(salt)}`;
  return `${what}\t${words}\t${plain(digest)}\t${previous}\t${hash}\n`;
}

function plain(value: number | string | null): string {
  return value === null ? '\\N' : String(value);
}

function time(at: Date | null): string {
  return at ? chainTime(at) : '\\N';
}

function json(value: Record<string, unknown> | null): string {
  return value ? text(canonicalJson(value)) : '\\N';
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const special = /[\\\t\n\r]/;
const everySpecial = /[\\\t\n\r]/g;

function text(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(everySpecial, (character) => escapes[character]!) : value;
}

const point = Buffer.from('0101000020e6100000', 'hex');
const wkb = Buffer.concat([point, Buffer.alloc(16)]);

/** Extended WKB (hex) of a point in EPSG:4326. */
function ewkb([lon, lat]: readonly [number, number]): string {
  wkb.writeDoubleLE(lon, 9);
  wkb.writeDoubleLE(lat, 17);
  return wkb.toString('hex');
}
