import { nodes, ringThrough } from './borders.ts';
import type { Line, Spot } from './plane.ts';

/** How the streets of a quarter were laid out. */
export interface Layout {
  /** Surface of a block in square metres. */
  block: number;
  /** How far a street may turn from its neighbours, in radians. */
  disorder: number;
  /** How far a street bends, as a share of its length. */
  bend: number;
  /** Streets meet when they are this near, in metres: large makes grids, small makes T-junctions. */
  meet: number;
}

/** A quarter or hamlet as drawn by hand. */
export interface Quarter {
  code: string;
  name: string;
  ring: Line;
  layout: Layout;
  /** Streets that were there first; each runs from border to border, or to an earlier one. */
  arteries: { name: string; line: Line }[];
  parks: { name: string; at: Spot; surface: number }[];
  /** A paved square: the block around this spot stays empty. */
  square: { name: string; at: Spot; surface: number };
  /** Distance between house numbers in metres. */
  frontage: number;
}

const medieval: Layout = { block: 7_500, disorder: 0.22, bend: 0.05, meet: 9 };
const planned: Layout = { block: 13_000, disorder: 0.02, bend: 0, meet: 45 };
const suburb: Layout = { block: 21_000, disorder: 0.06, bend: 0.012, meet: 30 };
const garden: Layout = { block: 20_000, disorder: 0.1, bend: 0.045, meet: 18 };
const estate: Layout = { block: 36_000, disorder: 0.03, bend: 0, meet: 45 };
const works: Layout = { block: 62_000, disorder: 0.01, bend: 0, meet: 70 };
const hamlet: Layout = { block: 19_000, disorder: 0.18, bend: 0.03, meet: 12 };

/** The thirteen areas of the town. */
export const quarters: readonly Quarter[] = [
  {
    code: 'centro-storico',
    square: { name: 'Piazza Grande', at: [60, -160], surface: 9000 },
    name: 'Centro storico',
    layout: medieval,
    frontage: 53,
    ring: ringThrough(
      'northWestGate',
      'northGate',
      'northEastGate',
      'eastGate',
      'oldBridgeEast',
      'oldBridge',
      'oldBridgeWest',
      'westGate',
    ),
    arteries: [
      { name: 'Corso Vittoria', line: [nodes.westGate, [-400, -140], nodes.square, [360, -120], nodes.eastGate] },
      { name: 'Corso Garibaldi', line: [nodes.northGate, [20, 260], nodes.square] },
      { name: 'Via del Ponte', line: [nodes.square, [-70, -460], nodes.oldBridge] },
    ],
    parks: [{ name: 'Giardini del Castello', at: [-490, 200], surface: 42_000 }],
  },
  {
    code: 'stazione',
    square: { name: 'Piazza della Stazione', at: [300, 930], surface: 9000 },
    name: 'Stazione',
    layout: planned,
    frontage: 65,
    ring: ringThrough('northWestGate', 'northGate', 'northEastGate', 'railEast', 'station', 'railWest'),
    arteries: [{ name: 'Viale della Stazione', line: [nodes.northGate, nodes.station] }],
    parks: [{ name: 'Giardino della Stazione', at: [120, 920], surface: 16_000 }],
  },
  {
    code: 'borgo-ponente',
    square: { name: 'Piazza Ponente', at: [-1300, 380], surface: 12000 },
    name: 'Borgo Ponente',
    layout: suburb,
    frontage: 87,
    ring: ringThrough('westGate', 'northWestGate', 'railWest', 'railFarWest', 'emiliaWest'),
    arteries: [],
    parks: [{ name: 'Parco di Ponente', at: [-1750, 650], surface: 75_000 }],
  },
  {
    code: 'san-rocco',
    square: { name: 'Piazza San Rocco', at: [-1500, -250], surface: 12000 },
    name: 'San Rocco',
    layout: suburb,
    frontage: 87,
    ring: ringThrough('westGate', 'emiliaWest', 'riverFarWest', 'riverWest', 'oldBridgeWest'),
    arteries: [],
    parks: [{ name: 'Parco San Rocco', at: [-1650, -640], surface: 60_000 }],
  },
  {
    code: 'giardini',
    square: { name: 'Piazza delle Camelie', at: [1250, 160], surface: 12000 },
    name: 'Giardini',
    layout: garden,
    frontage: 81,
    ring: ringThrough('northEastGate', 'railEast', 'railFarEast', 'emiliaEast', 'eastGate'),
    arteries: [],
    parks: [
      { name: 'Parco delle Magnolie', at: [1500, 300], surface: 110_000 },
      { name: 'Giardino dei Tigli', at: [2250, 560], surface: 30_000 },
    ],
  },
  {
    code: 'campo-fiera',
    square: { name: 'Piazzale della Fiera', at: [1450, -520], surface: 16000 },
    name: 'Campo Fiera',
    layout: suburb,
    frontage: 84,
    ring: ringThrough('eastGate', 'emiliaEast', 'riverFarEast', 'riverEast', 'oldBridgeEast'),
    arteries: [],
    parks: [{ name: 'Parco della Fiera', at: [1150, -470], surface: 80_000 }],
  },
  {
    code: 'oltreponte',
    square: { name: "Piazza d'Oltreponte", at: [-420, -1250], surface: 12000 },
    name: 'Oltreponte',
    layout: suburb,
    frontage: 90,
    ring: ringThrough('riverWest', 'oldBridgeWest', 'oldBridge', 'southCross'),
    arteries: [],
    parks: [{ name: 'Parco Lungofiume', at: [-820, -860], surface: 70_000 }],
  },
  {
    code: 'i-pioppi',
    square: { name: 'Piazza dei Pioppi', at: [420, -1500], surface: 12000 },
    name: 'I Pioppi',
    layout: garden,
    frontage: 90,
    ring: ringThrough('oldBridge', 'oldBridgeEast', 'riverEast', 'southCross'),
    arteries: [],
    parks: [{ name: 'Parco dei Pioppi', at: [700, -1380], surface: 90_000 }],
  },
  {
    code: 'zona-artigianale',
    square: { name: "Piazzale dell'Artigianato", at: [-1900, 1900], surface: 30000 },
    name: 'Zona artigianale',
    layout: works,
    frontage: 147,
    ring: ringThrough('railFarWest', 'railWest', 'north', 'northWest'),
    arteries: [],
    parks: [],
  },
  {
    code: 'case-nuove',
    square: { name: 'Piazza Europa', at: [-100, 1450], surface: 20000 },
    name: 'Case Nuove',
    layout: estate,
    frontage: 96,
    ring: ringThrough('railWest', 'station', 'northMiddle', 'north'),
    arteries: [],
    parks: [{ name: "Parco dell'Unità", at: [-150, 1700], surface: 85_000 }],
  },
  {
    code: 'colombare',
    square: { name: 'Piazza delle Colombare', at: [1250, 1300], surface: 12000 },
    name: 'Colombare',
    layout: suburb,
    frontage: 87,
    ring: ringThrough('station', 'railEast', 'railFarEast', 'northEast', 'northMiddle'),
    arteries: [],
    parks: [{ name: 'Parco delle Colombare', at: [1500, 1480], surface: 65_000 }],
  },
  {
    code: 'pieve-di-sopra',
    square: { name: 'Piazza della Pieve', at: [4980, 2960], surface: 9000 },
    name: 'Pieve di Sopra',
    layout: hamlet,
    frontage: 74,
    ring: ringThrough('pieveWest', 'pieveEast'),
    arteries: [{ name: 'Via della Pieve', line: [nodes.pieveWest, [4950, 2900], nodes.pieveEast] }],
    parks: [],
  },
  {
    code: 'mulino-vecchio',
    square: { name: 'Piazza del Mulino', at: [-4690, -1900], surface: 9000 },
    name: 'Mulino Vecchio',
    layout: hamlet,
    frontage: 74,
    ring: ringThrough('mulinoWest', 'mulinoEast'),
    arteries: [{ name: 'Via del Mulino', line: [nodes.mulinoWest, [-4700, -1830], nodes.mulinoEast] }],
    parks: [{ name: 'Prato del Mulino', at: [-4620, -1560], surface: 30_000 }],
  },
];
