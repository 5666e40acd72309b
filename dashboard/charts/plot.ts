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
  const content = drawn.innerHTML.replaceAll(/-?\d+\.\d{2,}(e-?\d+)?/g, (number) => `${round(Number(number))}`);
  return svg({ width: options.width, height: options.height, label }, content).replace('<svg ', '<svg text-anchor="middle" ');
}
