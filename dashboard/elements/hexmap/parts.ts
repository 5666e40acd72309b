import type { Rectangle } from '#dashboard/map/labels.ts';

/** Names of the children that the server draws; see dashboard/parts/hexmap.ts. */
export type PartName = 'picture' | 'metrics' | 'legend' | 'empty' | 'drawer' | 'texts';

/** A child of the element by its part's name. */
export function partOf(host: Element, name: PartName): HTMLElement | undefined {
  return [...host.children].find((child): child is HTMLElement => (child as HTMLElement).dataset.part === name);
}

/** Where an element lies within a frame, px. */
export function rectangleIn(frame: Element, element: Element): Rectangle {
  const [outer, inner] = [frame.getBoundingClientRect(), element.getBoundingClientRect()];
  const { left, top } = outer;
  return { left: inner.left - left, right: inner.right - left, top: inner.top - top, bottom: inner.bottom - top };
}

/** What lies over the map: every child with a box that is neither the map nor the picture under it. */
export function panelsOver(host: Element): Rectangle[] {
  const panels = [...host.children].filter((child) => !child.matches('.map-stage, .map-tip, [data-part="picture"], script'));
  return panels.map((panel) => rectangleIn(host, panel)).filter(({ left, right, top, bottom }) => right > left && bottom > top);
}

/** Puts the parts of another host in place of this one's; the picture stays hidden if it was. */
export function takeParts(host: Element, other: Element): void {
  for (const name of ['picture', 'metrics', 'legend', 'empty', 'drawer'] as const) {
    const [old, fresh] = [partOf(host, name), partOf(other, name)];
    if (old && fresh) fresh.toggleAttribute('hidden', old.hasAttribute('hidden'));
    if (old && fresh) old.replaceWith(fresh);
    else if (fresh) host.append(fresh);
    else old?.remove();
  }
}

/** Marks the link of the metric that is shown. */
export function markMetric(host: Element, metric: string): void {
  for (const link of partOf(host, 'metrics')?.querySelectorAll<HTMLElement>('[data-metric]') ?? []) {
    if (link.dataset.metric === metric) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
