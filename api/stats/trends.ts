import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { type DailyCounts, dailyCounts, dayAt, placeOf } from './daily-counts.ts';
import { asOfDay, type Period } from './days.ts';
import { minimumSample } from './definitions.ts';
import { type Label, labelling } from './dimensions.ts';
import { hoursOf } from './hours.ts';
import { type Reference, referenceOf } from './reference.ts';
import { comparedYears, loadedDays, type Month, monthsOf, shownDays } from './trend-days.ts';
import type { Trends, TrendsRow, UnusualDay, UnusualPart } from './trends.schema.ts';
import { unusualDays, usualAt } from './unusual.ts';

/** What grows and what fades, days that stand out, and when people write. */
export const trendsEndpoint: Endpoint<object, Trends> = {
  name: 'trends',
  definitions: ['report', 'change-with-the-season-taken-out', 'unusual-day', 'minimum-sample', 'local-day'],
  compute: trends,
  table: ({ months, all, categories }) => ({
    header: ['key', 'name_it', 'name_en', 'reports', 'before', 'change', 'change_without_unusual', ...months],
    rows: [all, ...categories].map((row) => [
      row.key,
      row.name?.it,
      row.name?.en,
      row.reports,
      row.before,
      row.change,
      row.changeWithoutUnusual,
      ...row.monthly,
    ]),
  }),
};

const partsShown = 3;

async function trends(snapshot: Snapshot, filters: Filters): Promise<Trends> {
  const reference = await referenceOf(snapshot);
  const shown = shownDays(filters, asOfDay(snapshot.meta), reference.firstDay);
  const compared = comparedYears(shown.to, reference.firstDay);
  const counts = await dailyCounts(snapshot, filters, reference, loadedDays(shown, compared, reference.firstDay));
  const { from } = counts.days;
  const unusual = unusualDays(counts.all);
  const shownPlace = placeOf(shown.from, from);
  const usual = new Map(unusual.map((place) => [place, usualAt(counts.all, place)!.median]));
  const months = monthsOf(shown, from);
  const rowOf = (label: Label, line: Int32Array) => trendRow(label, line, { unusual, compared, months, from });
  const label = labelling('category', reference);
  const rows = [...counts.byCategory].map(([id, line]) => rowOf(label(id), line));
  const shownUnusual = unusual.filter((place) => place >= shownPlace);
  return {
    ...(compared ?? { period: null, before: null }),
    months: months.map(({ month }) => month),
    partial: { first: !shown.from.endsWith('-01'), last: !dayAt(1, shown.to).endsWith('-01') },
    all: rowOf({ key: 'all', name: null }, counts.all),
    categories: rows.filter(({ monthly }) => monthly.some(Boolean)).toSorted(byGrowth),
    days: { ...shown, counts: [...counts.all.subarray(Math.max(0, shownPlace))], median: middleDay(counts.all) },
    unusual: shownUnusual.map((place) => unusualDay(place, usual.get(place)!, counts, reference)),
    hours: await hoursOf(
      snapshot,
      { ...filters, ...shown },
      reference,
      shownUnusual.map((place) => dayAt(place, from)),
    ),
  };
}

interface RowSource {
  unusual: readonly number[];
  compared: { period: Period; before: Period } | null;
  months: readonly Month[];
  from: string;
}

function trendRow({ key, name }: Label, line: Int32Array, { unusual, compared, months, from }: RowSource): TrendsRow {
  const monthly = months.map(({ first, end }) => sum(line, first, end));
  if (!compared) return { key, name, reports: 0, before: 0, change: null, changeWithoutUnusual: null, tooFew: true, monthly };
  const places = ({ from: first, to }: Period) => [placeOf(first, from), placeOf(to, from) + 1] as const;
  const excess = (first: number, end: number) =>
    unusual
      .filter((place) => place >= first && place < end)
      .reduce((total, place) => total + line[place]! - (usualAt(line, place)?.median ?? line[place]!), 0);
  const [now, then] = [places(compared.period), places(compared.before)];
  const [reports, before] = [sum(line, ...now), sum(line, ...then)];
  const tooFew = before < minimumSample || reports < minimumSample;
  const calm = before - excess(...then);
  return {
    key,
    name,
    reports,
    before,
    change: tooFew ? null : share(reports / before - 1),
    changeWithoutUnusual: tooFew || calm <= 0 ? null : share((reports - excess(...now)) / calm - 1),
    tooFew,
    monthly,
  };
}

function byGrowth(a: TrendsRow, b: TrendsRow): number {
  const growth = ({ changeWithoutUnusual }: TrendsRow) => changeWithoutUnusual ?? -Infinity;
  return growth(a) === growth(b) ? b.reports - a.reports || (a.key < b.key ? -1 : 1) : growth(b) - growth(a);
}

function unusualDay(place: number, usual: number, counts: DailyCounts, reference: Reference): UnusualDay {
  const label = labelling('category', reference);
  const partsOf = (lines: ReadonlyMap<number, Int32Array>): UnusualPart[] =>
    [...lines]
      .map(([id, line]) => ({ ...label(id), reports: line[place]!, usual: usualAt(line, place)?.median ?? 0 }))
      .filter((part) => part.reports > part.usual)
      .toSorted((a, b) => b.reports - b.usual - (a.reports - a.usual) || (a.key < b.key ? -1 : 1))
      .slice(0, partsShown);
  return {
    day: dayAt(place, counts.days.from),
    reports: counts.all[place]!,
    usual,
    categories: partsOf(counts.byCategory),
    kinds: partsOf(counts.byKind),
  };
}

function middleDay(line: Int32Array): number | null {
  const year = line.slice(-365).toSorted();
  return year.length === 0 ? null : year[year.length >> 1]!;
}

function sum(line: Int32Array, first: number, end: number): number {
  return line.subarray(Math.max(0, first), Math.max(0, end)).reduce((total, count) => total + count, 0);
}

function share(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
