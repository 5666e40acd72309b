import type { Direction } from '#dashboard/map/direction.ts';

/** What a key asks of the map. */
export type Action = { step: Direction } | { zoom: 1 | -1 } | 'choose' | 'leave';

const actions: Record<string, Action> = {
  ArrowLeft: { step: 'left' },
  ArrowRight: { step: 'right' },
  ArrowUp: { step: 'up' },
  ArrowDown: { step: 'down' },
  '+': { zoom: 1 },
  '=': { zoom: 1 },
  '-': { zoom: -1 },
  Enter: 'choose',
  ' ': 'choose',
  Escape: 'leave',
};

/** The action of a key; undefined for other keys and for shortcuts of the browser. */
export function actionOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): Action | undefined {
  return event.altKey || event.ctrlKey || event.metaKey ? undefined : actions[event.key];
}
