import { randomStream, type Random } from '../random.ts';
import { allBorders, nodes } from './borders.ts';
import { countryRoads, farmLanes } from './country.ts';
import { joinAcross } from './join-streets.ts';
import { densify, distance, isInside, lengthOf, smooth, type Line, type Spot } from './plane.ts';
import { quarters, type Quarter } from './quarters.ts';
import { ashore, drawnBack } from './riverside.ts';
import { streetThemes } from './street-names.ts';
import { subdivide, splitAlong, type Junctions } from './subdivide.ts';

/** A street of the plan. */
export interface PlanStreet {
  name: string;
  kind: 'main' | 'street' | 'path';
  line: Line;
  /** Distance between house numbers in metres; 0: nobody lives there. */
  frontage: number;
  /** Codes of the quarters it runs through or along. */
  quarters: string[];
}

/** A green or paved open space of the plan. */
export interface PlanPark {
  name: string;
  ring: Line;
  quarter: string;
}

/** Streets and parks of all quarters, borders and country roads. */
export function layOutStreets(): { streets: PlanStreet[]; parks: PlanPark[] } {
  const junctions: Junctions = [];
  const laid = quarters.map((quarter) => layOutQuarter(quarter, junctions));
  return {
    streets: [...borderStreets(), ...laid.flatMap(({ streets }) => streets), ...roadsThroughTheCountry()],
    parks: laid.flatMap(({ parks }) => parks),
  };
}

function layOutQuarter(quarter: Quarter, junctions: Junctions): { streets: PlanStreet[]; parks: PlanPark[] } {
  const random = randomStream(`streets of ${quarter.code}`);
  const { rings, streets } = layArteries(quarter);
  const open = new Map<string, Line>();
  const stays = (block: Line, surface: number) => {
    const space = [quarter.square, ...quarter.parks].find(({ at, surface: most }) => surface < most * 1.3 && isInside(at, block));
    if (space) open.set(space.name, block);
    return space !== undefined;
  };
  const cuts = rings.flatMap((ring) => subdivide(ring, quarter.layout, random, junctions, stays).cuts);
  const square = open.get(quarter.square.name);
  if (square) streets.push(inQuarter(quarter, quarter.square.name, 'street', [...square, square[0]!]));
  return {
    streets: [...streets, ...nameStreets(joinAcross(cuts), quarter, random)],
    parks: quarter.parks.flatMap(({ name }) => (open.has(name) ? [{ name, ring: open.get(name)!, quarter: quarter.code }] : [])),
  };
}

function inQuarter(quarter: Quarter, name: string, kind: PlanStreet['kind'], line: Line): PlanStreet {
  return { name, kind, line: densify(line), frontage: quarter.frontage, quarters: [quarter.code] };
}

/** Draws the streets that were there first, and cuts the quarter along them. */
function layArteries(quarter: Quarter): { rings: Line[]; streets: PlanStreet[] } {
  const { ring, bank } = drawnBack(quarter.ring);
  const streets = bank.length > 1 ? [inQuarter(quarter, `Lungofiume ${quarter.name}`, 'street', bank)] : [];
  let rings: Line[] = [ring];
  for (const { name, line } of quarter.arteries) {
    const curve = smooth(line);
    const cut = ashore(curve);
    const ends = [cut[0]!, cut.at(-1)!].map((end) => nearestOf(end, rings.flat()));
    const parts = rings.map((part) => splitAlong(part, [ends[0]!, ...cut.slice(1, -1), ends[1]!]));
    const hit = parts.findIndex((part) => part !== undefined);
    if (hit >= 0) rings = rings.toSpliced(hit, 1, ...parts[hit]!);
    streets.push(inQuarter(quarter, name, 'main', curve));
  }
  return { rings, streets };
}

/** The longest streets get the first names; when a theme runs out, its alleys and squares follow. */
function nameStreets(lines: readonly Spot[][], quarter: Quarter, random: Random): PlanStreet[] {
  const theme = streetThemes[quarter.code]!;
  const order = lines.map((line) => ({ line, key: lengthOf(line) * random.between(0.6, 1.4) })).toSorted((a, b) => b.key - a.key);
  return order.map(({ line }, i) => {
    const length = lengthOf(line);
    const kind =
      length > 700 && i < 4 && crosses(line, quarter.ring) ? 'main' : isOldTown(quarter) && length < 75 ? 'path' : 'street';
    return inQuarter(quarter, `${wayOf(quarter, length, Math.floor(i / theme.length))} ${theme[i % theme.length]!}`, kind, line);
  });
}

/** The word before the name: by size in the first round, then the smaller ways that share a name. */
function wayOf(quarter: Quarter, length: number, round: number): string {
  const isOld = isOldTown(quarter);
  if (round === 0) return isOld && length < 110 ? 'Vicolo' : length > 900 ? 'Viale' : 'Via';
  return (isOld ? ['Vicolo', 'Corte', 'Androna'] : ['Largo', 'Traversa', 'Piazzale'])[round - 1] ?? 'Passaggio';
}

/** Whether it leads from one border of the quarter to another. */
function crosses(line: Line, ring: Line): boolean {
  return [line[0]!, line.at(-1)!].every((end) => distance(end, nearestOf(end, densify(ring, 10))) < 60);
}

function nearestOf(spot: Spot, spots: readonly Spot[]): Spot {
  return spots.reduce((best, each) => (distance(each, spot) < distance(best, spot) ? each : best));
}

function isOldTown(quarter: Quarter): boolean {
  return quarter.layout.block < 10_000;
}

function borderStreets(): PlanStreet[] {
  return allBorders
    .filter(({ kind }) => kind === 'main' || kind === 'street')
    .map(({ name, line }) => {
      const along = quarters.filter(({ ring }) => ring.includes(line[Math.floor(line.length / 2)]!));
      const isBypass = name.startsWith('Tangenziale');
      return { name, kind: 'main', line: onLand(line), frontage: isBypass ? 0 : 72, quarters: along.map(({ code }) => code) };
    });
}

/** Without its last metres in the river, unless it crosses by the old bridge. */
function onLand(line: Line): Line {
  return line.includes(nodes.oldBridge) ? line : ashore(line);
}

function roadsThroughTheCountry(): PlanStreet[] {
  const outside = { frontage: 0, quarters: [] };
  const lanes = farmLanes(quarters.map(({ ring }) => ring));
  return [
    ...countryRoads.map(({ name, line }) => ({ name, kind: 'main' as const, line: smooth(line, 80), ...outside })),
    ...lanes.map((line, i) => ({ name: `Strada vicinale ${i + 1}`, kind: 'path' as const, line, ...outside })),
  ];
}
