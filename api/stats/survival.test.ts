import fc from 'fast-check';
import { expect, test } from 'vitest';
import { band, estimate, kaplanMeier, packed, standardError, thinned } from './survival.ts';

/** Times as the books print them: `6+` is somebody lost from sight at 6. */
function waits(text: string): Int32Array {
  return Int32Array.from(text.split(' '), (time) => packed(Number.parseInt(time, 10), !time.endsWith('+'))).toSorted();
}

// Freireich et al. (1963), Blood 21: weeks of remission of leukaemia, 6-mercaptopurine arm.
// Curve and Greenwood errors: Klein and Moeschberger, Survival Analysis (2nd ed. 2003), tables 4.1A and 4.1B.
const leukaemia = waits('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');

test('remission on 6-MP (Freireich 1963; Klein and Moeschberger, table 4.1): curve and Greenwood errors', () => {
  const steps = kaplanMeier(leukaemia);
  expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
    [6, 21, 3],
    [7, 17, 1],
    [10, 15, 1],
    [13, 12, 1],
    [16, 11, 1],
    [22, 7, 1],
    [23, 6, 1],
  ]);
  expect(steps.map(({ share }) => share.toFixed(3))).toEqual(['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448']);
  expect(steps.map((step) => standardError(step).toFixed(4))).toEqual([
    '0.0764',
    '0.0869',
    '0.0963',
    '0.1068',
    '0.1141',
    '0.1282',
    '0.1346',
  ]);
});

test('remission on 6-MP: median 23 weeks; three in four are never reached, as too many were lost from sight', () => {
  expect(estimate(leukaemia)).toMatchObject({ n: 21, events: 9, quantiles: [23, null, null] });
});

test('remission on 6-MP: log-log bands as R prints them (survfit, conf.type = "log-log")', () => {
  const bands = kaplanMeier(leukaemia).map((step) => band(step).map((end) => end.toFixed(3)));
  expect(bands).toEqual([
    ['0.620', '0.952'],
    ['0.563', '0.923'],
    ['0.503', '0.889'],
    ['0.432', '0.849'],
    ['0.368', '0.805'],
    ['0.268', '0.747'],
    ['0.188', '0.680'],
  ]);
});

// Miller, Survival Analysis (1997), p. 49; the data set `aml` of R's package survival, in weeks.
const maintained = waits('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
const nonMaintained = waits('5 5 8 8 12 16+ 23 27 30 33 43 45');

test('acute myelogenous leukaemia, maintained (Miller 1997; survival::aml): as R prints it', () => {
  const steps = kaplanMeier(maintained);
  const rows = steps.map((step) => [step.time, step.atRisk, step.share.toFixed(3), standardError(step).toFixed(4)]);
  expect(rows).toEqual([
    [9, 11, '0.909', '0.0867'],
    [13, 10, '0.818', '0.1163'],
    [18, 8, '0.716', '0.1397'],
    [23, 7, '0.614', '0.1526'],
    [31, 5, '0.491', '0.1642'],
    [34, 4, '0.368', '0.1627'],
    [48, 2, '0.184', '0.1535'],
  ]);
  expect(estimate(maintained).quantiles).toEqual([31, 48, null]);
});

test('acute myelogenous leukaemia, not maintained (Miller 1997; survival::aml): falls to nothing', () => {
  const steps = kaplanMeier(nonMaintained);
  expect(steps.map(({ share }) => share.toFixed(4))).toEqual([
    '0.8333',
    '0.6667',
    '0.5833',
    '0.4861',
    '0.3889',
    '0.2917',
    '0.1944',
    '0.0972',
    '0.0000',
  ]);
  expect(steps.slice(0, 3).map((step) => standardError(step).toFixed(4))).toEqual(['0.1076', '0.1361', '0.1423']);
  expect(estimate(nonMaintained).quantiles[0]).toBe(23);
  expect(band(steps.at(-1)!)).toEqual([0, 0]);
});

test('when nobody is lost from sight the quantiles are the plain ones', () => {
  expect(estimate(waits('1 2 3 4 5 6 7 8 9 10')).quantiles).toEqual([5, 8, 9]);
});

test('leaving out those who still wait makes times look shorter than they are', () => {
  const { quantiles, doneQuantiles } = estimate(waits('1 2 3 4 5 6+ 7+ 8+ 9 10+'));
  expect(doneQuantiles).toEqual([3, 5, 9]);
  expect(quantiles).toEqual([5, 9, null]);
});

const someWaits = fc
  .array(fc.tuple(fc.nat(400), fc.boolean()), { minLength: 1, maxLength: 400 })
  .map((rows) => Int32Array.from(rows, ([time, happened]) => packed(time, happened)).toSorted());

test('the curve is the product over the times of events, worked out the slow way', () => {
  fc.assert(
    fc.property(someWaits, (sorted) => {
      const rows = Array.from(sorted, (wait) => ({ time: wait >> 1, happened: (wait & 1) === 0 }));
      for (const { time, share } of kaplanMeier(sorted)) {
        let product = 1;
        for (const at of new Set(rows.filter((row) => row.happened && row.time <= time).map((row) => row.time))) {
          const atRisk = rows.filter((row) => row.time >= at).length;
          product *= 1 - rows.filter((row) => row.happened && row.time === at).length / atRisk;
        }
        expect(share).toBeCloseTo(product, 10);
      }
    }),
    { numRuns: 30 },
  );
});

test('a thinned curve has few points, all on the curve, the last one among them', () => {
  fc.assert(
    fc.property(someWaits, fc.integer({ min: 5, max: 60 }), (sorted, most) => {
      const steps = new Map(kaplanMeier(sorted).map((step) => [step.time, step.share]));
      const points = thinned(sorted, most);
      expect(points.length).toBeLessThanOrEqual(most);
      for (const { time, share } of points) expect(share).toBe(steps.get(time));
      expect(points.at(-1)?.time).toBe([...steps.keys()].at(-1));
    }),
    { numRuns: 50 },
  );
});
