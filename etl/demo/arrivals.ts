import { type Calendar, type Day, day, hour } from './calendar.ts';
import { kindSeasons, topicFigures } from './figures.ts';
import { type Random, weightedIndex } from './random.ts';
import { topicWords } from './texts/all.ts';
import type { KindWords, TopicWords } from './texts/words.ts';

/** Something seen for the first time, and reported. */
export interface Arrival {
  at: number;
  topic: TopicWords;
  kind: KindWords;
  channel: Channel;
  isStorm: boolean;
}

/** Codes of the channels. */
export type Channel = 'web' | 'app' | 'telefono' | 'email' | 'sportello';

const weekdays = [1.18, 1.12, 1.07, 1.03, 0.98, 0.72, 0.6];
/** Growth a year. */
const growth = 1.1;
/** Extra reports on the three days of the storm, when 25,000 are made. */
const stormDays = [300, 150, 70];
const stormKinds: readonly (readonly [topic: string, kind: string, weight: number])[] = [
  ['verde', 'alberi', 45],
  ['acqua', 'allagamenti', 28],
  ['acqua', 'caditoie', 10],
  ['illuminazione', 'via-al-buio', 8],
  ['segnaletica', 'cartelli', 5],
  ['verde', 'parchi', 4],
];
const onlineHours = weightedIndex([
  0.6, 0.3, 0.2, 0.1, 0.1, 0.3, 1, 3, 6, 8, 8.5, 7.5, 6.5, 5.5, 5.5, 5.5, 6, 6.5, 6.5, 6, 5, 4, 2.5, 1.2,
]);
const deskHours = weightedIndex([0, 0, 0, 0, 0, 0, 0, 0, 6, 11, 12, 10, 7, 1, 2, 5, 4, 2]);
const stormHours = weightedIndex([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 12, 14, 12, 10, 8, 6, 4, 2]);

/** First reports of things, in order of time, over the days of the calendar up to `end`; about `count` of them, storm included. */
export function arrivals(calendar: Calendar, from: number, end: number, count: number, scale: number, random: Random): Arrival[] {
  const days = calendar.days.filter(({ start }) => start >= from && start < end);
  const storm = stormStart(days, end);
  const extra = stormDays.reduce((sum, each) => sum + each * scale, 0);
  const frost = frostStart(days);
  const rates = days.map((each) => kindRates(each, frost));
  const seen = days.map((each, i) => weatherOfDay(each, days.length - i, random));
  const expected = rates.reduce((sum, { total }, i) => sum + total * seen[i]!, 0);
  const all = days.flatMap((each, i) => {
    const { draw, total } = rates[i]!;
    const usual = random.poisson(((count - extra) * total * seen[i]!) / expected);
    return Array.from({ length: usual }, () => arrive(each, draw(random), 1 - i / days.length, onlineHours, false, random));
  });
  stormDays.forEach((each, i) => {
    const today = days[storm + i];
    for (let n = today ? Math.round(each * scale) : 0; n > 0; n--) all.push(stormArrival(today!, i, random));
  });
  return all.toSorted((a, b) => a.at - b.at);
}

/** Every kind of every topic. */
const kinds = topicWords.flatMap((topic) => {
  const weight = topic.kinds.reduce((sum, kind) => sum + kind.weight, 0);
  return topic.kinds.map((kind) => ({ topic, kind, share: (topicFigures[topic.code]!.share * kind.weight) / weight }));
});

function kindRates(today: Day, frost: number): { total: number; draw: (random: Random) => (typeof kinds)[number] } {
  const isFrosty = today.start >= frost && today.start < frost + 24 * day;
  const weights = kinds.map(({ topic, kind, share }) => {
    const season = seasonOf(kindSeasons[kind.code] ?? topicFigures[topic.code]!.season, today);
    return share * season * (isFrosty && topic.code === 'buche' ? 2.1 : 1);
  });
  const pick = weightedIndex(weights);
  return { total: weights.reduce((sum, each) => sum + each, 0), draw: (random) => kinds[pick(random)]! };
}

/** The factor of the month, sliding into the next. */
function seasonOf(season: readonly number[], { month, dayOfMonth }: Day): number {
  const offset = (dayOfMonth - 15) / 30;
  const here = season[month - 1]!;
  const near = season[(month - 1 + (offset < 0 ? 11 : 1)) % 12]!;
  return here + (near - here) * Math.abs(offset);
}

/** How busy a day is: growth, weekday, holidays, and chance. */
function weatherOfDay(today: Day, daysToEnd: number, random: Random): number {
  const holiday = today.weekday < 6 && !today.isWorking ? 0.55 : 1;
  const midAugust = today.month === 8 && today.dayOfMonth > 7 && today.dayOfMonth < 24 ? 0.65 : 1;
  return growth ** (-daysToEnd / 365) * weekdays[today.weekday - 1]! * holiday * midAugust * random.logNormal(1, 0.16);
}

function arrive(
  today: Day,
  { topic, kind }: { topic: TopicWords; kind: KindWords },
  age: number,
  hours: (random: Random) => number,
  isStorm: boolean,
  random: Random,
): Arrival {
  const channel = channelOf(today, age, random);
  const isSpoken = channel === 'telefono' || channel === 'sportello';
  const at = today.start + ((isSpoken ? deskHours(random) : hours(random)) + random.next()) * hour;
  return { at: Math.round(at / 1000) * 1000, topic, kind, channel, isStorm };
}

/** The way it comes: the app grows, telephone and letters shrink, desks are closed on holidays. `age`: 1 = three years ago, 0 = now. */
export function channelOf(today: Day, age: number, random: Random): Channel {
  const spoken = today.isWorking ? 1 : 0;
  const shares: [Channel, number][] = [
    ['app', 0.4 - 0.22 * age],
    ['web', 0.31 + 0.02 * age],
    ['telefono', (0.14 + 0.13 * age) * spoken],
    ['email', 0.09 + 0.05 * age],
    ['sportello', 0.07 * spoken],
  ];
  return shares[weightedIndex(shares.map(([, share]) => share))(random)]![0];
}

function stormArrival(today: Day, dayOfStorm: number, random: Random): Arrival {
  const [topicCode, kindCode] = stormKinds[weightedIndex(stormKinds.map(([, , weight]) => weight))(random)]!;
  const found = kinds.find(({ topic, kind }) => topic.code === topicCode && kind.code === kindCode)!;
  const arrival = arrive(today, found, 0.2, dayOfStorm === 0 ? stormHours : onlineHours, true, random);
  if (dayOfStorm > 0) return arrival;
  // The first evening nobody stands at a desk.
  return {
    ...arrival,
    channel: random.chance(0.6) ? 'app' : 'web',
    at: today.start + (stormHours(random) + random.next()) * hour,
  };
}

/** Place among the days of the first day of the storm: the last third Tuesday of July that is over a month ago; -9 when there is none. */
function stormStart(days: readonly Day[], end: number): number {
  const found = days.findLastIndex(
    ({ start, month, weekday, dayOfMonth }) =>
      month === 7 && weekday === 2 && dayOfMonth > 14 && dayOfMonth < 22 && start < end - 35 * day,
  );
  return found < 0 ? -9 : found;
}

/** Beginning of the frost of the second winter. */
function frostStart(days: readonly Day[]): number {
  return days.filter(({ month, dayOfMonth }) => month === 1 && dayOfMonth === 9)[1]?.start ?? Infinity;
}
