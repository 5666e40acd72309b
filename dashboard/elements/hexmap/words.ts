import type { FieldMetric, Hex } from '#dashboard/map/hexes.ts';
import type { Say } from '#dashboard/map/phrases.ts';

/** A hexagon in words: its reports, and the metric when that is another thing. */
export function wordsOf({ value, count }: Pick<Hex, 'value' | 'count'>, metric: FieldMetric, say: Say): string {
  const reports = say('map.cell.count', { n: count });
  if (metric === 'count') return reports;
  if (metric === 'change' && value !== null) return `${reports}, ${changeWords(value, say)}`;
  return `${reports}, ${value === null ? say('map.cell.few') : say(`map.cell.${metric}`, { n: value })}`;
}

function changeWords(value: number, say: Say): string {
  if (value === 0) return say('map.cell.same');
  return say(value > 0 ? 'map.cell.more' : 'map.cell.less', { n: Math.abs(value) });
}
