import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { cellArea, UNITS } from 'h3-js';
import type { Texts } from '../../i18n/texts.ts';

/** Fewest reports, and fewest hexagons, that "half comes from" is said of; fewest reports that an area may lead. */
const enough = { reports: 200, cells: 5, leading: 30 };
/** How many times as many reports the first area must have as the second to lead clearly. */
const clearly = 1.3;
/** Half of the reports must lie in at most this share of the hexagons to be worth saying. */
const crowded = 0.25;
/** Two areas are named when they hold this share of that half; one alone when it holds `alone`. */
const named = { two: 0.5, alone: 0.6 };

/** Where half of the reports are. */
export interface Concentration {
  cells: number;
  km2: number;
  /** The areas that hold most of them: none, one or two. */
  areas: string[];
}

/** The fewest hexagons that hold half of the placed reports; undefined when that says nothing. `areaOf`: name of a cell's area. */
export function concentration(
  { cells, counts }: Pick<Hexes, 'cells' | 'counts'>,
  areaOf: (cell: string) => string | undefined,
): Concentration | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const order = cells.map((cell, index) => ({ cell, count: counts[index]! })).toSorted((a, b) => b.count - a.count);
  let held = 0;
  const half = order.slice(0, order.findIndex(({ count }) => (held += count) >= total / 2) + 1);
  if (total < enough.reports || cells.length < enough.cells || half.length > cells.length * crowded) return undefined;
  const km2 = half.reduce((sum, { cell }) => sum + cellArea(cell, UNITS.km2), 0);
  return { cells: half.length, km2, areas: leadingAreas(half, held, areaOf) };
}

/** The heading of the page: what its rows show. Without a claim that holds it says how many they are. */
export function finding(
  { summary, hexes, metric, byArea }: { summary: Summary; hexes: Hexes; metric: string; byArea: Breakdown },
  areaOf: (cell: string) => string | undefined,
  texts: Texts,
): string {
  const { t, format } = texts;
  if (summary.reports === 0) return t('finding.none');
  const { p50, p90 } = summary.times.close;
  if (metric === 'median_days' && p50 !== null) {
    return p90 === null
      ? t('finding.half-closed', { n: Math.ceil(p50) })
      : t('finding.half-closed-tail', { n: Math.ceil(p50), tail: format.number(Math.ceil(p90), 0) });
  }
  const open = metric === 'open';
  const shown = open ? { cells: hexes.cells, counts: hexes.values.map((value) => value ?? 0) } : hexes;
  const found = concentration(shown, areaOf);
  if (!found) return open ? t('finding.open', { n: summary.open }) : neutral(summary.reports, byArea, t);
  const [first, second] = found.areas;
  const km2 = format.number(found.km2, found.km2 >= 2 ? 0 : 1);
  const where = second
    ? t('finding.between', { first: first!, second })
    : first
      ? t('finding.in', { area: first })
      : t('finding.nowhere-special');
  return t(open ? 'finding.half-open-from' : 'finding.half-from', { n: found.cells, km2, where });
}

/** How many there are, and where most of them are when one area clearly leads. */
function neutral(reports: number, { rows }: Breakdown, t: Texts['t']): string {
  const areas = rows.filter((row) => row.key !== 'none' && row.reports > 0).toSorted((a, b) => b.reports - a.reports);
  const [first, second] = areas;
  if (!first?.name || !second || reports < enough.leading) return t('finding.count', { n: reports });
  return first.reports >= second.reports * clearly
    ? t('finding.count-mostly', { n: reports, area: first.name.it, most: first.reports })
    : t('finding.count-areas', { n: reports, areas: areas.length });
}

function leadingAreas(
  half: readonly { cell: string; count: number }[],
  held: number,
  areaOf: (cell: string) => string | undefined,
): string[] {
  const counts = new Map<string, number>();
  for (const { cell, count } of half) {
    const area = areaOf(cell);
    if (area) counts.set(area, (counts.get(area) ?? 0) + count);
  }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!first) return [];
  if (first[1] >= held * named.alone) return [first[0]];
  return second && first[1] + second[1] >= held * named.two ? [first[0], second[0]] : [];
}
