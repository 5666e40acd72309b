import { river } from './country.ts';
import { between, distance, isInside, type Line, type Spot } from './plane.ts';

/** Half the width of the river, in metres. */
export const halfRiver = 34;
/** From the middle of the river to the street along it, in metres. */
const toStreet = 52;

/** The ring of a quarter drawn back from the river to the street along it, and that street. */
export function drawnBack(ring: Line): { ring: Spot[]; bank: Spot[] } {
  const bank: Spot[] = [];
  let side = 0;
  const kept = ring.map((spot) => {
    const { nearest, away, normal } = nearestOnRiver(spot);
    if (away >= toStreet) return spot;
    const sides = [1, -1].filter((each) => isInside(offset(nearest, normal, 12 * each), ring));
    side = sides.length === 1 ? sides[0]! : side || (sides[0] ?? 1);
    const onBank = offset(nearest, normal, toStreet * side);
    bank.push(onBank);
    return onBank;
  });
  return { ring: kept, bank };
}

/** The line without what lies in or at the river; it ends on the street along it. */
export function ashore(line: Line): Spot[] {
  const dry = line.filter((spot) => nearestOnRiver(spot).away >= toStreet);
  const first = line.indexOf(dry[0]!);
  const last = line.indexOf(dry.at(-1)!);
  const ends = [
    first > 0 ? [landing(dry[0]!, line[first - 1]!)] : [],
    last < line.length - 1 ? [landing(dry.at(-1)!, line[last + 1]!)] : [],
  ] as const;
  return [...ends[0], ...dry, ...ends[1]];
}

/** Where the way from land to water meets the street along the river. */
function landing(land: Spot, water: Spot): Spot {
  let [dry, wet] = [land, water];
  for (let i = 0; i < 12; i++) {
    const middle = between(dry, wet, 0.5);
    if (nearestOnRiver(middle).away >= toStreet) dry = middle;
    else wet = middle;
  }
  return dry;
}

function offset(spot: Spot, direction: Spot, metres: number): Spot {
  return [spot[0] + direction[0] * metres, spot[1] + direction[1] * metres];
}

function nearestOnRiver(spot: Spot): { nearest: Spot; away: number; normal: Spot } {
  let best = { nearest: river[0]!, away: Infinity, normal: [0, 1] as Spot };
  for (let i = 1; i < river.length; i++) {
    const [a, b] = [river[i - 1]!, river[i]!];
    const length = distance(a, b) || 1;
    const along = (spot[0] - a[0]) * (b[0] - a[0]) + (spot[1] - a[1]) * (b[1] - a[1]);
    const nearest = between(a, b, Math.min(1, Math.max(0, along / length ** 2)));
    const away = distance(spot, nearest);
    if (away < best.away) best = { nearest, away, normal: [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] };
  }
  return best;
}
