/** States of a report (DESIGN §5). */
export const states = ['received', 'taken', 'assigned', 'waiting', 'fixed', 'closed', 'reopened'] as const;
export type State = (typeof states)[number];

/** What the public sees of the seven states. */
export const publicStates = ['received', 'taken', 'waiting', 'closed'] as const;
export type PublicState = (typeof publicStates)[number];

/** How a closed report ended. */
export const outcomes = ['resolved', 'answered', 'not_competent', 'not_actionable', 'duplicate', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

/** What can happen to a report. */
export const eventKinds = [
  'received',
  'taken',
  'assigned',
  'waiting',
  'resumed',
  'fixed',
  'closed',
  'reopened',
  'replied',
  'commented',
  'noted',
  'edited',
  'moderated',
  'made_private',
  'made_public',
  'erased',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** From which states each kind that moves a report may start, and where it leads; `null` start: the report is new. */
const moves: Partial<Record<EventKind, { from: readonly (State | null)[]; to: State | 'before waiting' }>> = {
  received: { from: [null], to: 'received' },
  taken: { from: ['received', 'reopened'], to: 'taken' },
  assigned: { from: ['received', 'taken', 'assigned', 'fixed', 'reopened'], to: 'assigned' },
  waiting: { from: ['taken', 'assigned'], to: 'waiting' },
  resumed: { from: ['waiting'], to: 'before waiting' },
  fixed: { from: ['assigned'], to: 'fixed' },
  closed: { from: ['received', 'taken', 'fixed', 'reopened'], to: 'closed' },
  reopened: { from: ['closed'], to: 'reopened' },
};

/** The part of an event that decides the state and the times of a report. */
export interface LifeEvent {
  at: Date;
  kind: EventKind;
  visibility: 'public' | 'author' | 'internal';
  office?: number | null;
  outcome?: Outcome | null;
  /** Whether the event carries words: public words of the municipality are a reply. */
  hasBody?: boolean;
  /** Only with `edited`: the story from this place on (counted from 1) was told anew; what it said until here no longer counts. */
  retoldFrom?: number | null;
}

/** State and times of a report, all derived from its events. */
export interface Life {
  state: State;
  outcome: Outcome | null;
  office: number | null;
  receivedAt: Date;
  takenAt: Date | null;
  firstReplyAt: Date | null;
  fixedAt: Date | null;
  closedAt: Date | null;
  /** Whole seconds spent in `waiting`; a wait still going on is not in it. */
  waitingS: number;
  reopened: number;
  /** State to come back to, and since when, while waiting. */
  beforeWaiting: 'taken' | 'assigned' | null;
  waitingSince: Date | null;
}

/** An event that the state of the report does not allow, or that goes back in time. */
export class LifecycleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LifecycleError';
  }
}

/** Whether an event of this kind may follow; kinds that move nothing always may, once the report exists. */
export function mayFollow(state: State | null, kind: EventKind): boolean {
  const move = moves[kind];
  return move ? move.from.includes(state) : state !== null;
}

/** The life after one more event. Errors: `LifecycleError`. */
export function advance(life: Life | null, event: LifeEvent): Life {
  if (!mayFollow(life?.state ?? null, event.kind)) {
    throw new LifecycleError(`"${event.kind}" cannot follow ${life ? `"${life.state}"` : 'nothing'}`);
  }
  if (!life) return born(event.at);
  const next = { ...life };
  const move = moves[event.kind];
  if (move) next.state = move.to === 'before waiting' ? (life.beforeWaiting ?? 'taken') : move.to;
  mark(next, life, event);
  const isReply = event.visibility === 'public' && event.hasBody && (event.kind === 'replied' || event.kind === 'closed');
  if (isReply && !(next.firstReplyAt && next.firstReplyAt <= event.at)) next.firstReplyAt = event.at;
  return next;
}

/** Sets the times that a move sets. */
function mark(next: Life, life: Life, event: LifeEvent): void {
  switch (event.kind) {
    case 'taken':
      next.takenAt ??= event.at;
      break;
    case 'assigned':
      next.takenAt ??= event.at;
      next.office = event.office ?? next.office;
      next.fixedAt = null;
      break;
    case 'waiting':
      next.beforeWaiting = life.state as 'taken' | 'assigned';
      next.waitingSince = event.at;
      break;
    case 'resumed':
      next.waitingS += Math.max(0, Math.round((event.at.getTime() - life.waitingSince!.getTime()) / 1000));
      next.beforeWaiting = null;
      next.waitingSince = null;
      break;
    case 'fixed':
      next.fixedAt = event.at;
      break;
    case 'closed':
      if (!event.outcome) throw new LifecycleError('"closed" needs an outcome');
      next.takenAt ??= event.at;
      next.closedAt = event.at;
      next.outcome = event.outcome;
      break;
    case 'reopened':
      next.closedAt = null;
      next.fixedAt = null;
      next.outcome = null;
      next.reopened += 1;
      break;
    default:
      break;
  }
}

/**
 * The life told by a whole story. What moves the report comes in order of time; words may be entered later, or for earlier,
 * though never for before the arrival. An `edited` with `retoldFrom` takes the life back to where it stood before that place.
 * Errors: `LifecycleError`, also when the story is empty or its times go back.
 */
export function fold(events: readonly LifeEvent[]): Life {
  /** Life, and time of the last move, before each event. */
  const stood: { life: Life | null; time: number }[] = [];
  let life: Life | null = null;
  let time = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    stood.push({ life, time });
    if (event.kind === 'edited' && event.retoldFrom != null) {
      const back = stood[event.retoldFrom - 1];
      if (!back) throw new LifecycleError('"edited" tells anew what has not been told yet');
      ({ life, time } = back);
      continue;
    }
    const isMove = event.kind in moves;
    if (event.at.getTime() < (isMove ? time : (life?.receivedAt.getTime() ?? time))) {
      throw new LifecycleError(`"${event.kind}" is earlier than the event before it`);
    }
    if (isMove) time = event.at.getTime();
    life = advance(life, event);
  }
  if (!life) throw new LifecycleError('a report needs at least the event "received"');
  return life;
}

/** What the public sees of a state: staff work in six, citizens read three and "waiting". */
export function publicState(state: State): PublicState {
  if (state === 'reopened') return 'received';
  if (state === 'assigned' || state === 'fixed') return 'taken';
  return state;
}

function born(at: Date): Life {
  return {
    state: 'received',
    outcome: null,
    office: null,
    receivedAt: at,
    takenAt: null,
    firstReplyAt: null,
    fixedAt: null,
    closedAt: null,
    waitingS: 0,
    reopened: 0,
    beforeWaiting: null,
    waitingSince: null,
  };
}
