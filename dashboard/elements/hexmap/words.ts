import type { HexMetric } from '#api/stats/hexes.schema.ts';
import type { Hex } from '#dashboard/map/hexes.ts';
import type { Say } from '#dashboard/map/phrases.ts';

/** A hexagon in words: its reports, and the metric when that is another thing. */
export function wordsOf({ value, count }: Pick<Hex, 'value' | 'count'>, metric: HexMetric, say: Say): string {
  const reports = say('map.cell.count', { n: count });
  if (metric === 'count') return reports;
  return `${reports}, ${value === null ? say('map.cell.few') : say(`map.cell.${metric}`, { n: value })}`;
}
