import type { Random } from '../random.ts';
import { between, centreOf, distance, distanceToSegment, isInside, signedSurface, type Line, type Spot } from './plane.ts';
import type { Layout } from './quarters.ts';

/** A street between two others, or a block that nothing divides further. */
export interface Subdivision {
  cuts: Spot[][];
  blocks: Line[];
}

/** Where streets end on other streets, so that a later one can go on across. */
export type Junctions = Spot[];

/**
 * Divides the ring into blocks as towns grow: the longest side is cut across, again and again, until blocks have the size of the
 * layout. `stop` names the blocks that stay whole (parks).
 */
export function subdivide(
  ring: Line,
  layout: Layout,
  random: Random,
  junctions: Junctions,
  stop: (block: Line, surface: number) => boolean,
): Subdivision {
  const surface = Math.abs(signedSurface(ring));
  if (stop(ring, surface) || surface < layout.block * random.between(1, 1.9)) return { cuts: [], blocks: [ring] };
  for (let attempt = 0; attempt < 8; attempt++) {
    const cut = proposeCut(ring, layout, random, junctions, attempt);
    const parts = cut && splitAlong(ring, cut);
    if (!parts || !areFair(parts, surface, layout)) continue;
    junctions.push(cut[0]!, cut.at(-1)!);
    const halves = parts.map((part) => subdivide(part, layout, random, junctions, stop));
    return { cuts: [cut, ...halves.flatMap(({ cuts }) => cuts)], blocks: halves.flatMap(({ blocks }) => blocks) };
  }
  return { cuts: [], blocks: [ring] };
}

/** The two rings on either side of a line whose ends lie on the ring; undefined when an end does not. */
export function splitAlong(ring: Line, cut: Line): [Spot[], Spot[]] | undefined {
  const from = cut[0]!;
  const to = cut.at(-1)!;
  const withEnds = insert(insert([...ring], from), to);
  const i = withEnds?.findIndex((spot) => distance(spot, from) < 0.01) ?? -1;
  const j = withEnds?.findIndex((spot) => distance(spot, to) < 0.01) ?? -1;
  if (!withEnds || i < 0 || j < 0 || i === j) return undefined;
  const [ahead, back] = [walkRing(withEnds, i, j), walkRing(withEnds, j, i)];
  const inner = cut.slice(1, -1);
  return [
    [...ahead, ...inner.toReversed()],
    [...back, ...inner],
  ];
}

function insert(ring: Spot[] | undefined, spot: Spot): Spot[] | undefined {
  if (!ring) return undefined;
  if (ring.some((vertex) => distance(vertex, spot) < 0.01)) return ring;
  const at = ring.findIndex((vertex, i) => distanceToSegment(spot, vertex, ring[(i + 1) % ring.length]!) < 0.5);
  return at < 0 ? undefined : ring.toSpliced(at + 1, 0, spot);
}

function walkRing(ring: Spot[], from: number, to: number): Spot[] {
  return from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
}

function areFair(parts: readonly Line[], surface: number, layout: Layout): boolean {
  return parts.every((part) => {
    const own = Math.abs(signedSurface(part));
    return own > surface * 0.16 && own > layout.block * 0.3 && longBox(part).width > Math.sqrt(layout.block) * 0.38;
  });
}

function proposeCut(ring: Line, layout: Layout, random: Random, junctions: Junctions, attempt: number): Spot[] | undefined {
  const box = longBox(ring);
  const offset = box.length * random.between(-0.08, 0.08) * (1 + attempt / 3);
  const middle = centreOf(ring);
  const through: Spot = [middle[0] + Math.cos(box.direction) * offset, middle[1] + Math.sin(box.direction) * offset];
  const turn = random.normal() * layout.disorder * (1 + attempt / 4);
  const chord = chordThrough(ring, through, box.direction + Math.PI / 2 + turn);
  if (!chord) return undefined;
  const [from, to] = chord.map((end) => meet(end, ring, layout.meet, junctions)) as [Spot, Spot];
  if (distance(from, to) < 30 || !isInside(between(from, to, 0.5), ring)) return undefined;
  const bent = bend(from, to, layout.bend * random.normal());
  return bent.slice(1, -1).every((spot) => isInside(spot, ring)) ? bent : [from, to];
}

/** Direction of the longest side of the smallest rectangle around the ring, its length and width. */
function longBox(ring: Line): { direction: number; length: number; width: number } {
  let best = { direction: 0, length: Infinity, width: Infinity };
  for (let degrees = 0; degrees < 90; degrees += 3) {
    const angle = (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of ring) {
      const [u, v] = [x * cos + y * sin, y * cos - x * sin];
      if (u < minU) minU = u;
      if (u > maxU) maxU = u;
      if (v < minV) minV = v;
      if (v > maxV) maxV = v;
    }
    const [du, dv] = [maxU - minU, maxV - minV];
    if (du * dv < best.length * best.width) {
      best = du > dv ? { direction: angle, length: du, width: dv } : { direction: angle + Math.PI / 2, length: dv, width: du };
    }
  }
  return best;
}

/** The part of the line through the spot that lies in the ring, around the spot. */
function chordThrough(ring: Line, through: Spot, angle: number): [Spot, Spot] | undefined {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let behind = -Infinity;
  let ahead = Infinity;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const sideA = (a[0] - through[0]) * sin - (a[1] - through[1]) * cos;
    const sideB = (b[0] - through[0]) * sin - (b[1] - through[1]) * cos;
    if (sideA > 0 === sideB > 0) continue;
    const hit = between(a, b, sideA / (sideA - sideB));
    const along = (hit[0] - through[0]) * cos + (hit[1] - through[1]) * sin;
    if (along < 0) behind = Math.max(behind, along);
    else ahead = Math.min(ahead, along);
  }
  if (!Number.isFinite(behind) || !Number.isFinite(ahead) || !isInside(through, ring)) return undefined;
  return [
    [through[0] + cos * behind, through[1] + sin * behind],
    [through[0] + cos * ahead, through[1] + sin * ahead],
  ];
}

/** The end moved to a junction on the same ring, when one is near. */
function meet(end: Spot, ring: Line, radius: number, junctions: Junctions): Spot {
  let best = end;
  let nearest = radius;
  for (const junction of junctions) {
    const away = distance(junction, end);
    if (away < nearest && ring.some((a, i) => distanceToSegment(junction, a, ring[(i + 1) % ring.length]!) < 0.3)) {
      nearest = away;
      best = junction;
    }
  }
  return best;
}

function bend(from: Spot, to: Spot, share: number): Spot[] {
  if (share === 0) return [from, to];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return [0, 0.25, 0.5, 0.75, 1].map((t) => {
    const aside = share * Math.sin(Math.PI * t);
    return t === 0 ? from : t === 1 ? to : [from[0] + dx * t - dy * aside, from[1] + dy * t + dx * aside];
  });
}
