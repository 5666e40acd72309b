import { smooth, densify, type Line, type Spot } from './plane.ts';

/** What runs along a border between quarters. */
type BorderKind = 'main' | 'street' | 'rail' | 'river' | 'rim';

interface Border {
  kind: BorderKind;
  name: string;
  line: Line;
}

/** Where borders begin and end. */
export const nodes = {
  // Walls of the old town, now avenues, and the river below them.
  northWestGate: [-620, 330],
  northGate: [80, 590],
  northEastGate: [680, 280],
  eastGate: [740, -240],
  oldBridgeEast: [330, -800],
  oldBridge: [-60, -850],
  oldBridgeWest: [-430, -750],
  westGate: [-770, -170],
  square: [-20, -70],
  riverFarWest: [-2350, -1130],
  riverWest: [-1480, -690],
  riverEast: [1640, -800],
  riverFarEast: [2560, -1180],
  // Railway.
  railFarWest: [-2900, 1430],
  railWest: [-780, 1130],
  station: [330, 1010],
  railEast: [1180, 960],
  railFarEast: [2620, 1030],
  // Where the country begins.
  emiliaWest: [-2980, 210],
  emiliaEast: [2760, -150],
  southCross: [-190, -2380],
  northWest: [-3350, 2480],
  north: [-700, 2390],
  northMiddle: [560, 2260],
  northEast: [2050, 1890],
  // Hamlets.
  pieveWest: [4420, 2760],
  pieveEast: [5560, 3120],
  mulinoWest: [-5250, -1560],
  mulinoEast: [-4130, -1480],
} as const satisfies Record<string, Spot>;
type Node = keyof typeof nodes;

const borders: Record<string, Border> = {};

/** Draws a border from node to node through the spots between; rims are angular like fields, the rest is smooth. */
function draw(from: Node, to: Node, kind: BorderKind, name: string, through: Line = []): void {
  const line = [nodes[from], ...through, nodes[to]];
  borders[`${from}>${to}`] = { kind, name, line: kind === 'rim' ? densify(line) : smooth(line) };
}

draw('northWestGate', 'northGate', 'main', 'Viale delle Mura', [[-310, 520]]);
draw('northGate', 'northEastGate', 'main', 'Viale dei Bastioni', [[430, 500]]);
draw('northEastGate', 'eastGate', 'main', 'Viale della Rocca', [[775, 20]]);
draw('eastGate', 'oldBridgeEast', 'main', 'Viale del Fiume', [[600, -560]]);
draw('oldBridgeEast', 'oldBridge', 'river', 'Fiume Lavello', [[140, -845]]);
draw('oldBridge', 'oldBridgeWest', 'river', 'Fiume Lavello', [[-250, -815]]);
draw('oldBridgeWest', 'westGate', 'main', 'Viale Ponente', [[-660, -510]]);
draw('westGate', 'northWestGate', 'main', 'Viale del Castello', [[-760, 110]]);
draw('northWestGate', 'railWest', 'main', 'Viale Cialdini', [[-690, 720]]);
draw('northEastGate', 'railEast', 'main', 'Viale Trento e Trieste', [[950, 610]]);
draw('railFarWest', 'railWest', 'rail', 'Ferrovia', [[-1850, 1270]]);
draw('railWest', 'station', 'rail', 'Ferrovia', [[-250, 1055]]);
draw('station', 'railEast', 'rail', 'Ferrovia', [[750, 975]]);
draw('railEast', 'railFarEast', 'rail', 'Ferrovia', [[1900, 970]]);
draw('westGate', 'emiliaWest', 'main', 'Via Emilia Ovest', [[-1800, 10]]);
draw('eastGate', 'emiliaEast', 'main', 'Via Emilia Est', [[1700, -230]]);
draw('emiliaWest', 'railFarWest', 'rim', '', [
  [-3140, 560],
  [-2860, 640],
  [-2820, 1010],
  [-3060, 1090],
]);
draw('emiliaWest', 'riverFarWest', 'rim', '', [
  [-2890, -160],
  [-2540, -230],
  [-2620, -600],
  [-2440, -700],
]);
draw('riverFarWest', 'riverWest', 'river', 'Fiume Lavello', [[-1930, -860]]);
draw('riverWest', 'oldBridgeWest', 'river', 'Fiume Lavello', [[-960, -640]]);
draw('oldBridgeEast', 'riverEast', 'river', 'Fiume Lavello', [[950, -650]]);
draw('riverEast', 'riverFarEast', 'river', 'Fiume Lavello', [[2120, -930]]);
draw('emiliaEast', 'railFarEast', 'rim', '', [
  [2930, 180],
  [2660, 310],
  [2780, 700],
]);
draw('emiliaEast', 'riverFarEast', 'rim', '', [
  [2780, -480],
  [2480, -560],
  [2600, -900],
]);
draw('riverWest', 'southCross', 'rim', '', [
  [-1700, -1080],
  [-1490, -1420],
  [-1600, -1760],
  [-1050, -1880],
  [-930, -2260],
  [-470, -2190],
]);
draw('southCross', 'riverEast', 'rim', '', [
  [260, -2420],
  [420, -2050],
  [880, -2080],
  [1080, -1690],
  [1530, -1640],
  [1480, -1240],
  [1760, -1080],
]);
draw('oldBridge', 'southCross', 'main', 'Via del Ponte Vecchio', [
  [-20, -1250],
  [-120, -1800],
]);
draw('railFarWest', 'northWest', 'rim', '', [
  [-3320, 1560],
  [-3260, 1980],
  [-3560, 2120],
]);
draw('northWest', 'north', 'main', 'Tangenziale Nord', [
  [-2500, 2620],
  [-1500, 2540],
]);
draw('north', 'northMiddle', 'main', 'Tangenziale Nord', [[-80, 2320]]);
draw('northMiddle', 'northEast', 'rim', '', [
  [700, 2470],
  [1180, 2420],
  [1260, 2090],
  [1700, 2190],
]);
draw('railWest', 'north', 'main', 'Viale Europa', [
  [-830, 1600],
  [-760, 2000],
]);
draw('station', 'northMiddle', 'main', 'Viale della Repubblica', [
  [430, 1500],
  [480, 1900],
]);
draw('northEast', 'railFarEast', 'rim', '', [
  [2370, 1930],
  [2290, 1560],
  [2640, 1480],
]);
draw('pieveWest', 'pieveEast', 'rim', '', [
  [4360, 3080],
  [4640, 3180],
  [4720, 3480],
  [5130, 3420],
  [5290, 3560],
  [5600, 3430],
]);
draw('pieveEast', 'pieveWest', 'rim', '', [
  [5480, 2800],
  [5200, 2840],
  [5090, 2480],
  [4780, 2540],
  [4700, 2380],
  [4480, 2470],
]);
draw('mulinoWest', 'mulinoEast', 'river', 'Fiume Lavello', [[-4700, -1440]]);
draw('mulinoEast', 'mulinoWest', 'rim', '', [
  [-4040, -1850],
  [-4330, -1900],
  [-4380, -2280],
  [-4760, -2210],
  [-4890, -2420],
  [-5210, -2330],
  [-5160, -1960],
]);

/** All borders, once each. */
export const allBorders: readonly Border[] = Object.values(borders);

/** The ring through these nodes, along the borders between them, in whichever direction they were drawn. */
export function ringThrough(...path: Node[]): Line {
  return path.flatMap((from, i) => {
    const to = path[(i + 1) % path.length]!;
    const line = borders[`${from}>${to}`]?.line ?? borders[`${to}>${from}`]!.line.toReversed();
    return line.slice(0, -1);
  });
}

/** The borders along these nodes as one line. */
export function inOrder(...path: Node[]): Line {
  return path
    .slice(1)
    .flatMap((to, i) => (borders[`${path[i]!}>${to}`]?.line ?? borders[`${to}>${path[i]!}`]!.line.toReversed()).slice(i ? 1 : 0));
}
