import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedGroups, sortedNumbers } from './sorting.ts';

const wait = fc.oneof(fc.nat(50), fc.nat(2 ** 31 - 1));

test('few numbers and many are sorted, and the given ones stay as they are', () => {
  const many = fc.array(wait, { minLength: 4_096, maxLength: 6_000, size: 'max' });
  fc.assert(
    fc.property(fc.oneof(fc.array(wait), many), (some) => {
      const numbers = Int32Array.from(some);
      expect(sortedNumbers(numbers)).toEqual(numbers.toSorted());
      expect([...numbers]).toEqual(some);
    }),
    { numRuns: 20 },
  );
});

test('every value has its own numbers, sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -1, max: 40 }), wait)), (rows) => {
      const groups = sortedGroups(
        Int32Array.from(rows, ([value]) => value),
        Int32Array.from(rows, ([, number]) => number),
      );
      const expected = Map.groupBy(rows, ([value]) => value);
      expect(new Set(groups.keys())).toEqual(new Set(expected.keys()));
      for (const [value, numbers] of groups)
        expect([...numbers]).toEqual(
          expected
            .get(value)!
            .map(([, n]) => n)
            .toSorted((a, b) => a - b),
        );
    }),
  );
});
