/** An element that takes over what another page drew in its place. */
interface Taking extends Element {
  take: (other: Element) => void;
}

const regions = (page: Document) =>
  new Map([...page.querySelectorAll<HTMLElement>('[data-region]')].map((one) => [one.dataset.region!, one]));

/** Puts the regions of another page in place of these; the map, and a region that is an element of its own, are told. False when the pages are of different kinds. */
export function swapRegions(page: Document): boolean {
  const [here, there] = [regions(document), regions(page)];
  const [map, otherMap] = [document.querySelector('civic-hexmap'), page.querySelector('civic-hexmap')];
  if (here.size === 0 || [...here.keys()].some((name) => !there.has(name)) || !map !== !otherMap) return false;
  const focused = describe(document.activeElement);
  for (const [name, region] of here) {
    const fresh = document.adoptNode(there.get(name)!);
    if ('take' in region) {
      (region as Element as Taking).take(fresh);
      continue;
    }
    keepOpen(region, fresh);
    region.replaceWith(fresh);
  }
  if (map && otherMap && 'take' in map) (map as Taking).take(otherMap);
  document.title = page.title;
  focused?.()?.focus({ preventScroll: true });
  announce();
  return true;
}

/** The address that a form leads to; fields without a value are left out. */
export function formAddress(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '',
  );
  url.search = new URLSearchParams(fields).toString();
  return url;
}

/** How to find a control again after its region was replaced. */
function describe(element: Element | null): (() => HTMLElement | null) | undefined {
  if (!element?.closest('[data-region]')) return undefined;
  if (element.id) return () => document.getElementById(element.id);
  if (!(element instanceof HTMLInputElement)) return undefined;
  const { name, value } = element;
  const selector = `[data-region] input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  return () => document.querySelector<HTMLElement>(selector);
}

function keepOpen(old: Element, fresh: Element): void {
  const details = [...fresh.querySelectorAll('details')];
  for (const [index, one] of [...old.querySelectorAll('details')].entries()) {
    if (one.open) details[index]?.setAttribute('open', '');
  }
}

/** Says the finding of the new page to who does not see it change. */
function announce(): void {
  const status = document.querySelector('#live-status') ?? document.createElement('p');
  if (!status.isConnected) {
    Object.assign(status, { id: 'live-status', className: 'visually-hidden' });
    status.setAttribute('role', 'status');
    document.querySelector('main')?.append(status);
  }
  status.textContent = document.querySelector('h1')?.textContent ?? '';
}
