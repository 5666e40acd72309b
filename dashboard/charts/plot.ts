import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { round, svg } from './svg.ts';

const { document } = parseHTML('<!doctype html><html></html>');

/**
 * A drawing by Observable Plot as the text of an SVG that the pages may hold: no styles, no classes, short numbers. A mark's `title`
 * becomes its `data-mark`. `label` says the finding to those who do not see it. Grid and axis text take their colours here.
 */
export function plotted({ label, ...options }: PlotOptions & { label: string; width: number; height: number }): string {
  const drawn = plot({ document, marginTop: 12, marginRight: 8, marginBottom: 32, marginLeft: 44, ...options });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const one of drawn.querySelectorAll('[style]')) one.removeAttribute('style');
  for (const one of drawn.querySelectorAll('[class]')) one.removeAttribute('class');
  for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  for (const title of drawn.querySelectorAll('title')) {
    title.parentElement?.setAttribute('data-mark', title.textContent ?? '');
    title.remove();
  }
  for (const path of drawn.querySelectorAll('path')) path.setAttribute('d', shortPath(path.getAttribute('d') ?? ''));
  const content = drawn.innerHTML
    .replaceAll('&#160;', '\u00a0')
    .replaceAll(' aria-hidden="true"', '')
    // Words stay as they are: 1.409 is more than a thousand in Italian.
    .replaceAll(/data-mark="[^"]*"|>[^<]*|-?\d+\.\d{2,}(e-?\d+)?/g, (part) =>
      /^[d>]/.test(part) ? part : `${round(Number(part))}`,
    );
  return svg({ width: options.width, height: options.height, label }, content).replace('<svg ', '<svg text-anchor="middle" ');
}

/** The same path with tenths of a unit, and H and V for lines across and down: steps are most of what charts draw. */
function shortPath(path: string): string {
  let [x, y] = ['', ''];
  return path.replaceAll(/([MLHV])(-?[\d.e-]+)(?:,(-?[\d.e-]+))?/g, (same, command: string, first: string, second?: string) => {
    if (second === undefined) return same;
    const [nextX, nextY] = [`${round(Number(first))}`, `${round(Number(second))}`];
    const short =
      command === 'L' && nextY === y ? `H${nextX}` : command === 'L' && nextX === x ? `V${nextY}` : `${command}${nextX},${nextY}`;
    [x, y] = [nextX, nextY];
    return short;
  });
}
