/** Where an arrow key goes. */
export type Direction = 'left' | 'right' | 'up' | 'down';

interface Place {
  longitude: number;
  latitude: number;
}

const towards: Record<Direction, readonly [x: number, y: number]> = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };

/** The nearest place in a direction: within 60° of it, and sideways costs twice; undefined at the edge. */
export function nearestTowards<P extends Place>(from: Place, places: readonly P[], direction: Direction): P | undefined {
  const [dx, dy] = towards[direction];
  const squeeze = Math.cos((from.latitude * Math.PI) / 180);
  let best: P | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const x = (place.longitude - from.longitude) * squeeze;
    const y = place.latitude - from.latitude;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (along <= 1e-9 || aside > along * Math.sqrt(3) + 1e-9) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

/** The place nearest to a point; undefined when there is none. */
export function nearest<P extends Place>(from: Place, places: readonly P[]): P | undefined {
  const squeeze = Math.cos((from.latitude * Math.PI) / 180);
  const away = (place: P) => ((place.longitude - from.longitude) * squeeze) ** 2 + (place.latitude - from.latitude) ** 2;
  return places.reduce<P | undefined>((best, place) => (best && away(best) <= away(place) ? best : place), undefined);
}
