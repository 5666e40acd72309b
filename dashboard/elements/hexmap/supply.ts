import type { Point } from '#dashboard/layers/points.ts';
import { changeBetween, inPeriod, readPeriods } from '#dashboard/map/change.ts';
import { type Cube, type CubeAnswer, cubeOf } from '#dashboard/map/cube.ts';
import {
  changeField,
  cubeAddress,
  fieldOf,
  type HexAnswer,
  hexesAddress,
  type HexField,
  pointsAddress,
} from '#dashboard/map/hexes.ts';
import { pointsFrom } from '#dashboard/map/resolution.ts';
import { type Box, snapped, windowFor } from '#dashboard/map/window.ts';
import type { Shown } from './live-map.ts';
import { createLoader } from './loading.ts';
import type { Area } from './names.ts';

interface PointsAnswer {
  total: number;
  points: { id: number[]; lon: number[]; lat: number[]; status: string[] };
}

/** Single reports: undefined when the map is too far away for them. */
interface Near {
  points: Point[] | undefined;
  all: number;
}

/** Where the map's data comes from. Each answers undefined when a newer call took its place. Errors: `LoadError`. */
export interface Supply {
  hexes: (shown: Shown, resolution: number, view: Box) => Promise<HexField | undefined>;
  /** Hexagons by month; asked for again while on its way it is the same request. */
  cube: (shown: Shown, resolution: number, view: Box) => Promise<Cube | undefined>;
  points: (shown: Shown, zoom: number, view: Box) => Promise<Near | undefined>;
  areas: (api: string) => Promise<Area[]>;
}

/** The API's hexagons, points and areas; `whole` is the box that holds all reports. */
export function createSupply(whole: Box): Supply {
  const loadHexes = createLoader<HexAnswer>();
  const loadPoints = createLoader<PointsAnswer>();
  const loadCompared = [createLoader<HexAnswer>(), createLoader<HexAnswer>()];
  const cubes = lastCube();
  const fields = new WeakMap<HexAnswer, HexField>();
  return {
    hexes: async ({ api, query, snapshot, metric, change }, resolution, view) => {
      const window = windowFor(view, whole, resolution);
      const periods = readPeriods(change);
      if (periods) {
        const wanted = { snapshot, metric: 'count', resolution, window } as const;
        const [now, before] = await Promise.all(
          periods.map((days, index) => loadCompared[index]!(hexesAddress(api, inPeriod(query, days), wanted))),
        );
        return now && before && compared(now, before, resolution, window);
      }
      const answer = await loadHexes(hexesAddress(api, query, { snapshot, metric, resolution, window }));
      if (!answer) return undefined;
      const field = fields.get(answer) ?? fieldOf(answer, metric, resolution, window);
      fields.set(answer, field);
      return field;
    },
    cube: ({ api, query, snapshot }, resolution, view) => {
      const window = windowFor(view, whole, resolution);
      const address = cubeAddress(api, query, { snapshot, resolution, window });
      return cubes(address, (answer) => cubeOf(answer, resolution, window));
    },
    points: async ({ api, query, snapshot }, zoom, view) => {
      if (zoom < pointsFrom) return { points: undefined, all: 0 };
      const answer = await loadPoints(pointsAddress(api, query, { snapshot, window: snapped(view) }));
      return answer && { points: rowsOf(answer), all: answer.total };
    },
    areas: async (api) =>
      areasOf((await createLoader<GeoJSON.FeatureCollection>()(`${api}/areas`)) ?? { type: 'FeatureCollection', features: [] }),
  };
}

function compared(now: HexAnswer, before: HexAnswer, resolution: number, window: Box | undefined): HexField {
  return changeField(changeBetween(now, before), resolution, window);
}

/** Loads a cube and keeps the last one, also while it is on its way; one that failed is asked for again. */
function lastCube() {
  const load = createLoader<CubeAnswer>();
  let last: { address: string; cube: Promise<Cube | undefined> } | undefined;
  return (address: string, read: (answer: CubeAnswer) => Cube): Promise<Cube | undefined> => {
    if (last?.address === address) return last.cube;
    const mine = { address, cube: load(address).then((answer) => answer && read(answer)) };
    last = mine;
    mine.cube.catch(() => (last = last === mine ? undefined : last));
    return mine.cube;
  };
}

function rowsOf({ points: { id, lon, lat, status } }: PointsAnswer): Point[] {
  return id.map((number, index) => ({
    id: number,
    longitude: lon[index]!,
    latitude: lat[index]!,
    open: status[index] !== 'closed',
  }));
}

function areasOf({ features }: GeoJSON.FeatureCollection): Area[] {
  return features.flatMap(({ properties }) => {
    const { code, name, lon, lat } = properties ?? {};
    return typeof lon === 'number' && typeof lat === 'number' ? [{ code, name, longitude: lon, latitude: lat }] : [];
  });
}
