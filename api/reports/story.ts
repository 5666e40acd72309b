import { randomBytes } from 'node:crypto';
import { type ChainedEvent, chainTime, eventHash, type Payload, payloadDigest } from './chain.ts';
import { eventLine } from './copy-rows.ts';
import type { HistoryEvent } from './history.ts';

/** An event to be written; `retoldFrom` as in lifecycle.ts. */
export type NewEvent = HistoryEvent & { retoldFrom?: number };

/** Where the story of a report stands: number of its events and hash of the last one. */
export interface Head {
  events: number;
  head: string;
}

/** Words and data of an event; null when it has none. */
function payloadOf({ body, data }: HistoryEvent): Payload {
  if (!body && !data) return null;
  return { ...(body ? { body } : {}), ...(data ? { data } : {}) };
}

/** Continues stories: gives the lines of COPY text for new events and where the story stands after them. */
export function storyWriter(recordedAt: Date, salt: () => string) {
  const recorded = chainTime(recordedAt);
  return function write(report: number, events: readonly NewEvent[], from: Head): { lines: string; head: Head } {
    let { events: seq, head: previous } = from;
    let lines = '';
    for (const event of events) {
      const payload = payloadOf(event);
      const eventSalt = payload ? salt() : null;
      const chained: ChainedEvent = {
        report,
        seq: ++seq,
        at: chainTime(event.at),
        recordedAt: recorded,
        kind: event.kind,
        actor: event.actor,
        office: event.office ?? null,
        outcome: event.outcome ?? null,
        retoldFrom: event.retoldFrom ?? null,
        signedAs: event.signedAs ?? null,
        visibility: event.visibility,
        digest: payloadDigest(eventSalt, payload),
      };
      const hash = eventHash(previous, chained);
      lines += eventLine(chained, payload, eventSalt, previous, hash);
      previous = hash;
    }
    return { lines, head: { events: seq, head: previous } };
  };
}

/** Random salts of 128 bits (hex), drawn together. */
export function saltSupply(atATime = 1024): () => string {
  let drawn = '';
  let used = 0;
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(atATime * 16).toString('hex');
      used = 0;
    }
    used += 32;
    return drawn.slice(used - 32, used);
  };
}
