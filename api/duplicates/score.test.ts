import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, likelyFrom, mayBeLikely, metresBetween, scoreDuplicate } from './score.ts';
import { wordsOf } from './words.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 3, 1, 9);

/** A pothole in Bologna; `north` metres and `days` away from the first one. */
function report({
  north = 0,
  days = 0,
  text,
  address,
  ...rest
}: Partial<Omit<Comparable, 'text' | 'address'>> & Place = {}): Comparable {
  return {
    lon: 11.34,
    lat: 44.49 + north / 111_195,
    receivedAt: start + days * day,
    closedAt: null,
    tracked: true,
    dayPrecision: false,
    category: 11,
    topCategory: 1,
    text: wordsOf(text),
    address: wordsOf(address),
    ...rest,
  };
}
interface Place {
  north?: number;
  days?: number;
  text?: string;
  address?: string;
}
const score = (one: Comparable, other: Comparable, more = {}) => scoreDuplicate(one, other, more).score;

describe('duplicate score', () => {
  it('says why: 23 m away, two days later, same category, still open', () => {
    const { score, reasons } = scoreDuplicate(report(), report({ north: 23, days: 2 }));
    expect(score).toBeGreaterThan(likelyFrom);
    expect(reasons.map(({ kind, value }) => [kind, value])).toEqual([
      ['distance', 23],
      ['time', 2],
      ['category', 'same'],
      ['state', 'open'],
    ]);
  });

  it('is the odds of its reasons multiplied, starting from one in 64', () => {
    const { score, reasons } = scoreDuplicate(report({ text: 'buca' }), report({ north: 40, days: 3, text: 'una buca' }));
    const bits = reasons.reduce((sum, { weight }) => sum + weight, -6);
    expect(score).toBeCloseTo(1 / (1 + 2 ** -bits), 2);
  });

  it('leaves out what is unknown instead of holding it against them', () => {
    const one = report({ text: 'buca', address: 'Via Roma 1' });
    const { reasons } = scoreDuplicate(one, report({ tracked: false, receivedAt: start - day }));
    expect(reasons.map(({ kind }) => kind)).toEqual(['distance', 'time', 'category']);
  });

  it('is zero beyond the radius, and when the category turns the search off', () => {
    expect(score(report(), report({ north: 251 }))).toBe(0);
    expect(score(report(), report({ north: 60 }), { radius: 50 })).toBe(0);
    expect(score(report(), report(), { radius: 0 })).toBe(0);
  });

  it('compares addresses when a point is missing, and nothing without any place', () => {
    const nowhere = { lon: null, lat: null };
    const same = score(report({ ...nowhere, address: 'Via Roma 12' }), report({ ...nowhere, address: 'via roma, 12', days: 1 }));
    expect(same).toBeGreaterThan(likelyFrom);
    expect(
      score(report({ ...nowhere, address: 'Via Roma 12' }), report({ ...nowhere, address: 'Piazza Maggiore 3' })),
    ).toBeLessThan(0.1);
    expect(score(report(nowhere), report(nowhere))).toBe(0);
  });

  it('never grows with distance or time, and never shrinks with likeness', () => {
    const metres = fc.double({ min: 0, max: 260, noNaN: true });
    const days = fc.double({ min: 0, max: 400, noNaN: true });
    const closing = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(metres, metres, days, days, closing, (m1, m2, d1, d2, closed) => {
        const first = report({ closedAt: closed === null ? null : start + closed * day });
        const [near, far] = [Math.min(m1, m2), Math.max(m1, m2)];
        const [soon, late] = [Math.min(d1, d2), Math.max(d1, d2)];
        expect(score(first, report({ north: near, days: soon }))).toBeGreaterThanOrEqual(
          score(first, report({ north: far, days: soon })),
        );
        expect(score(first, report({ north: near, days: soon }))).toBeGreaterThanOrEqual(
          score(first, report({ north: near, days: late })),
        );
      }),
    );
    const like = (text: string) => score(report({ text: 'buca in via Roma' }), report({ north: 60, days: 4, text }));
    expect(like('buca in via Roma')).toBeGreaterThan(like('buca in via Verdi'));
    expect(like('buca in via Verdi')).toBeGreaterThan(like('panchina rotta'));
  });

  it('does not depend on the order of the two', () => {
    const any = fc.record({
      north: fc.double({ min: -200, max: 200, noNaN: true }),
      days: fc.double({ min: 0, max: 90, noNaN: true }),
      tracked: fc.boolean(),
      dayPrecision: fc.boolean(),
      category: fc.constantFrom(11, 12),
      text: fc.constantFrom('buca', 'una buca profonda', 'lampione'),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(scoreDuplicate(report(one), report(other))).toEqual(scoreDuplicate(report(other), report(one)));
      }),
    );
  });

  it('counts a report that came after the first was closed as a return, not as a repeat', () => {
    const first = report({ closedAt: start + 2 * day });
    expect(score(first, report({ north: 10, days: 1 }))).toBeGreaterThan(likelyFrom);
    expect(score(first, report({ north: 10, days: 3 }))).toBeLessThan(likelyFrom);
  });

  it('lets a long open problem be reported for weeks', () => {
    expect(score(report(), report({ north: 5, days: 21 }))).toBeGreaterThan(likelyFrom);
    expect(score(report({ tracked: false }), report({ north: 5, days: 21 }))).toBeLessThan(likelyFrom);
  });

  it('does not join contradicting addresses at one fall-back point of the geocoder', () => {
    const one = report({ tracked: false, address: 'Via Emilia Levante 120' });
    expect(score(one, report({ days: 0.2, address: 'Piazza Santo Stefano' }))).toBeLessThan(likelyFrom);
  });

  it('does not join the parking complaints of every other day at one place, but joins those of the same hour', () => {
    const parking = { tracked: false, text: 'auto in sosta vietata', address: 'Via Roma 63' };
    const usual = { usual: 15 };
    expect(score(report(parking), report({ ...parking, days: 2 }), usual)).toBeLessThan(likelyFrom);
    expect(score(report(parking), report({ ...parking, days: 0.02 }), usual)).toBeGreaterThan(likelyFrom);
    expect(score(report(parking), report({ ...parking, days: 2 }))).toBeGreaterThan(likelyFrom);
  });

  it('takes a day without hours for half a day', () => {
    const { reasons } = scoreDuplicate(report({ dayPrecision: true }), report({ dayPrecision: true }));
    expect(reasons.find(({ kind }) => kind === 'time')?.value).toBe(0.5);
  });

  it('never lets the cheap check lose a likely pair', () => {
    const texts = fc.constantFrom('buca in via Roma', 'buca', undefined);
    const around = fc.record({
      north: fc.double({ min: 0, max: 250, noNaN: true }),
      days: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(around, texts, texts, fc.boolean(), fc.integer({ min: 10, max: 5000 }), (where, t1, t2, tracked, radius) => {
        const [first, second] = [
          report({ tracked, ...(t1 ? { text: t1, address: t1 } : {}) }),
          report({ ...where, ...(t2 ? { text: t2, address: t2 } : {}) }),
        ];
        const likely = score(first, second, { radius }) >= likelyFrom;
        if (likely) expect(mayBeLikely(first, second, metresBetween(first, second)!, radius)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('measures across the antimeridian', () => {
    expect(metresBetween(report({ lon: 179.9999, lat: 0 }), report({ lon: -179.9999, lat: 0 }))).toBeCloseTo(22.2, 0);
  });
});
