import type { HexMetric } from '#api/stats/hexes.schema.ts';
import type { Period } from '#dashboard/map/brush.ts';
import { areNextToEachOther, readPeriods } from '#dashboard/map/change.ts';
import { changeIn, type Cube, fieldIn, type Span, spanOf } from '#dashboard/map/cube.ts';
import { changeField, type HexField } from '#dashboard/map/hexes.ts';

/**
 * Makes fields of some months of a cube. Equally long stretches keep their classes, so that a colour stays the same number while they
 * move. Undefined for medians, which do not add up from month to month, and for months that the cube does not have.
 * With `change` (see `readPeriods`) it is the change against as many months before, or a year earlier.
 */
export function createBrushing(): (cube: Cube, months: Period, metric: HexMetric, change: string) => HexField | undefined {
  let last: { cube: Cube; metric: HexMetric; length: number; breaks: readonly number[] } | undefined;
  return (cube, months, metric, change) => {
    const span = spanOf(cube, months.from, months.to);
    const periods = readPeriods(change);
    if (span && periods) return changed(cube, span, areNextToEachOther(periods));
    if (!span || metric === 'median_days') return undefined;
    const length = span.last - span.first;
    const same = last?.cube === cube && last.metric === metric && last.length === length;
    const field = fieldIn(cube, span, metric, same ? last?.breaks : undefined);
    last = { cube, metric, length, breaks: field.breaks };
    return field;
  };
}

function changed(cube: Cube, { first, last }: Span, nextTo: boolean): HexField | undefined {
  const apart = nextTo ? last - first + 1 : 12;
  // Step 0 is all that came before: no month.
  if (first - apart < 1) return undefined;
  return changeField(changeIn(cube, { first, last }, { first: first - apart, last: last - apart }), cube.resolution, undefined);
}
