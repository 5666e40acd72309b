import type { Shown } from './live-map.ts';
import { LoadError } from './loading.ts';
import { partOf } from './parts.ts';

let running: AbortController | undefined;

/** Address of the drawer of what is shown; "" when no cell is chosen. */
export function drawerAddress(fragment: string, { cell, query, snapshot, metric }: Shown): string {
  if (!cell) return '';
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ snapshot, metric, cell })) search.set(name, value);
  return `${fragment}?${search}`;
}

/** Puts the drawer of an address in its place, or takes it away for "". False when a newer call came. Errors: `LoadError`. */
export async function placeDrawer(host: HTMLElement, address: string): Promise<boolean> {
  running?.abort();
  if (!address) {
    partOf(host, 'drawer')?.remove();
    return true;
  }
  const mine = (running = new AbortController());
  try {
    const response = await fetch(address, { signal: mine.signal, headers: { accept: 'text/html' } });
    if (!response.ok) throw new LoadError(`${response.status}`);
    const drawer = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-part="drawer"]');
    if (mine.signal.aborted) return false;
    if (!drawer) throw new LoadError('no drawer');
    const old = partOf(host, 'drawer');
    if (old) old.replaceWith(drawer);
    else host.append(drawer);
    return true;
  } catch (error) {
    if (mine.signal.aborted) return false;
    throw error instanceof LoadError ? error : new LoadError('unreachable');
  }
}

/** Brings the keyboard into the drawer. */
export function enterDrawer(host: HTMLElement): void {
  const drawer = partOf(host, 'drawer');
  if (!drawer) return;
  drawer.tabIndex = -1;
  drawer.focus({ preventScroll: true });
}
