import { type MapState, readState, type View, writeState } from '#dashboard/map/address.ts';

/** What the address of the page says now. */
export function stateInAddress(): MapState {
  return readState(new URL(location.href));
}

/** Another metric or cell: a step of its own in the history, the view stays. */
export function noteChoice({ metric, cell }: Pick<MapState, 'metric' | 'cell'>): void {
  const here = new URL(location.href);
  history.pushState(null, '', writeState(here, { metric, cell, view: readState(here).view }));
}

/** The map was moved: the same step, with its view. */
export function noteView({ metric, cell }: Pick<MapState, 'metric' | 'cell'>, view: View): void {
  history.replaceState(history.state, '', writeState(new URL(location.href), { metric, cell, view }));
}
