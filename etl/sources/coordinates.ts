import proj4 from 'proj4';
import type { Note } from './notes.ts';

/** How a source writes places. */
export interface Placing {
  /** Projection of the numbers, a key of `projections` or a definition of PROJ; without it degrees (WGS84). */
  projection?: string;
  /** Numbers, as in the file, that stand in for a place nobody knew. */
  placeholders?: readonly (readonly [x: number, y: number])[];
  /** West, south, east, north (degrees) of where a place can be. */
  bounds?: readonly [number, number, number, number];
}

/** Projections by their code, in the words of PROJ. */
const projections: Readonly<Record<string, string>> = {
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
  'EPSG:3857': '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  // Monte Mario / Italy zone 1 and 2 (Gauss-Boaga), with the seven parameters for peninsular Italy (4 m).
  'EPSG:3003':
    '+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 +ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs',
  'EPSG:3004':
    '+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=2520000 +y_0=0 +ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs',
  'EPSG:32632': '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs',
  'EPSG:32633': '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
  'EPSG:25832': '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:25833': '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  // RDN2008 / UTM 32N and 33N.
  'EPSG:7791': '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:7792': '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  // CH1903+ / LV95.
  'EPSG:2056':
    '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs',
  // NAD83 / Missouri East, US survey feet.
  'ESRI:102696':
    '+proj=tmerc +lat_0=35.8333333333333 +lon_0=-90.5 +k=0.999933333333333 +x_0=250000 +y_0=0 +datum=NAD83 +units=us-ft +no_defs',
};

/** A place, or what is wrong with it: null when the row has none. */
export interface Placed {
  point: readonly [number, number] | null;
  note: Note | null;
}

const nowhere: Placed = { point: null, note: null };
const placeholder: Placed = { point: null, note: 'placeholder' };
const outside: Placed = { point: null, note: 'outside' };
const unreadable: Placed = { point: null, note: 'unreadablePlace' };

/** Makes points (WGS84) of the two numbers of a row. Errors: RangeError for a projection that is not known. */
export function placer({ projection, placeholders = [], bounds = [-180, -90, 180, 90] }: Placing) {
  const unproject = projection === undefined ? undefined : projectionOf(projection);
  const [west, south, east, north] = bounds;
  return function place(xText: string | null, yText: string | null): Placed {
    if (xText === null || yText === null) return nowhere;
    const [x, y] = [numberOf(xText), numberOf(yText)];
    if (Number.isNaN(x) || Number.isNaN(y)) return unreadable;
    if ((x === 0 && y === 0) || placeholders.some(([px, py]) => x === px && y === py)) return placeholder;
    const [lon, lat] = unproject ? unproject([x, y]) : [x, y];
    const isInside = lon! >= west && lon! <= east && lat! >= south && lat! <= north;
    return isInside ? { point: [rounded(lon!), rounded(lat!)], note: null } : outside;
  };
}

function projectionOf(projection: string): (from: [number, number]) => number[] {
  const definition = projections[projection] ?? projection;
  if (!definition.startsWith('+proj=')) {
    throw new RangeError(`projection "${projection}" is not known: one of ${Object.keys(projections).join(', ')}, or +proj=…`);
  }
  const converter = proj4(definition);
  return (from) => converter.inverse(from);
}

/** To 7 decimals, a centimetre: files that were made again differ in the last digits and nothing has moved. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** A number with a point or a comma before its decimals; NaN when it is none. */
function numberOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') return Number.NaN;
  return Number(trimmed.includes(',') && !trimmed.includes('.') ? trimmed.replace(',', '.') : trimmed);
}
