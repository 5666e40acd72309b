import type { Arrival } from './arrivals.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { closings, complaints, details, echoes, openings, since, suggestions } from './texts/general.ts';
import { type Case, textsFor } from './texts/words.ts';

/** What a report is about, once chosen. */
export interface Matter {
  type: 'issue' | 'suggestion' | 'complaint';
  /** What went wrong; null for suggestions and complaints. */
  case: Case | null;
}

/** Cases that a storm brings, by kind. */
const stormCases: Record<string, readonly number[]> = { alberi: [0, 3, 4], cartelli: [0], 'via-al-buio': [0, 2], parchi: [3] };

/** Chooses what a report is about, among what happens in that month. */
export function chooseMatter({ kind, isStorm }: Arrival, month: number, random: Random): Matter {
  const type = isStorm || random.chance(0.955) ? 'issue' : random.chance(0.55) ? 'suggestion' : 'complaint';
  if (type !== 'issue') return { type, case: null };
  const among = isStorm ? (stormCases[kind.code]?.map((i) => kind.cases[i]!) ?? kind.cases) : kind.cases;
  const possible = among.filter(([titles, reports]) => textsFor(titles, month).length && textsFor(reports, month).length);
  return { type, case: random.pick(possible.length ? possible : kind.cases.slice(-1)) };
}

/** Title and words of a report, as its channel has them. `before`: words of the first report, not to be repeated. */
export function write(
  { topic, channel }: Pick<Arrival, 'topic' | 'channel'>,
  { type, case: matter }: Matter,
  place: Place,
  month: number,
  random: Random,
  before?: string,
): { title: string; description: string; core: string } {
  const general = type === 'suggestion' ? suggestions : complaints;
  const titles = matter ? textsFor(matter[0], month) : general.titles;
  const cores = matter ? textsFor(matter[1], month) : general.reports;
  const fresh = cores.filter((each) => each !== before);
  const core = random.pick(fresh.length ? fresh : cores);
  const sentence = fill(core, { dove: place.words, tempo: random.pick(since) });
  const title = random.pick(titles);
  const how = channel === 'email' ? 'email' : channel === 'telefono' || channel === 'sportello' ? 'spoken' : 'web';
  const opening = random.pick(openings[how]);
  const parts = [
    opening,
    /[,:]$/.test(opening) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence,
    before !== undefined && random.chance(0.4) ? random.pick(echoes) : '',
    place.street && random.chance(0.45) ? random.pick(details) : '',
    type === 'issue' && random.chance(0.5) ? pickText(topic.consequences, month, random) : '',
    random.pick(closings[how]),
  ];
  const withPlace = matter && random.chance(0.42) ? `${title} ${place.words}` : title;
  return { title: withPlace.slice(0, 200), description: parts.filter(Boolean).join(' ').replaceAll('’', "'"), core };
}

/** One of the texts of a list that fit the month; empty when none does. */
export function pickText(list: string, month: number, random: Random): string {
  const texts = textsFor(list, month);
  return texts.length ? random.pick(texts) : '';
}

/** The template with `{name}` replaced, and `{Name}` by the same with a capital. */
export function fill(template: string, words: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name.toLowerCase()];
    if (word === undefined) return whole;
    return /^[A-Z]/.test(name) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}
