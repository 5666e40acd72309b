import { distance, type Spot } from './plane.ts';

/** How far a street may turn where it crosses another and still be the same street, in radians. */
const mostTurn = 0.45;

/** Joins lines that go on, nearly straight, on the other side of a street they both end on. */
export function joinAcross(cuts: readonly Spot[][]): Spot[][] {
  const ends = new Map<string, Set<Spot[]>>();
  const remember = (line: Spot[]) => [line[0]!, line.at(-1)!].forEach((end) => bucket(ends, end).add(line));
  const forget = (line: Spot[]) => [line[0]!, line.at(-1)!].forEach((end) => bucket(ends, end).delete(line));
  const done = new Set<Spot[]>(cuts);
  cuts.forEach(remember);
  const open = [...cuts];
  for (let line = open.pop(); line; line = open.pop()) {
    if (!done.has(line)) continue;
    const joined = firstJoin(line, ends);
    if (!joined) continue;
    for (const part of [line, joined.other]) {
      forget(part);
      done.delete(part);
    }
    remember(joined.whole);
    done.add(joined.whole);
    open.push(joined.whole);
  }
  return [...done];
}

function firstJoin(line: Spot[], ends: Map<string, Set<Spot[]>>): { other: Spot[]; whole: Spot[] } | undefined {
  for (const head of [line, line.toReversed()]) {
    const meet = head.at(-1)!;
    for (const other of bucket(ends, meet)) {
      if (other === line) continue;
      const tail = distance(other[0]!, meet) < 0.5 ? other : other.toReversed();
      if (distance(tail[0]!, meet) > 0.5 || turnAt(head.at(-2)!, meet, tail[1]!) > mostTurn) continue;
      return { other, whole: [...head, ...tail.slice(1)] };
    }
  }
  return undefined;
}

function turnAt(from: Spot, at: Spot, to: Spot): number {
  const turn = Math.abs(Math.atan2(at[1] - from[1], at[0] - from[0]) - Math.atan2(to[1] - at[1], to[0] - at[0]));
  return Math.min(turn, 2 * Math.PI - turn);
}

function bucket(ends: Map<string, Set<Spot[]>>, [x, y]: Spot): Set<Spot[]> {
  const key = `${Math.round(x)} ${Math.round(y)}`;
  let lines = ends.get(key);
  if (!lines) ends.set(key, (lines = new Set()));
  return lines;
}
