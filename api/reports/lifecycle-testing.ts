import type { EventKind, LifeEvent, State } from './lifecycle.ts';

/** When the stories of the tests begin. */
export const start = Date.UTC(2024, 0, 1, 8);

/** Events one hour apart; `closed` ends resolved unless it says otherwise. */
export function story(...steps: (EventKind | Partial<LifeEvent>)[]): LifeEvent[] {
  return steps.map((step, index) => {
    const event = typeof step === 'string' ? { kind: step } : step;
    const at = new Date(start + index * 3_600_000);
    return { at, visibility: 'public', outcome: event.kind === 'closed' ? 'resolved' : null, ...event } as LifeEvent;
  });
}

/** The moment so many hours after the first event. */
export const hoursAfter = (hours: number) => new Date(start + hours * 3_600_000);

/** The table of DESIGN §5, written out again: what leaves each state, and where it leads. */
export const leaves: Record<State, Partial<Record<EventKind, State>>> = {
  received: { taken: 'taken', assigned: 'assigned', closed: 'closed' },
  taken: { assigned: 'assigned', waiting: 'waiting', closed: 'closed' },
  assigned: { fixed: 'fixed', waiting: 'waiting', assigned: 'assigned' },
  waiting: { resumed: 'taken' },
  fixed: { closed: 'closed', assigned: 'assigned' },
  closed: { reopened: 'reopened' },
  reopened: { taken: 'taken', assigned: 'assigned', closed: 'closed' },
};
