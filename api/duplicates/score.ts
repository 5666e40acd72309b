import { similarity, type Words } from './words.ts';

/** What is compared of a report. Times in milliseconds since 1970. */
export interface Comparable {
  /** Degrees (WGS84); null when unknown. */
  lon: number | null;
  lat: number | null;
  receivedAt: number;
  closedAt: number | null;
  /** The source tells what happened after the arrival. */
  tracked: boolean;
  /** The source tells days only. */
  dayPrecision: boolean;
  category: number;
  topCategory: number;
  /** Title and description; null when they say nothing of their own. */
  text: Words | null;
  address: Words | null;
}

/** What is known beside the two reports. */
export interface Surroundings {
  /** Metres within which two reports may be one problem; 0 turns the search off. Default 250. */
  radius?: number;
  /** On how many days of a month such reports, by now dealt with, came from this very place before. */
  usual?: number;
}

export type ReasonKind = 'distance' | 'time' | 'category' | 'state' | 'text' | 'address' | 'usual';

/** One piece of evidence. */
export interface Reason {
  kind: ReasonKind;
  /** Metres, days, likeness from 0 to 1, days a month; or `same`, `related`, `other`; or `open`, `closed`. */
  value: number | string;
  /** Bits for (positive) or against: 1 doubles the odds that it is one problem. */
  weight: number;
}

/** How likely two reports are one problem, from 0 to 1, and why. */
export interface DuplicateScore {
  score: number;
  reasons: Reason[];
}

/** From this score on two reports count as likely duplicates (docs/duplicates.md). */
export const likelyFrom = 0.75;
/** Metres within which two reports may be one problem, when the category does not say. */
export const defaultRadius = 250;

const day = 86_400_000;
const never: DuplicateScore = { score: 0, reasons: [] };
/** Odds before any evidence: one in 64. */
const prior = -6;

// Bits over the measured quantity, straight lines between the corners; docs/duplicates.md tells where they come from.
const distanceCurve = curve([0, 5], [8, 5], [15, 4], [30, 3], [60, 1.5], [125, -5]);
const timeCurve = curve([0.04, 4], [0.25, 3.5], [1, 2], [2, 1], [4, 0], [8, -1.5], [16, -3.5], [32, -6], [64, -8]);
const textCurve = curve([0, -1], [0.2, -0.5], [0.4, 0.5], [0.7, 2], [1, 2.5]);
const addressCurve = curve([0.3, -4], [0.6, -0.5], [0.75, 0], [1, 1]);
const placeByAddressCurve = curve([0, -8], [0.7, -3], [0.9, 0], [1, 4]);
const usualCurve = curve([0, 0], [0.5, -1], [2, -3], [4, -4], [10, -5.5], [30, -7]);
/** Bits that text and address can bring together. */
const mostOfWords = 3.5;
/** While the first report is open the same problem goes on being seen: time counts a sixth. */
const openSlowdown = 6;

/** Likelihood that two reports tell of one problem: the odds of each piece of evidence multiplied. Symmetric. */
export function scoreDuplicate(
  one: Comparable,
  other: Comparable,
  { radius = defaultRadius, usual = 0 }: Surroundings = {},
): DuplicateScore {
  const [first, second] = inOrder(one, other);
  const metres = metresBetween(first, second);
  if (radius <= 0 || (metres !== null && metres > radius)) return never;
  if (metres === null && !(first.address && second.address)) return never;
  const state = stateThen(first, second);
  const days = lag(first, second);
  const category = kinship(first, second);
  const reasons: Reason[] = [];
  if (metres !== null) reasons.push({ kind: 'distance', value: Math.round(metres), weight: distanceBits(metres, radius) });
  reasons.push({ kind: 'time', value: round(days), weight: timeBits(days, state) });
  reasons.push({ kind: 'category', value: category, weight: categoryBits[category] });
  if (state !== 'unknown') reasons.push({ kind: 'state', value: state, weight: stateBits[state] });
  if (first.text && second.text) {
    const alike = similarity(first.text, second.text);
    reasons.push({ kind: 'text', value: round(alike), weight: textCurve(alike) });
  }
  if (first.address && second.address) {
    const alike = similarity(first.address, second.address);
    reasons.push({ kind: 'address', value: round(alike), weight: (metres === null ? placeByAddressCurve : addressCurve)(alike) });
  }
  if (usual > 0) reasons.push({ kind: 'usual', value: round(usual), weight: usualCurve(usual) });
  const bits = reasons.reduce((sum, { weight }) => sum + weight, prior);
  for (const reason of reasons) reason.weight = round(reason.weight);
  return { score: 1 / (1 + 2 ** -bits), reasons };
}

/**
 * Whether two reports at this distance (metres) can reach `likelyFrom` at all, whatever their words say.
 * Cheap: used to leave out most pairs before their texts are looked at. Symmetric, as the score is.
 */
export function mayBeLikely(one: Comparable, other: Comparable, metres: number, radius: number): boolean {
  if (metres > radius / 2) return false;
  const [first, second] = inOrder(one, other);
  const state = stateThen(first, second);
  const bits =
    prior + mostOfWords + timeBits(lag(first, second), state) + stateBits[state] + categoryBits[kinship(first, second)];
  return bits + distanceBits(metres, radius) >= leastBits;
}
const leastBits = Math.log2(likelyFrom / (1 - likelyFrom));

/** Days after which not even the best evidence makes two reports likely duplicates. */
export const longestLag = 180;

const categoryBits = { same: 2, related: 0, other: -3 } as const;
const stateBits = { open: 1, closed: -5, unknown: 0 } as const;

function distanceBits(metres: number, radius: number): number {
  return distanceCurve((metres * defaultRadius) / radius);
}

function timeBits(days: number, state: keyof typeof stateBits): number {
  return timeCurve(state === 'open' ? days / openSlowdown : days);
}

/** Days from the first arrival to the second; the same day by a source without hours is half a day. */
function lag(first: Comparable, second: Comparable): number {
  const days = (second.receivedAt - first.receivedAt) / day;
  return first.dayPrecision || second.dayPrecision ? Math.max(days, 0.5) : days;
}

/** By time; of two at the same moment first the one that tells more of what happened, and longer. */
function inOrder(one: Comparable, other: Comparable): [Comparable, Comparable] {
  const end = ({ tracked, closedAt }: Comparable) =>
    tracked ? (closedAt ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  const swapped = one.receivedAt === other.receivedAt ? end(one) < end(other) : one.receivedAt > other.receivedAt;
  return swapped ? [other, one] : [one, other];
}

/** What the first report was when the second came. */
function stateThen(first: Comparable, second: Comparable): keyof typeof stateBits {
  if (!first.tracked) return 'unknown';
  return first.closedAt !== null && first.closedAt <= second.receivedAt ? 'closed' : 'open';
}

function kinship(first: Comparable, second: Comparable): keyof typeof categoryBits {
  if (first.category === second.category) return 'same';
  return first.topCategory === second.topCategory ? 'related' : 'other';
}

/** Metres between two reports on a sphere, exact enough for some kilometres; null when a point is unknown. */
export function metresBetween(one: Comparable, other: Comparable): number | null {
  if (one.lon === null || one.lat === null || other.lon === null || other.lat === null) return null;
  const eastWest = (((one.lon - other.lon + 540) % 360) - 180) * Math.cos(((one.lat + other.lat) / 2) * (Math.PI / 180));
  return 111_195 * Math.hypot(eastWest, one.lat - other.lat);
}

/** A function through these corners, straight between them and level outside. */
function curve(...corners: readonly (readonly [number, number])[]): (at: number) => number {
  const xs = Float64Array.from(corners, ([x]) => x);
  const ys = Float64Array.from(corners, ([, y]) => y);
  return (at) => {
    if (at <= xs[0]!) return ys[0]!;
    for (let i = 1; i < xs.length; i += 1) {
      if (at <= xs[i]!) return ys[i - 1]! + ((ys[i]! - ys[i - 1]!) * (at - xs[i - 1]!)) / (xs[i]! - xs[i - 1]!);
    }
    return ys[ys.length - 1]!;
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
