import { type Comparable, likelyFrom, longestLag, mayBeLikely, type Reason, scoreDuplicate } from './score.ts';
import { wordsOf } from './words.ts';

/** A report of the sweep. Its words are read only when something near it may be the same: until then they wait as plain text. */
export interface Candidate extends Comparable {
  id: number;
  lon: number;
  lat: number;
  /** Metres (category.duplicate_radius_m). */
  radius: number;
  /** Title and description, null when they only repeat the category. */
  unreadText: string | null;
  unreadAddress: string | null;
}

/** Two reports that are likely one problem; `original` came first. */
export interface LikelyPair {
  report: number;
  original: number;
  score: number;
  reasons: Reason[];
}

const day = 86_400_000;
/** Half the default radius: the score of two reports further apart than half the radius stays low, so neighbouring cells suffice. */
const cellMetres = 125;
const metresPerDegree = 111_195;
/** Latest reports of one top category kept per cell: a spot with thousands costs no more than one with these. */
const keptPerCell = 16;
/** Best originals kept per report. */
const keptPerReport = 5;
/** What is usual at a place: days looked back, and metres that are "this very place". */
const usualDays = 120;
const usualMetres = 40;

/**
 * Finds likely pairs among reports given in order of time (equal times: of id), each against those shortly before it and near.
 * Those that are not wanted are only there to be found by others. Memory: the reports of the last months only, a bounded number
 * per place.
 */
export function sweep(latitude: number): (report: Candidate, isWanted?: boolean) => LikelyPair[] {
  const cells = new Map<number, Candidate[]>();
  const [east, north] = cellsPerDegree(latitude);
  let tidiedAt = 0;

  return (report, isWanted = true) => {
    if (report.receivedAt - tidiedAt > 60 * day) {
      forgetBefore(cells, report.receivedAt - longestLag * day);
      tidiedAt = report.receivedAt;
    }
    const x = Math.floor((report.lon + 180) * east);
    const y = Math.floor((report.lat + 90) * north);
    const near = isWanted ? neighbours(cells, report.topCategory, x, y) : [];
    const pairs = near.length === 0 ? [] : pairsOf(report, near);
    keep(cells, keyOf(report.topCategory, x, y), report);
    return pairs;
  };
}

function neighbours(cells: ReadonlyMap<number, Candidate[]>, topCategory: number, x: number, y: number): Candidate[][] {
  const near: Candidate[][] = [];
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      const cell = cells.get(keyOf(topCategory, x + dx, y + dy));
      if (cell) near.push(cell);
    }
  }
  return near;
}

/** Cells per degree of longitude and of latitude, in a municipality around this latitude. */
export function cellsPerDegree(latitude: number): [east: number, north: number] {
  const north = metresPerDegree / cellMetres;
  return [north * Math.max(0.05, Math.cos((latitude * Math.PI) / 180)), north];
}

function keyOf(topCategory: number, x: number, y: number): number {
  return ((topCategory % 1024) * 2 ** 19 + x) * 2 ** 19 + y;
}

function keep(cells: Map<number, Candidate[]>, key: number, report: Candidate): void {
  const own = cells.get(key);
  if (!own) cells.set(key, [report]);
  else if (own.push(report) > keptPerCell) own.shift();
}

function forgetBefore(cells: Map<number, Candidate[]>, time: number): void {
  for (const [key, cell] of cells) {
    const kept = cell.filter(({ receivedAt }) => receivedAt >= time);
    if (kept.length === 0) cells.delete(key);
    else if (kept.length < cell.length) cells.set(key, kept);
  }
}

function pairsOf(report: Candidate, near: readonly Candidate[][]): LikelyPair[] {
  const pairs: LikelyPair[] = [];
  const cosine = Math.cos((report.lat * Math.PI) / 180);
  const oldest = report.receivedAt - longestLag * day;
  let place: Candidate[] | undefined;
  for (const cell of near) {
    for (let index = cell.length - 1; index >= 0; index -= 1) {
      const first = cell[index]!;
      if (first.receivedAt < oldest) break;
      if (!mayBeLikely(first, report, metresApart(first, report, cosine), report.radius)) continue;
      read(first);
      read(report);
      let found = scoreDuplicate(first, report, { radius: report.radius });
      if (found.score < likelyFrom) continue;
      place ??= near.flat().filter((other) => isSamePlace(other, report, oldest, cosine));
      const usual = usualAt(first, place);
      if (usual > 0) found = scoreDuplicate(first, report, { radius: report.radius, usual });
      if (found.score >= likelyFrom) pairs.push({ report: report.id, original: first.id, ...found });
    }
  }
  return pairs.toSorted((a, b) => b.score - a.score || a.original - b.original).slice(0, keptPerReport);
}

function read(report: Candidate): void {
  if (report.unreadText !== null) report.text = wordsOf(report.unreadText);
  if (report.unreadAddress !== null) report.address = wordsOf(report.unreadAddress);
  report.unreadText = null;
  report.unreadAddress = null;
}

function isSamePlace(other: Candidate, report: Candidate, oldest: number, cosine: number): boolean {
  return other.category === report.category && other.receivedAt >= oldest && metresApart(other, report, cosine) <= usualMetres;
}

/** On how many days a month reports, dealt with by the time `first` came, were made at its place before. */
function usualAt(first: Candidate, place: readonly Candidate[]): number {
  const until = first.receivedAt - day / 2;
  const days = new Set<number>();
  let earliest = until;
  for (const { receivedAt, closedAt, tracked } of place) {
    if (receivedAt > until || receivedAt < until - usualDays * day) continue;
    const stillOpen = tracked && (closedAt === null || closedAt > first.receivedAt);
    if (stillOpen) continue;
    days.add(Math.floor(receivedAt / day));
    earliest = Math.min(earliest, receivedAt);
  }
  return days.size < 2 ? 0 : (days.size * 30) / Math.max(14, (first.receivedAt - earliest) / day);
}

function metresApart(one: Candidate, other: Candidate, cosine: number): number {
  const eastWest = (one.lon - other.lon) * cosine;
  const northSouth = one.lat - other.lat;
  return metresPerDegree * Math.sqrt(eastWest * eastWest + northSouth * northSouth);
}
