import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaves, start, story } from './lifecycle-testing.ts';
import { advance, type EventKind, fold, type Life, type LifeEvent, type State } from './lifecycle.ts';

/** A walk of up to 40 steps: each takes one of the moves that are possible, or says something. */
const walk = fc
  .array(fc.record({ pick: fc.nat(), minutes: fc.nat(5000), hasBody: fc.boolean(), office: fc.option(fc.nat(5)) }), {
    maxLength: 40,
  })
  .map((steps) => {
    const events: LifeEvent[] = story('received');
    let state: State = 'received';
    let before: State = 'taken';
    for (const { pick, minutes, hasBody, office } of steps) {
      const possible = [...(Object.keys(leaves[state]) as EventKind[]), 'replied', 'noted'] as EventKind[];
      const kind = possible[pick % possible.length]!;
      const at = new Date(events.at(-1)!.at.getTime() + minutes * 60_000);
      events.push({ at, kind, hasBody, office, visibility: 'public', outcome: kind === 'closed' ? 'answered' : null });
      if (kind === 'waiting') before = state;
      state = kind === 'resumed' ? before : (leaves[state][kind] ?? state);
    }
    return { events, state };
  });

describe('on any walk through the states', () => {
  test('the state is the one walked to, and the facts agree with it', () => {
    fc.assert(
      fc.property(walk, ({ events, state }) => {
        const life = fold(events);
        expect(life.state).toBe(state);
        expect(life.closedAt !== null).toBe(state === 'closed');
        expect(life.outcome !== null).toBe(state === 'closed');
        expect(life.waitingSince !== null).toBe(state === 'waiting');
        expect(life.reopened).toBe(events.filter(({ kind }) => kind === 'reopened').length);
        if (state !== 'received') expect(life.takenAt).not.toBeNull();
      }),
    );
  });

  test('no time lies before the arrival or after the last event', () => {
    fc.assert(
      fc.property(walk, ({ events }) => {
        const life = fold(events);
        const last = events.at(-1)!.at.getTime();
        for (const at of [life.takenAt, life.firstReplyAt, life.fixedAt, life.closedAt]) {
          if (!at) continue;
          expect(at.getTime()).toBeGreaterThanOrEqual(start);
          expect(at.getTime()).toBeLessThanOrEqual(last);
        }
        expect(life.waitingS).toBeLessThanOrEqual((last - start) / 1000);
      }),
    );
  });

  test('the waiting time is what a stopwatch would have shown', () => {
    fc.assert(
      fc.property(walk, ({ events }) => {
        let seconds = 0;
        let since = 0;
        for (const { kind, at } of events) {
          if (kind === 'waiting') since = at.getTime();
          if (kind === 'resumed') seconds += (at.getTime() - since) / 1000;
        }
        expect(fold(events).waitingS).toBe(seconds);
      }),
    );
  });

  test('taking back the end of a walk gives the walk without it', () => {
    fc.assert(
      fc.property(walk, fc.nat(), ({ events }, pick) => {
        const keep = 1 + (pick % events.length);
        const edited = { at: new Date(), kind: 'edited', visibility: 'internal', retoldFrom: keep + 1 } as const;
        expect(fold([...events, edited])).toEqual(fold(events.slice(0, keep)));
      }),
    );
  });

  test('no life is ever changed by what comes after it', () => {
    fc.assert(
      fc.property(walk, ({ events }) => {
        let life: Life | null = null;
        for (const event of events) {
          const before: string = JSON.stringify(life);
          const after = advance(life, event);
          expect(JSON.stringify(life)).toBe(before);
          life = after;
        }
      }),
    );
  });
});
