import { scoreDuplicate } from '#api/duplicates/score.ts';
import { wordsOf } from '#api/duplicates/words.ts';
import type { NewDuplicateLink } from '#api/duplicates/links.ts';
import type { HistoryEvent, ReportHistory } from '#api/reports/history.ts';
import { type Arrival, channelOf } from './arrivals.ts';
import { day } from './calendar.ts';
import { topicFigures } from './figures.ts';
import { offices } from './organisation.ts';
import type { Random } from './random.ts';
import { beginStory, close, type Story, takeCharge, type Teller } from './story.ts';
import { duplicateAnswers } from './texts/general.ts';

/** A report that tells of the same thing as an earlier one. */
export interface Repeat {
  arrival: Arrival;
  /** Whether the desk notices. */
  isNoticed: boolean;
}

/** When others report the same thing again: near in time, while it lasts. `over`: when it was dealt with, or Infinity. */
export function repeatsOf(first: Arrival, over: number, teller: Teller): Repeat[] {
  const { random, calendar } = teller;
  const share = topicFigures[first.topic.code]!.repeated * (first.isStorm ? 1.8 : 1);
  if (!random.chance(share)) return [];
  const repeats: Repeat[] = [];
  for (let n = howMany(random); n > 0; n--) {
    const delay = -Math.log(1 - random.next()) * (first.isStorm ? 0.6 : 3.2) * day;
    const at = Math.round((first.at + Math.min(delay, (over - first.at) * random.between(0.3, 0.95))) / 1000) * 1000;
    const today = calendar.dayOf(at);
    if (!today || at - first.at < 60_000) continue;
    const channel = channelOf(today, 0.3, random);
    const isOpen = at - today.start > 8 * 3_600_000 && at - today.start < 18 * 3_600_000;
    const isSpoken = channel === 'telefono' || channel === 'sportello';
    repeats.push({ arrival: { ...first, at, channel: isSpoken && !isOpen ? 'app' : channel }, isNoticed: random.chance(0.62) });
  }
  return repeats;
}

function howMany(random: Random): number {
  let count = 1;
  while (count < 6 && random.chance(0.42)) count += 1;
  return count;
}

/** The short story of a report that the desk joins to an earlier one. */
export function tellRepeat(teller: Teller, { at, channel }: Arrival, original: string): Story {
  const { random } = teller;
  const isSpoken = channel === 'telefono' || channel === 'sportello';
  const story = beginStory(at, isSpoken ? 'desk' : random.chance(0.3) ? 'anonymous' : 'citizen');
  if (random.chance(0.75)) takeCharge(story, teller, 2);
  const how = {
    outcome: 'duplicate',
    body: random.pick(duplicateAnswers),
    signedAs: offices[0]!.name,
    data: { original },
  } as const;
  close(story, teller, story.at + random.logNormal(0.12, 1) * day, how);
  return story;
}

/** What links a repeat to the first report: decided when the desk joined them, else proposed while it is open. */
export function linkOf(
  repeat: ReportHistory,
  first: ReportHistory,
  of: { topCategory: number; radius: number },
  isNoticed: boolean,
): NewDuplicateLink | undefined {
  const closed = repeat.events.find(({ outcome }) => outcome === 'duplicate');
  if (!closed && (isNoticed || repeat.events.at(-1)!.kind === 'closed')) return undefined;
  const { score, reasons } = scoreDuplicate(comparable(first, of.topCategory), comparable(repeat, of.topCategory), of);
  if (!closed && score < 0.5) return undefined;
  const ends = { report: repeat.externalId, original: first.externalId };
  return { ...ends, state: closed ? 'confirmed' : 'proposed', score, reasons, decidedAt: closed?.at ?? null };
}

function comparable({ point, events, category, title, description, address }: ReportHistory, topCategory: number) {
  const closed = events.findLast(({ kind }: HistoryEvent) => kind === 'closed' || kind === 'reopened');
  return {
    lon: point?.[0] ?? null,
    lat: point?.[1] ?? null,
    receivedAt: events[0]!.at.getTime(),
    closedAt: closed?.kind === 'closed' ? closed.at.getTime() : null,
    tracked: true,
    dayPrecision: false,
    category,
    topCategory,
    text: wordsOf(`${title} ${description}`),
    address: wordsOf(address),
  };
}
