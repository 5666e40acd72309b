import { defaultRadius } from '#api/duplicates/score.ts';
import type { NewDuplicateLink } from '#api/duplicates/links.ts';
import type { HistoryEvent, ReportHistory } from '#api/reports/history.ts';
import { type Arrival, arrivals } from './arrivals.ts';
import { calendarBetween, day, dayAround } from './calendar.ts';
import { chooseMatter, type Matter, write } from './compose.ts';
import { extraOf } from './extras.ts';
import { topicFigures } from './figures.ts';
import { type Ids, radiusOf } from './organisation.ts';
import { type Place, type Places, placesOf } from './places.ts';
import { randomStream } from './random.ts';
import { linkOf, repeatsOf, tellRepeat } from './repeats.ts';
import type { Story, Teller } from './story.ts';
import { tellStory } from './telling.ts';
import { onEarth } from './town/plane.ts';
import type { Town } from './town/town.ts';

/** Everything the demo town was told, up to now. */
export interface DemoReports {
  /** In order of arrival; nothing in them is later than now. */
  histories: ReportHistory[];
  links: NewDuplicateLink[];
}

/** A report before it has its number. */
interface Draft {
  arrival: Arrival;
  matter: Matter;
  place: Place;
  text: { title: string; description: string; core: string };
  story: Story;
  dueAt: Date;
  /** The draft it repeats. */
  first?: Draft;
  isNoticed?: boolean;
  key: string;
}

interface Desk extends Teller {
  places: Places;
  start: number;
  /** End of the day of `now`. */
  end: number;
  now: number;
}

const years = 3;
/** Reports among first reports, repeats of others included. */
const withRepeats = 1.095;

/** Makes about `count` reports of the three years that end at `now`; the same day and hour give the same reports. */
export function demoReports(town: Town, ids: Ids, now: Date, count: number): DemoReports {
  // Everything hangs on the day, so that a later hour adds to the same stories.
  const today = dayAround(now.getTime());
  const noon = today.start + day / 2;
  const calendar = calendarBetween(noon - Math.round(years * 365.25) * day, noon + 140 * day);
  const desk: Desk = {
    calendar,
    random: randomStream('stories'),
    officeId: (code) => ids.offices.get(code)!,
    places: placesOf(town),
    start: calendar.days[0]!.start,
    end: today.start + day,
    now: now.getTime(),
  };
  const firsts = arrivals(calendar, desk.start, desk.end, count / withRepeats, count / 25_000, randomStream('arrivals'));
  const drafts = firsts.flatMap((arrival, i) => draftsOf(desk, arrival, `${i}`));
  const told = drafts.filter(({ arrival }) => arrival.at <= desk.now).toSorted((a, b) => a.arrival.at - b.arrival.at);
  const numbers = new Map(told.map((draft, i) => [draft.key, `demo-${String(i + 1).padStart(5, '0')}`]));
  const histories = new Map(told.map((draft) => [draft.key, historyOf(draft, numbers, ids, desk)]));
  const links = told.flatMap((draft) => {
    if (!draft.first) return [];
    const { topic, kind } = draft.arrival;
    const of = { topCategory: ids.categories.get(topic.code)!, radius: radiusOf(kind.code) || defaultRadius };
    const link = linkOf(histories.get(draft.key)!, histories.get(draft.first.key)!, of, draft.isNoticed!);
    return link ? [link] : [];
  });
  return { histories: [...histories.values()], links };
}

/** A first report and those that repeat it. */
function draftsOf(desk: Desk, arrival: Arrival, key: string): Draft[] {
  const { random } = desk;
  const month = monthOf(desk, arrival.at);
  const matter = chooseMatter(arrival, month, random);
  const place = desk.places.choose(arrival.topic.code, arrival.kind, arrival.isStorm, random);
  const first: Draft = { ...finish(desk, arrival, matter, place), key };
  if (matter.type !== 'issue') return [first];
  const over = overAt(first.story);
  const repeats = repeatsOf(arrival, over, desk).map(({ arrival: again, isNoticed }, i): Draft => {
    const near = desk.places.nearBy(place, random);
    const draft = finish(desk, again, matter, near, { first, isNoticed, over });
    return { ...draft, first, isNoticed, key: `${key}.${i + 1}` };
  });
  return [first, ...repeats];
}

function finish(
  desk: Desk,
  arrival: Arrival,
  matter: Matter,
  place: Place,
  again?: { first: Draft; isNoticed: boolean; over: number },
): Omit<Draft, 'key'> {
  const { random, calendar } = desk;
  const text = write(arrival, matter, place, monthOf(desk, arrival.at), random, again?.first.text.core);
  const promised = arrival.kind.serviceDays ?? topicFigures[arrival.topic.code]!.serviceDays;
  const dueAt = calendar.dueAfter(arrival.at, promised);
  if (again?.isNoticed) return { arrival, matter, place, text, dueAt, story: tellRepeat(desk, arrival, again.first.key) };
  const progress = (arrival.at - desk.start) / (desk.end - desk.start);
  const over = again && again.over + random.between(0, 0.6) * day;
  const story = tellStory(desk, { arrival, matter, quarter: place.quarter, dueAt, progress, overAt: over });
  return { arrival, matter, place, text, dueAt, story };
}

function overAt({ events }: Story): number {
  const closed = events.findLast(({ kind }) => kind === 'closed');
  return closed?.at.getTime() ?? Infinity;
}

function historyOf(draft: Draft, numbers: ReadonlyMap<string, string>, ids: Ids, { now }: Desk): ReportHistory {
  const { arrival, matter, place, text, story, dueAt, key } = draft;
  const random = randomStream(`report ${key}`);
  const isSpoken = arrival.channel === 'telefono' || arrival.channel === 'sportello';
  const hasPoint = !isSpoken || !random.chance(0.05);
  return {
    externalId: numbers.get(key)!,
    type: matter.type,
    category: ids.categories.get(arrival.kind.code)!,
    area: ids.areas.get(place.quarter)!,
    channel: ids.channels.get(arrival.channel)!,
    title: text.title.charAt(0).toUpperCase() + text.title.slice(1),
    description: text.description,
    language: 'it',
    address: place.address,
    point: hasPoint ? onEarth(place.spot) : null,
    extra: extraOf(arrival.kind.code, random),
    visibility: random.chance(arrival.kind.code === 'rumori' ? 0.2 : 0.013) ? 'private' : 'public',
    dayPrecision: false,
    tracked: true,
    dueAt,
    events: story.events.filter(({ at }) => at.getTime() <= now).map((event) => withNumber(event, numbers)),
  };
}

/** The event with the number of the report it names, where it names one. */
function withNumber(event: HistoryEvent, numbers: ReadonlyMap<string, string>): HistoryEvent {
  const original = event.data?.original;
  return typeof original === 'string' ? { ...event, data: { original: numbers.get(original)! } } : event;
}

function monthOf({ calendar }: Desk, at: number): number {
  return calendar.dayOf(at)?.month ?? 1;
}
