import { element, round } from '../svg.ts';
import type { DaysScale } from './days-scale.ts';
import type { Layout } from './range-layout.ts';
import type { PlacedRow } from './range-rows.ts';

/** A row's marks as places along the scale; undefined: not reached yet. */
interface Marks {
  y: number;
  half: number | undefined;
  three: number | undefined;
  nine: number | undefined;
  promised: number | undefined;
}

/** Dots, bars and ticks of the rows. All of a kind are one element, which keeps pages small. A bar ends at the edge, with an arrow, where a share is not reached yet. */
export function rangeMarks(placed: readonly PlacedRow[], scale: DaysScale, { left, right }: Layout): string {
  const at = (days: number | null) => (days === null ? undefined : round(scale.x(days)));
  const all = placed.map(({ y, row }): Marks => ({
    y,
    half: at(row.p50),
    three: at(row.p75),
    nine: at(row.p90),
    promised: at(row.promised),
  }));
  const edge = right + 6;
  const lines = (of: (marks: Marks) => string, stroke: string, width: number) =>
    element('path', { d: all.map(of).join(''), stroke, 'stroke-width': width, fill: 'none' });
  const dots = (name: 'half' | 'three' | 'nine', r: number, look: Record<string, string | number>) =>
    element('g', look, all.map(({ y, [name]: x }) => (x === undefined ? '' : element('circle', { cx: x, cy: y, r }))).join(''));
  return [
    lines(({ y, half, three, nine }) => `M${three ?? half ?? left},${y}H${nine ?? edge}`, 'var(--data-3)', 3),
    lines(({ y, half, three }) => (half === undefined ? '' : `M${half},${y}H${three ?? edge}`), 'var(--data-2)', 5),
    lines(
      ({ y, nine }) => (nine === undefined ? `M${edge - 6},${y - 5}L${edge},${y}L${edge - 6},${y + 5}` : ''),
      'var(--data-2)',
      2,
    ),
    lines(({ y, promised: x }) => (x === undefined ? '' : `M${x},${y - 8}V${y + 8}`), 'var(--late)', 2),
    dots('nine', 5, { fill: 'var(--card)', stroke: 'var(--data-2)', 'stroke-width': 2 }),
    dots('three', 4, { fill: 'var(--data-2)' }),
    dots('half', 6, { fill: 'var(--data)' }),
  ].join('');
}
