import { LoadError } from './loading.ts';
import { partOf } from './parts.ts';

let running: AbortController | undefined;

/** Puts the drawer that the server draws at this address in its place. False when a newer call came. Errors: `LoadError`. */
export async function placeDrawer(host: HTMLElement, address: string): Promise<boolean> {
  running?.abort();
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

/** Takes the drawer away, and the one on its way. */
export function removeDrawer(host: HTMLElement): void {
  running?.abort();
  partOf(host, 'drawer')?.remove();
}
