import { eventHash, genesis, payloadDigest } from './chain.ts';
import { fold, type Life, type LifeEvent, LifecycleError } from './lifecycle.ts';
import type { LoggedEvent, ReportFacts } from './verification-repository.ts';

/** Something in the log that does not hold. */
export interface Finding {
  report: number | null;
  seq: number | null;
  /** Day of the root concerned. */
  day?: string;
  /** A sentence without personal data. */
  problem: string;
}

/** A finding about a report, or about one of its events. */
export function finding(report: number, seq: number | null, problem: string): Finding {
  return { report, seq, problem: `report ${report}${seq === null ? '' : `, event ${seq}`}: ${problem}` };
}

/** Checks one report's row and events (in order of place). */
export function* checkStory(report: number, facts: ReportFacts | null, events: readonly LoggedEvent[]): Generator<Finding> {
  const at = finding.bind(null, report);
  let seq = 0;
  let previous = genesis;
  for (const event of events) {
    for (seq++; seq < event.seq; seq++) yield at(seq, 'removed');
    if (event.previous !== previous) yield at(event.seq, 'it does not follow the event before it');
    if (event.hash !== eventHash(event.previous, { report, ...event })) yield at(event.seq, 'altered, or moved here');
    const problem = payloadProblem(event, events);
    if (problem) yield at(event.seq, problem);
    previous = event.hash;
  }
  if (!facts) {
    yield at(null, 'its row was removed');
    return;
  }
  for (let gone = seq + 1; gone <= facts.events; gone++) yield at(gone, 'removed');
  for (const added of events) if (added.seq > facts.events) yield at(added.seq, 'put in');
  if (events.length && seq === facts.events && facts.head !== previous)
    yield at(seq, 'it is not the last event the report knows');
  for (const problem of lifeProblems(facts, events)) yield at(null, problem);
}

function payloadProblem({ payload, salt, digest, seq }: LoggedEvent, events: readonly LoggedEvent[]): string | undefined {
  const isErased = payload === null && salt === null && digest !== null;
  if (!isErased) return holds({ payload, salt, digest }) ? undefined : 'its words were altered';
  const isSaid = events.some((later) => later.kind === 'erased' && later.seq > seq);
  return isSaid ? undefined : 'its words were removed, and no later event says that they were erased';
}

function holds({ payload, salt, digest }: Pick<LoggedEvent, 'payload' | 'salt' | 'digest'>): boolean {
  try {
    return payloadDigest(salt, payload) === digest && (payload !== null || salt === null);
  } catch (error) {
    // The database holds numbers that this program never writes.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function lifeProblems(facts: ReportFacts, events: readonly LoggedEvent[]): string[] {
  let life: Life;
  try {
    life = fold(events.map(lifeEventOf));
  } catch (error) {
    if (error instanceof LifecycleError) return [`its events tell no possible life: ${error.message}`];
    throw error;
  }
  const told: Omit<ReportFacts, 'events' | 'head'> = {
    state: life.state,
    outcome: life.outcome,
    office: life.office,
    receivedAt: life.receivedAt.getTime(),
    takenAt: life.takenAt?.getTime() ?? null,
    firstReplyAt: life.firstReplyAt?.getTime() ?? null,
    fixedAt: life.fixedAt?.getTime() ?? null,
    closedAt: life.closedAt?.getTime() ?? null,
    waitingS: life.waitingS,
    reopened: life.reopened,
  };
  const different = (Object.keys(told) as (keyof typeof told)[]).filter((key) => told[key] !== facts[key]);
  return different
    .filter((key) => key !== 'firstReplyAt' || !hasErasedReply(events))
    .map((key) => `its ${key} is not what its events tell`);
}

/** Words that were erased may have been the first reply, so that its time can no longer be told. */
function hasErasedReply(events: readonly LoggedEvent[]): boolean {
  return events.some(({ visibility, payload, digest }) => visibility === 'public' && payload === null && digest !== null);
}

function lifeEventOf({ at, kind, visibility, office, outcome, payload, retoldFrom }: LoggedEvent): LifeEvent {
  return { at: new Date(at), kind, visibility, office, outcome, hasBody: Boolean(payload?.body), retoldFrom };
}
