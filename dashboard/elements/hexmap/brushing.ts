import type { HexMetric } from '#api/stats/hexes.schema.ts';
import type { Period } from '#dashboard/map/brush.ts';
import { type Cube, fieldIn, spanOf } from '#dashboard/map/cube.ts';
import type { HexField } from '#dashboard/map/hexes.ts';

/**
 * Makes fields of some months of a cube. Equally long stretches keep their classes, so that a colour stays the same number while they
 * move. Undefined for medians, which do not add up from month to month, and for months that the cube does not have.
 */
export function createBrushing(): (cube: Cube, months: Period, metric: HexMetric) => HexField | undefined {
  let last: { cube: Cube; metric: HexMetric; length: number; breaks: readonly number[] } | undefined;
  return (cube, months, metric) => {
    const span = spanOf(cube, months.from, months.to);
    if (!span || metric === 'median_days') return undefined;
    const length = span.last - span.first;
    const same = last?.cube === cube && last.metric === metric && last.length === length;
    const field = fieldIn(cube, span, metric, same ? last?.breaks : undefined);
    last = { cube, metric, length, breaks: field.breaks };
    return field;
  };
}
