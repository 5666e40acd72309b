import fc from 'fast-check';
import { cellArea, cellToParent, latLngToCell, UNITS } from 'h3-js';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { backlogEndpoint } from './backlog.ts';
import { ageClasses } from './backlog.schema.ts';
import { breakdownEndpoint } from './breakdown.ts';
import { breakdownBy } from './breakdown.schema.ts';
import { cubeEndpoint } from './cube.ts';
import { duplicatesEndpoint } from './duplicates.ts';
import { hexesEndpoint } from './hexes.ts';
import { pointsEndpoint } from './points.ts';
import { responseTimesEndpoint } from './response-times.ts';
import { seriesEndpoint } from './series.ts';
import { summaryEndpoint } from './summary.ts';
import { estimate } from './survival.ts';
import {
  asOf,
  daysOf,
  daySeconds,
  isOpen,
  matching,
  medianOf,
  randomTown,
  repeats,
  type Row,
  seconds,
  someFilters,
  tallied,
  top,
  waitsOf,
} from './testing-town.ts';

// Whatever table an answer is read from, it must say what the reports say, counted one by one.

let snapshot: Snapshot;
let town: Row[];

beforeAll(async () => {
  ({ snapshot, rows: town } = await randomTown());
});

/** Checks an answer for some random filters. */
function agrees(numRuns: number, check: (rows: Row[], filters: Filters) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(someFilters, (filters) => check(matching(town, filters), filters)),
    { numRuns },
  );
}

test('the summary', () =>
  agrees(40, async (rows, filters) => {
    const found = await summaryEndpoint.compute(snapshot, filters, {});
    const decided = rows.filter(({ tracked, due, done }) => tracked && due && (done || seconds(due) < seconds(asOf)));
    const { n, events, quantiles } = estimate(waitsOf(rows));
    expect(found).toMatchObject({
      reports: rows.length,
      problems: rows.length - repeats(rows),
      tracked: rows.filter(({ tracked }) => tracked).length,
      open: rows.filter(isOpen).length,
      closed: rows.filter((row) => row.tracked && !isOpen(row)).length,
      onTime: {
        decided: decided.length,
        met: decided.filter(({ done, received, closeS, due }) => done && seconds(received) + closeS! <= seconds(due!)).length,
      },
      reopened: { reopened: rows.filter(({ tracked, reopened }) => tracked && reopened! > 0).length },
      times: { close: { n, events, censored: n - events, p50: medianOf(rows), p90: n < 10 ? null : daysOf(quantiles[2]) } },
    });
  }));

test('hexagons, by every metric and resolution', () =>
  fc.assert(
    fc.asyncProperty(someFilters, fc.integer({ min: 5, max: 11 }), async (filters, resolution) => {
      const rows = matching(town, filters);
      const placed = Map.groupBy(
        rows.filter(({ point }) => point),
        ({ point }) => cellToParent(latLngToCell(point![1], point![0], 12), resolution),
      );
      const ask = (metric: 'count' | 'open' | 'median_days' | 'per_km2') =>
        hexesEndpoint.compute(snapshot, filters, { resolution, metric });
      const count = await ask('count');
      expect(count.cells).toEqual([...placed.keys()].toSorted());
      expect(count.counts).toEqual(count.cells.map((cell) => placed.get(cell)!.length));
      expect(count.withoutPlace).toBe(rows.filter(({ point }) => !point).length);
      expect((await ask('open')).values).toEqual(count.cells.map((cell) => placed.get(cell)!.filter(isOpen).length));
      expect((await ask('median_days')).values).toEqual(count.cells.map((cell) => medianOf(placed.get(cell)!)));
      for (const [i, perKm2] of (await ask('per_km2')).values.entries()) {
        expect(perKm2).toBeCloseTo(count.counts[i]! / cellArea(count.cells[i]!, UNITS.km2), 1);
      }
    }),
    { numRuns: 25 },
  ));

test('the cube of hexagons and months', () =>
  fc.assert(
    fc.asyncProperty(
      someFilters,
      fc.integer({ min: 5, max: 11 }),
      fc.integer({ min: 1, max: 30 }),
      async (filters, resolution, n) => {
        const found = await cubeEndpoint.compute(snapshot, filters, { resolution, months: n });
        const { months } = found;
        expect(months).toHaveLength(n);
        const month = ({ day }: Row) => (day.slice(0, 7) < months[0]! ? null : day.slice(0, 7));
        const placed = matching(town, filters).filter(({ point }) => point);
        const cell = ({ point }: Row) => cellToParent(latLngToCell(point![1], point![0], 12), resolution);
        const key = (row: Row) => `${cell(row)} ${month(row)}`;
        const { rows } = cubeEndpoint.table(found);
        expect(new Map(rows.map(([index, when, count]) => [`${index} ${when}`, count]))).toEqual(tallied(placed.map(key)));
        const open = rows.flatMap(([index, when, , n]) => (n ? [[`${index} ${when}`, n] as const] : []));
        expect(new Map(open)).toEqual(tallied(placed.filter(isOpen).map(key)));
        expect(found.cells).toEqual([...new Set(placed.map(cell))].toSorted());
      },
    ),
    { numRuns: 20 },
  ));

test('series: arrivals, closings and the backlog of each step', () =>
  fc.assert(
    fc.asyncProperty(someFilters, fc.constantFrom('day' as const, 'week' as const, 'month' as const), async (filters, unit) => {
      const rows = matching(town, { ...filters, from: undefined, to: undefined });
      const { buckets, groups } = await seriesEndpoint.compute(snapshot, filters, { unit, split: 'area' });
      const last = filters.to && filters.to < '2026-01-01' ? filters.to : '2026-01-01';
      const first = filters.from ?? '0000-00-00';
      for (const { key, received, closed, openAtEnd } of groups) {
        const own = rows.filter(({ area }) => key === 'all' || key === (area ?? 'none'));
        for (const [i, bucket] of buckets.entries()) {
          const next = buckets[i + 1] ?? '9999';
          const inStep = (day: string | null) => day !== null && day >= bucket && day < next && day >= first && day <= last;
          expect(received[i]).toBe(own.filter(({ day }) => inStep(day)).length);
          expect(closed[i]).toBe(own.filter(({ tracked, closedDay }) => tracked && inStep(closedDay)).length);
          const before = (day: string | null) => day !== null && day < next && day <= last;
          expect(openAtEnd[i]).toBe(own.filter((row) => row.tracked && before(row.day) && !before(row.closedDay)).length);
        }
      }
      expect(groups.flatMap(({ received }) => received).reduce((sum, n) => sum + n, 0)).toBe(
        matching(town, filters).filter(({ day }) => day <= last).length,
      );
    }),
    { numRuns: 20 },
  ));

test('the backlog by age', () =>
  agrees(20, async (rows, filters) => {
    const { all: whole, groups } = await backlogEndpoint.compute(snapshot, filters, { by: 'area' });
    const ages = rows.filter(isOpen).map(({ received }) => Math.floor((seconds(asOf) - seconds(received)) / daySeconds));
    expect(whole.ages).toEqual(
      ageClasses.map((from, i) => ages.filter((age) => age >= from && age < (ageClasses[i + 1] ?? Infinity)).length),
    );
    expect(new Map(groups.map(({ key, open }) => [key, open]))).toEqual(
      tallied(rows.filter(isOpen).map(({ area }) => area ?? 'none')),
    );
  }));

test('problems against reports, and the clusters', () =>
  agrees(20, async (rows, filters) => {
    const found = await duplicatesEndpoint.compute(snapshot, filters, { limit: 3 });
    expect(found.repeats).toBe(repeats(rows));
    for (const { key, reports, repeats: own } of found.byCategory) {
      const of = rows.filter((row) => top(row) === key);
      expect([reports, own]).toEqual([of.length, repeats(of)]);
    }
    const clusters = [
      ...Map.groupBy(
        rows.filter(({ cluster }) => cluster != null),
        ({ cluster }) => cluster!,
      ),
    ].filter(([, of]) => of.length > 1);
    expect(found.clusterCount).toBe(clusters.length);
    const sizes = clusters.map(([, of]) => of.length).toSorted((a, b) => b - a);
    expect(found.clusters.map(({ reports }) => reports)).toEqual(sizes.slice(0, 3));
  }));

test.each(breakdownBy)('the breakdown by %s', (by) =>
  agrees(5, async (rows, filters) => {
    const keyOf: Record<typeof by, (row: Row) => string> = {
      category: top,
      subcategory: ({ category }) => category!,
      area: ({ area }) => area ?? 'none',
      office: ({ office }) => office ?? 'none',
      channel: ({ channel }) => channel!,
      type: ({ type }) => type!,
      status: ({ tracked, status }) => (tracked ? status : 'none'),
      outcome: ({ tracked, status }) => (tracked && status === 'closed' ? 'resolved' : 'none'),
      weekday: ({ day }) => String(Temporal.PlainDate.from(day).dayOfWeek),
      hour: ({ received }) => String(Temporal.Instant.from(received).toZonedDateTimeISO('Europe/Rome').hour),
    };
    const found = await breakdownEndpoint.compute(snapshot, filters, { by });
    const groups = Map.groupBy(rows, keyOf[by]);
    expect(new Set(found.rows.filter(({ reports }) => reports > 0).map(({ key }) => key))).toEqual(new Set(groups.keys()));
    for (const row of found.rows) {
      const own = groups.get(row.key) ?? [];
      expect(row).toMatchObject({ reports: own.length, open: own.filter(isOpen).length, closeP50: medianOf(own) });
      expect(row.openOver90Days).toBe(
        own.filter((one) => isOpen(one) && seconds(asOf) - seconds(one.received) >= 91 * daySeconds).length,
      );
    }
  }),
);

test('response times by category and by month of arrival', () =>
  agrees(15, async (rows, filters) => {
    for (const by of ['category', 'month'] as const) {
      const keyOf = by === 'category' ? top : ({ day }: Row) => day.slice(0, 7);
      const { groups } = await responseTimesEndpoint.compute(snapshot, filters, {
        measure: 'close',
        by,
        clock: 'elapsed',
        curve: false,
      });
      const expected = Map.groupBy(
        rows.filter(({ tracked }) => tracked),
        keyOf,
      );
      expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(expected.keys()));
      for (const { key, n, p50 } of groups) expect([n, p50]).toEqual([expected.get(key)!.length, medianOf(expected.get(key)!)]);
    }
  }));

test('points: all of them counted, the newest given', () =>
  agrees(15, async (rows, filters) => {
    const placed = rows.filter(({ point }) => point).toSorted((a, b) => seconds(b.received) - seconds(a.received) || b.id - a.id);
    const found = await pointsEndpoint.compute(snapshot, filters, { limit: 20 });
    expect(found.total).toBe(placed.length);
    expect(found.capped).toBe(placed.length > 20);
    expect(found.points.id).toEqual(placed.slice(0, 20).map(({ id }) => id));
  }));
