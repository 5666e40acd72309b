import { randomStream } from '../random.ts';
import { inOrder, nodes } from './borders.ts';
import { between, densify, distance, isInside, smooth, type Line, type Spot } from './plane.ts';

const { emiliaWest, emiliaEast, southCross, northWest, northMiddle, northEast, pieveWest, pieveEast, mulinoWest, mulinoEast } =
  nodes;

/** Edges of the map in metres. */
const edge = { west: -6500, east: 6500, south: -4600, north: 4600 };

/** Main roads through the country, from the town to the edge of the map. */
export const countryRoads: readonly { name: string; line: Line }[] = [
  { name: 'Via Emilia Ovest', line: [emiliaWest, [-4200, 420], [-6500, 760]] },
  { name: 'Via Emilia Est', line: [emiliaEast, [4300, -330], [6500, -620]] },
  { name: 'Strada Provinciale del Nord', line: [northMiddle, [760, 3300], [520, 4100], [600, 4600]] },
  { name: 'Strada Provinciale del Sud', line: [southCross, [-420, -3200], [-260, -4000], [-330, -4600]] },
  { name: 'Via per Pieve', line: [northEast, [2900, 2080], [3700, 2560], pieveWest] },
  { name: 'Via per Pieve', line: [pieveEast, [6000, 3320], [6500, 3400]] },
  { name: 'Via per Mulino Vecchio', line: [emiliaWest, [-3350, -520], [-3800, -1180], mulinoEast] },
  { name: 'Via per Mulino Vecchio', line: [mulinoWest, [-5700, -1900], [-6500, -2160]] },
  { name: 'Tangenziale Ovest', line: [northWest, [-3980, 2050], [-4280, 1250], [-4200, 420]] },
  { name: 'Tangenziale Est', line: [northMiddle, [1500, 2760], [2900, 2080], [3600, 1100], [3900, 100], [4300, -330]] },
];

/** Middle line of the river, from edge to edge of the map. */
export const river: Line = [
  ...smooth([[-6500, -1020], [-5800, -1480], mulinoWest]).slice(0, -1),
  ...inOrder('mulinoWest', 'mulinoEast'),
  ...smooth([mulinoEast, [-3500, -1740], [-2850, -1560], nodes.riverFarWest]).slice(1, -1),
  ...inOrder('riverFarWest', 'riverWest', 'oldBridgeWest', 'oldBridge', 'oldBridgeEast', 'riverEast', 'riverFarEast'),
  ...smooth([nodes.riverFarEast, [3100, -1640], [3900, -1790], [4900, -1520], [5700, -1700], [6500, -1560]]).slice(1),
];

/** Middle line of the railway, from edge to edge of the map. */
export const railway: Line = [
  ...smooth([[-6500, 2290], [-4600, 1780], nodes.railFarWest]).slice(0, -1),
  ...inOrder('railFarWest', 'railWest', 'station', 'railEast', 'railFarEast'),
  ...smooth([nodes.railFarEast, [4200, 1330], [6500, 1740]]).slice(1),
];

/** The canal that leaves the fields in the north. */
export const canal: Line = smooth(
  [
    [-6500, 3420],
    [-4700, 3160],
    [-2900, 3360],
    [-900, 3110],
    [1300, 3380],
    [3300, 3960],
    [4300, 4600],
  ],
  80,
);

/** Woods and wet meadows outside the quarters. */
export const woods: readonly { name: string; ring: Line }[] = [
  { name: 'Oasi del Lavello', ring: roundish([-3280, -1430], 330, 150) },
  { name: 'Bosco Vecchio', ring: roundish([2450, 3050], 300, 220) },
  { name: 'Golena del Lavello', ring: roundish([3350, -1480], 380, 130) },
];

/** Old gravel pits, now ponds. */
export const ponds: readonly { name: string; ring: Line }[] = [
  { name: 'Laghi delle Cave', ring: roundish([4380, -2080], 230, 120) },
  { name: 'Laghi delle Cave', ring: roundish([4850, -2210], 150, 105) },
];

/**
 * Farm lanes along the squares in which Roman surveyors divided this plain (710 m, a little turned from north); many are gone,
 * and none enters a quarter or crosses the river.
 */
export function farmLanes(rings: readonly Line[]): Line[] {
  const random = randomStream('farm lanes');
  const [side, turn] = [710, 0.21];
  const corner = (i: number, j: number): Spot => [
    side * (i * Math.cos(turn) - j * Math.sin(turn)) + 150,
    side * (i * Math.sin(turn) + j * Math.cos(turn)) - 90,
  ];
  const lanes: Line[] = [];
  for (let i = -12; i <= 12; i++) {
    for (let j = -10; j <= 10; j++) {
      for (const [di, dj, share] of [
        [1, 0, 0.5],
        [0, 1, 0.62],
      ] as const) {
        const lane = densify([corner(i, j), corner(i + di, j + dj)], 90);
        if (random.chance(share) && lane.every((spot) => isOpenCountry(spot, rings))) lanes.push(lane);
      }
    }
  }
  return lanes;
}

function isOpenCountry(spot: Spot, rings: readonly Line[]): boolean {
  if (spot[0] < edge.west || spot[0] > edge.east || spot[1] < edge.south || spot[1] > edge.north) return false;
  if (river.some((middle) => distance(middle, spot) < 90) || ponds.some(({ ring }) => isInside(spot, ring))) return false;
  return rings.every((ring) => !isInside(spot, ring) && ring.every((corner) => distance(spot, corner) > 100));
}

/** A rounded, uneven shape around a middle, with half axes in metres. */
function roundish([x, y]: Spot, a: number, b: number): Line {
  const corners = Array.from({ length: 9 }, (_, k): Spot => {
    const angle = (k / 9) * 2 * Math.PI;
    const swell = 1 + 0.16 * Math.sin(3 * angle + x) + 0.1 * Math.sin(5 * angle + y);
    return [x + a * swell * Math.cos(angle), y + b * swell * Math.sin(angle)];
  });
  const closed = [...corners, corners[0]!];
  return smooth(closed, 25)
    .slice(0, -1)
    .map((spot, i, all) => between(spot, all[(i + 1) % all.length]!, 0.5));
}
