import fc from 'fast-check';
import { cellToCenterChild, cellToChildren, cellToParent, getPentagons, latLngToCell } from 'h3-js';
import { beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { testSnapshot } from './testing.ts';
import { finestRange } from './where.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await testSnapshot([]);
});

const number = (index: string) => BigInt(`0x${index}`);
const resolutions = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function randomCells(count: number): string[] {
  const place = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));
  return fc.sample(place, { numRuns: count, seed: 7 }).map(([lat, lon]) => latLngToCell(lat, lon, 12));
}

test('parents by arithmetic in SQL are those of h3-js, all over the world and around the twelve pentagons', async () => {
  const nearPentagons = getPentagons(3).flatMap((pentagon) =>
    cellToChildren(pentagon, 5).map((cell) => cellToCenterChild(cell, 12)),
  );
  const cells = [...randomCells(4_000), ...getPentagons(12), ...nearPentagons];
  for (const resolution of resolutions) {
    const rows = await snapshot.query<{ cell: string; parent: string }>(
      `select c as cell, lower(hex(h3_parent(('0x' || c)::ubigint, $resolution))) as parent
       from (select unnest(string_split($cells, ',')) as c)`,
      { resolution, cells: cells.join(',') },
    );
    expect(rows).toHaveLength(cells.length);
    const wrong = rows.filter(({ cell, parent }) => parent !== cellToParent(cell, resolution));
    expect(wrong).toEqual([]);
  }
});

test('a cell holds exactly the finest cells between its two numbers', () => {
  const holds = (cell: string, [low, high]: [bigint, bigint]) => number(cell) >= low && number(cell) <= high;
  for (const cell of randomCells(40)) {
    expect(resolutions.every((resolution) => holds(cell, finestRange(cellToParent(cell, resolution))))).toBe(true);
    const inside = new Set(cellToChildren(cellToParent(cell, 10), 12));
    for (const child of cellToChildren(cellToParent(cell, 9), 12)) {
      expect(holds(child, finestRange(cellToParent(cell, 10)))).toBe(inside.has(child));
    }
  }
});
