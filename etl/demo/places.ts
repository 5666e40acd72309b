import { affinities, quarterFigures } from './figures.ts';
import { randomStream, type Random, weightedIndex } from './random.ts';
import { centreOf, distance, distanceToSegment, isInside, type Spot, walk } from './town/plane.ts';
import { quarterAt, type Town, type TownStreet } from './town/town.ts';
import type { KindWords } from './texts/words.ts';

/** Where something is, as a spot of the plan and in words. */
export interface Place {
  spot: Spot;
  quarter: string;
  /** As in the register: "Via dei Tigli 14", or the name of a park or building. */
  address: string;
  /** As people say it: "in via dei Tigli, davanti al civico 14". */
  words: string;
  /** The street and how far along, to find a spot near by. */
  street: TownStreet | undefined;
  along: number;
}

/** Chooses places in the town. */
export interface Places {
  choose(topic: string, kind: KindWords, isStorm: boolean, random: Random): Place;
  /** Another view of the same thing, some metres away and in other words. */
  nearBy(place: Place, random: Random): Place;
}

/** Public buildings: how people name them after "in", "a", "al"; quarter. */
const buildings: readonly (readonly [
  kind: 'scuole-manutenzione' | 'edifici' | 'cimiteri',
  words: string,
  name: string,
  quarter: string,
])[] = [
  ['scuole-manutenzione', 'alla scuola primaria del Castello', 'Scuola primaria del Castello', 'centro-storico'],
  ['scuole-manutenzione', 'alla scuola media della Rocca', 'Scuola media della Rocca', 'centro-storico'],
  ['scuole-manutenzione', 'al nido Girasole', 'Nido Girasole', 'stazione'],
  ['scuole-manutenzione', 'alla scuola primaria Ponente', 'Scuola primaria Ponente', 'borgo-ponente'],
  ['scuole-manutenzione', 'alla scuola dell’infanzia San Rocco', 'Scuola dell’infanzia San Rocco', 'san-rocco'],
  ['scuole-manutenzione', 'alla scuola primaria delle Magnolie', 'Scuola primaria delle Magnolie', 'giardini'],
  ['scuole-manutenzione', 'alla scuola media della Fiera', 'Scuola media della Fiera', 'campo-fiera'],
  ['scuole-manutenzione', 'alla scuola primaria Oltreponte', 'Scuola primaria Oltreponte', 'oltreponte'],
  ['scuole-manutenzione', 'al nido dei Pioppi', 'Nido dei Pioppi', 'i-pioppi'],
  ['scuole-manutenzione', 'alla scuola primaria Europa', 'Scuola primaria Europa', 'case-nuove'],
  ['scuole-manutenzione', 'alla scuola dell’infanzia Le Rondini', 'Scuola dell’infanzia Le Rondini', 'colombare'],
  ['scuole-manutenzione', 'alla scuola primaria della Pieve', 'Scuola primaria della Pieve', 'pieve-di-sopra'],
  ['edifici', 'alla biblioteca della Rocca', 'Biblioteca della Rocca', 'centro-storico'],
  ['edifici', 'in municipio', 'Municipio', 'centro-storico'],
  ['edifici', 'alla palestra di Ponente', 'Palestra di Ponente', 'borgo-ponente'],
  ['edifici', 'al centro sociale Oltreponte', 'Centro sociale Oltreponte', 'oltreponte'],
  ['edifici', 'alla palestra delle Colombare', 'Palestra delle Colombare', 'colombare'],
  ['edifici', 'al mercato coperto', 'Mercato coperto', 'stazione'],
  ['edifici', 'alla sala civica di Case Nuove', 'Sala civica di Case Nuove', 'case-nuove'],
  ['cimiteri', 'al cimitero urbano', 'Cimitero urbano', 'san-rocco'],
  ['cimiteri', 'al cimitero di Pieve', 'Cimitero di Pieve', 'pieve-di-sopra'],
];

/** The chooser of places; some streets are worse than others, for each topic other ones. */
export function placesOf(town: Town): Places {
  const streets = town.streets.filter(({ doors }) => doors.length > 1);
  const crossings = crossingsOf(streets);
  const choosers = new Map<string, (random: Random) => number>();
  const sites = buildings.map(([kind, words, name, quarter]) => ({ kind, place: siteOf(name, words, quarter, streets) }));

  const streetFor = (topic: string, isStorm: boolean, random: Random) => {
    const key = isStorm ? 'storm' : topic;
    let choose = choosers.get(key);
    if (!choose) choosers.set(key, (choose = weightedIndex(streetWeights(streets, topic, isStorm))));
    return streets[choose(random)]!;
  };

  const alongStreet = (street: TownStreet, along: number, random: Random): Place => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const { spot, direction } = walk(street.line, along);
      const aside = random.between(2.5, 7) * (random.chance(0.5) ? 1 : -1);
      const moved: Spot = [spot[0] - Math.sin(direction) * aside, spot[1] + Math.cos(direction) * aside];
      const quarter = quarterAt(moved, street.quarters);
      if (quarter) return { spot: moved, quarter, street, along, ...wordsFor(street, moved, crossings, random) };
    }
    const door = random.pick(street.doors);
    const quarter = quarterAt(door.spot, street.quarters)!;
    return { spot: door.spot, quarter, street, along, ...wordsFor(street, door.spot, crossings, random) };
  };

  return {
    choose(topic, kind, isStorm, random) {
      if (kind.at === 'buildings') return { ...random.pick(sites.filter((site) => site.kind === kind.code)).place };
      if (kind.at === 'parks') return inPark(town, random);
      const street = streetFor(topic, isStorm, random);
      return alongStreet(street, hotSpot(street, topic, random), random);
    },
    nearBy(place, random) {
      if (!place.street) return { ...place };
      const along = Math.min(place.street.length - 8, Math.max(8, place.along + random.normal() * 13));
      return alongStreet(place.street, along, random);
    },
  };
}

/** Where along the street: anywhere, or at one of the spots where it happens again and again. */
function hotSpot(street: TownStreet, topic: string, random: Random): number {
  const [low, high] = [Math.min(10, street.length / 3), street.length - Math.min(10, street.length / 3)];
  if (!random.chance(topic === 'rifiuti' ? 0.3 : 0.12)) return random.between(low, high);
  const spot = randomStream(`hot spot of ${street.name} for ${topic}`).between(low, high);
  return Math.min(high, Math.max(low, spot + random.normal() * 18));
}

function streetWeights(streets: readonly TownStreet[], topic: string, isStorm: boolean): number[] {
  const random = randomStream(`streets for ${topic}`);
  return streets.map((street) => {
    const luck = random.logNormal(1, 0.85);
    const figures = quarterFigures[street.quarters[0]!]!;
    const affinity = affinities[street.quarters[0]!]?.[topic] ?? 1;
    // The nearer to the main square, the more people pass; hamlets have a middle of their own.
    const isHamlet = Math.hypot(...street.line[0]!) > 4_000;
    const passing = isHamlet
      ? 1
      : 0.55 + 0.9 * Math.exp(-((Math.hypot(...walk(street.line, street.length / 2).spot) / 1_500) ** 2));
    const traffic = street.kind === 'main' ? 1.5 : street.kind === 'path' ? 0.6 : 1;
    return street.length * luck * passing * traffic * (isStorm ? figures.storm * figures.activity : figures.activity * affinity);
  });
}

function inPark(town: Town, random: Random): Place {
  const park =
    town.parks[weightedIndex(town.parks.map(({ quarter }) => (quarterFigures[quarter]?.activity ?? 1) + 0.4))(random)]!;
  const [xs, ys] = [park.ring.map(([x]) => x), park.ring.map(([, y]) => y)];
  let spot = centreOf(park.ring);
  for (let attempt = 0; attempt < 30; attempt++) {
    const tried: Spot = [random.between(Math.min(...xs), Math.max(...xs)), random.between(Math.min(...ys), Math.max(...ys))];
    if (!isInside(tried, park.ring) || quarterAt(tried, [park.quarter]) === undefined) continue;
    spot = tried;
    break;
  }
  const words = park.name.startsWith('Giardini ') ? `nei ${park.name}` : `nel ${park.name}`;
  return { spot, quarter: park.quarter, address: park.name, words, street: undefined, along: 0 };
}

function siteOf(name: string, words: string, quarter: string, streets: readonly TownStreet[]): Place {
  const random = randomStream(`site of ${name}`);
  const street = random.pick(streets.filter(({ quarters }) => quarters.length === 1 && quarters[0] === quarter));
  const door = random.pick(street.doors);
  return { spot: door.spot, quarter, address: `${name}, ${street.name} ${door.number}`, words, street: undefined, along: 0 };
}

function wordsFor(
  street: TownStreet,
  spot: Spot,
  crossings: ReadonlyMap<TownStreet, Crossing[]>,
  random: Random,
): Pick<Place, 'address' | 'words'> {
  const door = street.doors.reduce((best, each) => (distance(each.spot, spot) < distance(best.spot, spot) ? each : best));
  const way = street.name.charAt(0).toLowerCase() + street.name.slice(1);
  const at = way.startsWith('lungofiume') ? `sul ${way}` : `in ${way}`;
  const of = way.startsWith('lungofiume') ? `del ${way}` : `di ${way}`;
  const crossing = crossings.get(street)?.find((each) => distance(each.spot, spot) < 45);
  if (crossing && random.chance(0.6)) {
    const other = crossing.name.charAt(0).toLowerCase() + crossing.name.slice(1);
    const words = random.pick([
      `${at}, all'incrocio con ${other}`,
      `all'angolo tra ${way} e ${other}`,
      `${at}, quasi all'angolo con ${other}`,
    ]);
    return { address: `${street.name} ${door.number}`, words };
  }
  const n = door.number;
  const words = random.pick([
    `${at}, davanti al civico ${n}`,
    `${at}, all'altezza ${elided('del', n)}`,
    `${at} vicino al numero ${n}`,
    `davanti ${elided('al', n)} ${of}`,
    `${at}, poco dopo il civico ${n}`,
    `${at}, di fronte ${elided('al', n)}`,
    `vicino al civico ${n} ${of}`,
  ]);
  return { address: `${street.name} ${n}`, words };
}

/** "del 7", but "dell'8" and "dell'11": before a vowel. */
function elided(preposition: 'del' | 'al', number: string): string {
  return /^(8\d*|11)$/.test(number) ? `${preposition}l'${number}` : `${preposition} ${number}`;
}

interface Crossing {
  spot: Spot;
  name: string;
}

/** The streets that each street ends on. */
function crossingsOf(streets: readonly TownStreet[]): Map<TownStreet, Crossing[]> {
  return new Map(
    streets.map((street) => {
      const near = streets.filter((other) => other !== street && other.quarters.some((code) => street.quarters.includes(code)));
      const ends = [street.line[0]!, street.line.at(-1)!];
      return [
        street,
        ends.flatMap((spot) => {
          const other = near.find(({ line }) => line.some((b, i) => i > 0 && distanceToSegment(spot, line[i - 1]!, b) < 4));
          return other && other.name !== street.name && !other.name.startsWith('Lungofiume') ? [{ spot, name: other.name }] : [];
        }),
      ];
    }),
  );
}
