import fc from 'fast-check';
import { cellToParent, getResolution, latLngToCell } from 'h3-js';
import { Temporal } from 'temporal-polyfill';
import { type Filters, plain } from '../http/filters.ts';
import { publicState } from '../reports/lifecycle.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { estimate, packed } from './survival.ts';
import { type TestReport, testSnapshot } from './testing.ts';

// A town of random reports, and its figures counted one report at a time: what every answer must agree with.

export const asOf = '2026-01-01T03:00:00Z';
/** ISO text as seconds. */
export const seconds = (text: string) => Date.parse(text) / 1000;
export const daySeconds = 86_400;

const reportOf = fc.record({
  received: fc
    .integer({ min: seconds('2024-06-01T00:00:00Z'), max: seconds('2025-12-31T23:00:00Z') })
    .map((at) => new Date(at * 1000).toISOString()),
  category: fc.constantFrom('roads', 'roads/potholes', 'roads/signs', 'waste', 'lights'),
  area: fc.constantFrom('north', 'south', 'east', null),
  office: fc.constantFrom('works', 'parks', null),
  channel: fc.constantFrom('web', 'phone'),
  type: fc.constantFrom('issue' as const, 'suggestion' as const, 'complaint' as const),
  fate: fc.constantFrom(
    'untracked',
    'received',
    'taken',
    'assigned',
    'waiting',
    'fixed',
    'reopened',
    'closed',
    'closed',
    'closed',
  ),
  lasts: fc.integer({ min: 0, max: 90 * daySeconds }),
  waits: fc.constantFrom(0, 0, 3_600, daySeconds),
  due: fc.option(fc.integer({ min: 1, max: 60 })),
  dayPrecision: fc.constantFrom(false, false, false, true),
  point: fc.option(fc.tuple(fc.double({ min: 9.1, max: 9.3, noNaN: true }), fc.double({ min: 45.4, max: 45.6, noNaN: true }))),
  cluster: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 3 }),
  title: fc.constantFrom('Buca in via Pò', 'Perché è buio?', 'lampione SPENTO', null),
  address: fc.constantFrom('Via Roma 1', "Corso d'Azeglio", null),
});

/** A report, and what follows from it. */
export interface Row extends TestReport {
  id: number;
  day: string;
  closedDay: string | null;
  status: string;
  tracked: boolean;
  lasted: number;
  done: boolean;
}

/** The town's snapshot, and its reports as rows. */
export async function randomTown(): Promise<{ snapshot: Snapshot; rows: Row[] }> {
  const reports = fc.sample(reportOf, { numRuns: 500, seed: 20_260_101 }).map(({ fate, lasts, waits, due, ...one }, i) => {
    const closeS = fate === 'closed' ? Math.min(lasts, seconds(asOf) - seconds(one.received)) : null;
    return {
      ...one,
      id: i + 1,
      closeS,
      waitingS: waits,
      state: fate === 'untracked' ? ('received' as const) : fate,
      tracked: fate !== 'untracked',
      takenS: fate === 'closed' ? 0 : null,
      reopened: fate === 'reopened' || (fate === 'closed' && lasts % 5 === 0) ? 1 : 0,
      due: due === null ? null : new Date((seconds(one.received) + due * daySeconds) * 1000).toISOString(),
    };
  });
  return { snapshot: await testSnapshot(reports, { asOf }), rows: reports.map(rowOf) };
}

function rowOf(report: TestReport & { id: number }): Row {
  const at = seconds(report.received);
  const localDay = (epoch: number) =>
    Temporal.Instant.fromEpochMilliseconds(epoch * 1000)
      .toZonedDateTimeISO('Europe/Rome')
      .toPlainDate()
      .toString();
  const closeS = report.closeS ?? null;
  const age = seconds(asOf) - at;
  const whole = report.dayPrecision
    ? (value: number, round: (x: number) => number) => round(value / daySeconds) * daySeconds
    : (value: number) => value;
  return {
    ...report,
    day: localDay(at),
    closedDay: closeS === null ? null : localDay(at + closeS),
    status: publicState(report.state!),
    tracked: report.tracked!,
    done: closeS !== null,
    lasted: closeS === null ? whole(Math.floor(age), Math.floor) : whole(closeS, Math.round),
  };
}

const oneOf = (...codes: string[]) => fc.option(fc.subarray(codes, { minLength: 1 }), { nil: undefined, freq: 2 });
const dayOf = fc.integer({ min: 0, max: 600 }).map((days) => Temporal.PlainDate.from('2024-05-20').add({ days }).toString());

/** Any combination of filters. */
export const someFilters = fc
  .record({
    from: fc.option(dayOf, { nil: undefined }),
    to: fc.option(dayOf, { nil: undefined }),
    category: oneOf('roads', 'roads/potholes', 'waste'),
    area: oneOf('north', 'south', 'none'),
    office: oneOf('works', 'none'),
    channel: oneOf('web', 'phone'),
    status: oneOf('received', 'taken', 'waiting', 'closed', 'open', 'none'),
    type: oneOf('issue', 'complaint'),
    bbox: fc.option(fc.constant([9.15, 45.42, 9.26, 45.55] as const), { nil: undefined, freq: 1 }),
    q: fc.option(fc.constantFrom('buca', 'perche', 'po via', 'roma'), { nil: undefined, freq: 1 }),
    cell: fc.option(fc.constantFrom([latLngToCell(45.5, 9.2, 5)], [latLngToCell(45.5, 9.2, 6), latLngToCell(45.45, 9.15, 8)]), {
      nil: undefined,
      freq: 1,
    }),
  })
  .filter(({ from, to }) => !from || !to || from <= to) as fc.Arbitrary<Filters>;

/** The reports that match, by plain comparison. */
export function matching(
  all: readonly Row[],
  { from, to, category, area, office, channel, status, type, bbox, q, cell }: Filters,
): Row[] {
  const isStatus = (row: Row) => (wanted: string) => {
    if (wanted === 'none') return !row.tracked;
    return row.tracked && (wanted === 'open' ? row.status !== 'closed' : row.status === wanted);
  };
  return all.filter((row) => {
    const words = plain([row.title, row.address].filter(Boolean).join(' '));
    const inCell = (index: string) =>
      row.point ? cellToParent(latLngToCell(row.point[1], row.point[0], 12), getResolution(index)) === index : false;
    return (
      (!from || row.day >= from) &&
      (!to || row.day <= to) &&
      (!category || category.some((code) => row.category === code || row.category!.startsWith(`${code}/`))) &&
      (!area || area.includes(row.area ?? 'none')) &&
      (!office || office.includes(row.office ?? 'none')) &&
      (!channel || channel.includes(row.channel!)) &&
      (!type || type.includes(row.type!)) &&
      (!status || status.some(isStatus(row))) &&
      (!q || q.split(' ').every((word) => words.includes(word))) &&
      (!cell || cell.some(inCell)) &&
      (!bbox ||
        (!!row.point && row.point[0] >= bbox[0] && row.point[0] <= bbox[2] && row.point[1] >= bbox[1] && row.point[1] <= bbox[3]))
    );
  });
}

/** Open, as the public counts. */
export const isOpen = (row: Row) => row.tracked && row.status !== 'closed';
/** Reports less problems. */
export const repeats = (rows: readonly Row[]) => {
  const clustered = rows.filter(({ cluster }) => cluster != null);
  return clustered.length - new Set(clustered.map(({ cluster }) => cluster)).size;
};
/** How often each value occurs. */
export const tallied = <K>(values: readonly K[]) =>
  new Map([...Map.groupBy(values, (value) => value)].map(([key, of]) => [key, of.length]));
/** Waiting times to close, packed and sorted. */
export const waitsOf = (rows: readonly Row[]) =>
  Int32Array.from(
    rows.filter(({ tracked }) => tracked),
    ({ lasted, done }) => packed(lasted, done),
  ).toSorted();
/** Seconds as the API tells days. */
export const daysOf = (s: number | null) => (s === null ? null : Math.round((s / daySeconds) * 10_000) / 10_000);
/** Days until half are closed; null below the minimum sample, or when not reached. */
export const medianOf = (rows: readonly Row[]) => {
  const { n, quantiles } = estimate(waitsOf(rows));
  return n < 10 ? null : daysOf(quantiles[0]);
};
/** Code of the category of the first level. */
export const top = (row: Row) => row.category!.split('/')[0]!;
