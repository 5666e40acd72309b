/**
 * One thing that goes wrong: titles, reports and answers once it is fixed, each a list divided by " | ".
 * `{dove}` is replaced by the place, `{tempo}` by since when, `{quando}` by the day of the work. A text that begins with months,
 * like "[5-9]", is used from May to September only.
 */
export type Case = readonly [titles: string, reports: string, fixed: string];

/** One kind of problem: a category of the second level. */
export interface KindWords {
  code: string;
  it: string;
  en: string;
  /** Share within its topic. */
  weight: number;
  /** Where it happens: along streets (the default), in parks, or at public buildings. */
  at?: 'parks' | 'buildings';
  /** Working days promised, when they differ from the topic's. */
  serviceDays?: number;
  cases: readonly Case[];
  /** Public answers when nothing will be done at once, divided by " | ". */
  answered: string;
  /** Why such a report may have to wait, divided by " | ". */
  waiting: string;
}

/** What people and offices write within one topic: a category of the first level. Lists are divided by " | ". */
export interface TopicWords {
  code: string;
  it: string;
  en: string;
  kinds: readonly KindWords[];
  /** Why it matters, as people put it. */
  consequences: string;
  /** Notes of the office, for colleagues only. */
  notes: string;
  /** Who is competent, when the municipality is not. */
  notCompetent: string;
}

const parsed = new Map<string, string[][]>();

/** The texts of a list divided by " | " that fit the month (1 to 12). */
export function textsFor(list: string, month: number): readonly string[] {
  let byMonth = parsed.get(list);
  if (!byMonth) {
    byMonth = Array.from({ length: 12 }, (_, i) => list.split(' | ').flatMap((text) => textInMonth(text, i + 1)));
    parsed.set(list, byMonth);
  }
  return byMonth[month - 1]!;
}

function textInMonth(text: string, month: number): string[] {
  const months = /^\[(\d+)-(\d+)\] /.exec(text);
  if (!months) return [text];
  const [from, to] = [Number(months[1]), Number(months[2])];
  const fits = from <= to ? month >= from && month <= to : month >= from || month <= to;
  return fits ? [text.slice(months[0].length)] : [];
}
