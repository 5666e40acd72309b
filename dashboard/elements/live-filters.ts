import { readState, sameFilters, writeState } from '#dashboard/map/address.ts';
import { formAddress, swapRegions } from './live-page/regions.ts';

/**
 * Filters, chips, months and sorted columns act at once: the page of the new address is fetched and its regions
 * (`data-region`) take the place of these, while the map stays and is told. Whatever goes wrong is a plain navigation.
 */
const waitMs = 150;
let shown = new URL(location.href);
let running: AbortController | undefined;
let timer = 0;

addEventListener('change', ({ target }) => {
  const form = formOf(target);
  if (!form) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void go(formAddress(form), true), waitMs);
});

addEventListener('submit', (event) => {
  const form = formOf(event.target);
  if (!form) return;
  event.preventDefault();
  clearTimeout(timer);
  void go(formAddress(form), true).then(closeSheet);
});

addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-region] a[href]');
  if (!link || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  const inPlace = url.hash && url.search === location.search;
  const elsewhere = url.origin !== location.origin || url.pathname !== location.pathname || inPlace;
  if (elsewhere || url.searchParams.get('view') !== shown.searchParams.get('view')) return;
  event.preventDefault();
  void go(url, true);
});

addEventListener('popstate', () => {
  const here = new URL(location.href);
  if (here.pathname === shown.pathname && !same(here, shown)) void go(here, false);
});

// The brush chose a period.
addEventListener('civic-go', (event) => {
  event.preventDefault();
  void go((event as CustomEvent<URL>).detail, true);
});

// The map changed its metric: the finding and the links follow.
addEventListener('civic-state', () => {
  const here = new URL(location.href);
  if (!same(here, shown)) void go(here, false);
});

/** Shows the page of an address in place; `push`: as a new step of the history, with the map as it is. */
async function go(address: URL, push: boolean): Promise<void> {
  running?.abort();
  const mine = (running = new AbortController());
  const { metric, cell, view } = readState(new URL(location.href));
  const url = push ? writeState(address, { metric, cell, view }) : address;
  try {
    const response = await fetch(url, { signal: mine.signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine.signal.aborted) return;
    if (!response.ok || !swapRegions(page)) return location.assign(url);
    // The server may have tidied the address.
    const tidy = new URL(response.url);
    tidy.hash = url.hash;
    if (push) history.pushState(null, '', tidy);
    shown = tidy;
  } catch {
    if (!mine.signal.aborted) location.assign(url);
  }
}

function same(one: URL, other: URL): boolean {
  return sameFilters(one, other) && readState(one).metric === readState(other).metric;
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>('[data-region] form.filters') : null;
}

function closeSheet(): void {
  const close = document.querySelector<HTMLElement>('.rail-close');
  if (close?.offsetParent) close.click();
}
