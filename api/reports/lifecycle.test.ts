import { describe, expect, test } from 'vitest';
import { hoursAfter, leaves, story } from './lifecycle-testing.ts';
import { type EventKind, eventKinds, fold, LifecycleError, mayFollow, publicState, type State, states } from './lifecycle.ts';

/** A shortest way to each state. */
const wayTo: Record<State, EventKind[]> = {
  received: ['received'],
  taken: ['received', 'taken'],
  assigned: ['received', 'assigned'],
  waiting: ['received', 'taken', 'waiting'],
  fixed: ['received', 'assigned', 'fixed'],
  closed: ['received', 'closed'],
  reopened: ['received', 'closed', 'reopened'],
};

const moving: EventKind[] = ['received', 'taken', 'assigned', 'waiting', 'resumed', 'fixed', 'closed', 'reopened'];
const speaking = eventKinds.filter((kind) => !moving.includes(kind));

describe('a state is left only as the table of states says', () => {
  test.each(states.flatMap((state) => moving.map((kind) => [state, kind] as const)))('%s, then %s', (state, kind) => {
    const leadsTo = leaves[state][kind];
    expect(mayFollow(state, kind)).toBe(leadsTo !== undefined);
    const events = story(...wayTo[state], kind);
    if (leadsTo) expect(fold(events).state).toBe(leadsTo);
    else expect(() => fold(events)).toThrow(LifecycleError);
  });

  test.each(states.flatMap((state) => speaking.map((kind) => [state, kind] as const)))(
    'in %s, %s moves nothing',
    (state, kind) => {
      const life = fold(story(...wayTo[state], { kind, visibility: 'internal' }));
      expect(life).toEqual(fold(story(...wayTo[state])));
    },
  );

  test.each(eventKinds.filter((kind) => kind !== 'received'))('nothing begins with %s', (kind) => {
    expect(mayFollow(null, kind)).toBe(false);
    expect(() => fold(story(kind))).toThrow(/cannot follow nothing/);
  });
});

describe('the times of a report', () => {
  test('a report that was only received has no other time', () => {
    expect(fold(story('received'))).toMatchObject({
      receivedAt: hoursAfter(0),
      takenAt: null,
      firstReplyAt: null,
      closedAt: null,
    });
  });

  test('assigning or closing what nobody took is taking charge of it', () => {
    expect(fold(story('received', 'assigned')).takenAt).toEqual(hoursAfter(1));
    expect(fold(story('received', 'closed')).takenAt).toEqual(hoursAfter(1));
  });

  test('the first taking in charge is kept through a reopening', () => {
    expect(fold(story('received', 'taken', 'closed', 'reopened', 'taken')).takenAt).toEqual(hoursAfter(1));
  });

  test('only public words of the municipality are a first reply', () => {
    const silent = story(
      'received',
      { kind: 'replied', visibility: 'author', hasBody: true },
      { kind: 'commented', hasBody: true },
    );
    expect(fold(silent).firstReplyAt).toBeNull();
    expect(fold(story('received', 'closed')).firstReplyAt).toBeNull();
    expect(fold(story('received', { kind: 'closed', hasBody: true })).firstReplyAt).toEqual(hoursAfter(1));
    const twice = story('received', { kind: 'replied', hasBody: true }, { kind: 'closed', hasBody: true });
    expect(fold(twice).firstReplyAt).toEqual(hoursAfter(1));
  });

  test('the clock of the first reply is kept when the report is reopened', () => {
    const events = story('received', { kind: 'closed', hasBody: true }, 'reopened', { kind: 'closed', hasBody: true });
    expect(fold(events)).toMatchObject({ firstReplyAt: hoursAfter(1), closedAt: hoursAfter(3), reopened: 1 });
  });

  test('a reopened report is not closed, not fixed, and has no outcome', () => {
    const life = fold(story('received', 'assigned', 'fixed', 'closed', 'reopened'));
    expect(life).toMatchObject({ state: 'reopened', closedAt: null, fixedAt: null, outcome: null, reopened: 1 });
  });

  test('what is assigned again is no longer fixed', () => {
    expect(fold(story('received', 'assigned', 'fixed')).fixedAt).toEqual(hoursAfter(2));
    expect(fold(story('received', 'assigned', 'fixed', 'assigned')).fixedAt).toBeNull();
  });

  test('waits add up, and one still going on does not count yet', () => {
    const events = story('received', 'taken', 'waiting', 'resumed', 'waiting', 'resumed', 'waiting');
    expect(fold(events)).toMatchObject({ state: 'waiting', waitingS: 2 * 3600, waitingSince: hoursAfter(6) });
  });

  test('after a wait the report is where it was before', () => {
    expect(fold(story('received', 'assigned', 'waiting', 'resumed')).state).toBe('assigned');
    expect(fold(story('received', 'taken', 'waiting', 'resumed')).state).toBe('taken');
  });

  test('the office is the last one it was assigned to', () => {
    const events = story('received', { kind: 'assigned', office: 7 }, { kind: 'assigned', office: 9 }, 'fixed', 'closed');
    expect(fold(events).office).toBe(9);
    expect(fold(story('received', { kind: 'assigned', office: 7 }, 'assigned')).office).toBe(7);
  });
});

describe('a story that cannot be is refused', () => {
  test('an empty one', () => expect(() => fold([])).toThrow('at least the event "received"'));
  test('one closed without an outcome', () => {
    expect(() => fold(story('received', { kind: 'closed', outcome: null }))).toThrow('"closed" needs an outcome');
  });
  test('one that goes back in time', () => {
    const events = story('received', { kind: 'closed', at: hoursAfter(-1) });
    expect(() => fold(events)).toThrow('"closed" is earlier than the event before it');
  });
  test('one with words from before the arrival', () => {
    expect(() => fold(story('received', 'taken', { kind: 'replied', at: hoursAfter(-1) }))).toThrow(LifecycleError);
  });
  test('but words may be entered for an earlier time, and the first reply is the earliest', () => {
    const late = story(
      'received',
      'taken',
      { kind: 'replied', hasBody: true },
      { kind: 'replied', hasBody: true, at: hoursAfter(0.5) },
    );
    expect(fold([...late, ...story({ kind: 'closed', at: hoursAfter(1) })])).toMatchObject({
      firstReplyAt: hoursAfter(0.5),
      closedAt: hoursAfter(1),
    });
  });
  test('two events at the same moment are fine', () => {
    expect(fold(story('received', { kind: 'closed', at: hoursAfter(0) })).closedAt).toEqual(hoursAfter(0));
  });
});

describe('a story told anew', () => {
  test('counts as if it had been told so from the start', () => {
    const first = story('received', 'taken', 'closed');
    const again = [
      ...first,
      ...story({ kind: 'edited', retoldFrom: 3, at: hoursAfter(99) }, { kind: 'closed', at: hoursAfter(1.5) }),
    ];
    expect(fold(again)).toEqual(fold(story('received', 'taken', { kind: 'closed', at: hoursAfter(1.5) })));
  });

  test('may begin at the beginning, and be told a third time', () => {
    const events = [
      ...story('received', 'closed'),
      ...story(
        { kind: 'edited', retoldFrom: 1 },
        { kind: 'received', at: hoursAfter(-5) },
        { kind: 'taken', at: hoursAfter(-4) },
      ),
      ...story({ kind: 'edited', retoldFrom: 5 }, { kind: 'closed', at: hoursAfter(-3) }),
    ];
    expect(fold(events)).toEqual(fold(story({ kind: 'received', at: hoursAfter(-5) }, { kind: 'closed', at: hoursAfter(-3) })));
  });

  test('an edit that takes nothing back changes nothing', () => {
    const events = story('received', 'taken', { kind: 'edited', retoldFrom: 3 }, 'closed');
    expect(fold(events)).toEqual(fold(story('received', 'taken', { kind: 'noted' }, 'closed')));
  });

  test('cannot take back what has not been told', () => {
    expect(() => fold(story('received', { kind: 'edited', retoldFrom: 5 }))).toThrow(LifecycleError);
  });

  test('an untold beginning leaves no report', () => {
    expect(() => fold(story('received', { kind: 'edited', retoldFrom: 1 }))).toThrow('at least the event "received"');
  });
});

test('citizens see four of the seven states', () => {
  expect(Object.fromEntries(states.map((state) => [state, publicState(state)]))).toEqual({
    received: 'received',
    taken: 'taken',
    assigned: 'taken',
    waiting: 'waiting',
    fixed: 'taken',
    closed: 'closed',
    reopened: 'received',
  });
});
