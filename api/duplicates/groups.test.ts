import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupReports, type Link, type Member } from './groups.ts';

const day = 86_400_000;
const undecided = { confirmed: [], refused: [] };
const bounds = { days: 30, metres: 250 };
const link = (report: number, original: number, score = 0.9): Link => ({ report, original, score });

function members(...list: { id: number; days?: number; north?: number }[]): Map<number, Member> {
  return new Map(
    list.map(({ id, days = 0, north = 0 }) => [id, { id, receivedAt: days * day, lon: 11, lat: 44 + north / 111_195 }]),
  );
}

describe('groups of duplicates', () => {
  it('are called by their lowest number, whatever the order of the pairs', () => {
    const all = members({ id: 4 }, { id: 7 }, { id: 9 }, { id: 12 });
    const groups = groupReports(all, [link(12, 9), link(7, 4), link(9, 7)], undecided, bounds);
    expect(Object.fromEntries(groups)).toEqual({ 4: 4, 7: 4, 9: 4, 12: 4 });
  });

  it('leave out who is alone', () => {
    expect(groupReports(members({ id: 1 }, { id: 2 }), [], undecided, bounds).size).toBe(0);
  });

  it('do not grow along a street or a year by a chain of pairs', () => {
    const street = members(...Array.from({ length: 10 }, (_, i) => ({ id: i + 1, north: i * 60 })));
    const pairs = Array.from({ length: 9 }, (_, i) => link(i + 2, i + 1));
    expect(new Set(groupReports(street, pairs, undecided, bounds).values()).size).toBeGreaterThan(1);
    const year = members(...Array.from({ length: 10 }, (_, i) => ({ id: i + 1, days: i * 20 })));
    expect(new Set(groupReports(year, pairs, undecided, bounds).values()).size).toBeGreaterThan(1);
  });

  it('always hold confirmed pairs together, however far apart', () => {
    const far = members({ id: 1 }, { id: 2, days: 400, north: 5000 });
    const groups = groupReports(far, [], { confirmed: [[2, 1]], refused: [] }, bounds);
    expect(groups.get(2)).toBe(1);
  });

  it('never hold a refused pair, not even through a third report', () => {
    const all = members({ id: 1 }, { id: 2 }, { id: 3 });
    const groups = groupReports(
      all,
      [link(2, 1, 0.9), link(3, 2, 0.8), link(3, 1, 0.95)],
      { confirmed: [], refused: [[2, 1]] },
      bounds,
    );
    expect(groups.get(3)).toBe(1);
    expect(groups.get(2)).not.toBe(1);
  });

  it('come out the same for the same pairs in any order', () => {
    const all = members(...Array.from({ length: 12 }, (_, i) => ({ id: i + 1, days: i * 5, north: i * 30 })));
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(0.8, 0.9));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (pairs, keys) => {
        const links = pairs.filter(([a, b]) => a !== b).map(([a, b, score]) => link(Math.max(a, b), Math.min(a, b), score));
        const shuffled = links
          .map((one, i) => ({ one, key: keys[i]! }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const groups = groupReports(all, links, undecided, bounds);
        expect(new Map(groupReports(all, shuffled, undecided, bounds))).toEqual(groups);
        for (const [id, root] of groups) expect(root).toBeLessThanOrEqual(id);
      }),
    );
  });
});
