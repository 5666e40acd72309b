import { expect, test } from 'vitest';
import { randomStream, weightedIndex } from './random.ts';

test('the same purpose gives the same stream, another purpose another', () => {
  const draw = (purpose: string) =>
    Array.from(
      { length: 5 },
      (
        (stream) => () =>
          stream.next()
      )(randomStream(purpose)),
    );
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('draws follow their distribution', () => {
  const random = randomStream('distribution');
  const draws = Array.from({ length: 20_000 }, () => random.logNormal(5, 1.2)).toSorted((a, b) => a - b);
  expect(draws[10_000]).toBeCloseTo(5, 0);
  const counts = Array.from({ length: 20_000 }, () => random.poisson(3));
  expect(counts.reduce((sum, each) => sum + each, 0) / counts.length).toBeCloseTo(3, 1);
  const choose = weightedIndex([1, 0, 3]);
  const chosen = Array.from({ length: 8_000 }, () => choose(random));
  expect(chosen.filter((each) => each === 2).length / chosen.length).toBeCloseTo(0.75, 1);
  expect(chosen).not.toContain(1);
});

test('there is nothing to pick from an empty list', () => {
  expect(() => randomStream('empty').pick([])).toThrow(RangeError);
});
