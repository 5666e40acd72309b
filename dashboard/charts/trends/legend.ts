import type { Texts } from '../../i18n/texts.ts';
import { colourOf } from '../scale.ts';
import { element, words } from '../svg.ts';

/** Height of a legend. */
export const legendHeight = 52;

const [boxWidth, boxHeight] = [40, 10] as const;

/** The colour classes with their lower ends beneath; `written` says a lower end in other words. */
export function legend(
  breaks: readonly number[],
  {
    x,
    y,
    texts,
    what,
    written = (value) => texts.format.number(value, 0),
  }: {
    x: number;
    y: number;
    texts: Texts;
    what: 'trends.legend-days' | 'trends.legend-hours';
    written?: (value: number) => string;
  },
): string {
  const boxes = breaks.map((value, index) => {
    const left = x + index * boxWidth;
    const fill = `var(--s${colourOf(index, breaks.length)})`;
    return (
      element('rect', { x: left, y: y + 20, width: boxWidth, height: boxHeight, fill }) + words(written(value), left, y + 46)
    );
  });
  return words(texts.t(what), x, y + 12) + boxes.join('');
}
