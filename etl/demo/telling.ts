import type { Arrival } from './arrivals.ts';
import { day, hour } from './calendar.ts';
import { fill, type Matter, pickText } from './compose.ts';
import { quarterFigures, topicFigures } from './figures.ts';
import { offices, responsible } from './organisation.ts';
import { weightedIndex } from './random.ts';
import {
  assign,
  beginStory,
  close,
  dateInWords,
  dayInWords,
  fix,
  reply,
  say,
  type Story,
  takeCharge,
  tellAtWork,
  type Teller,
  wait,
} from './story.ts';
import {
  comments,
  complaints,
  doneNotes,
  notActionable,
  receipts,
  reopenings,
  secondAnswers,
  suggestions,
  withdrawals,
} from './texts/general.ts';

/** What decides how a story goes. */
export interface Situation {
  arrival: Arrival;
  matter: Matter;
  quarter: string;
  dueAt: Date;
  /** From 0 (three years ago) to 1 (now). */
  progress: number;
  /** When the problem was or will be over, if that is known already (the same problem was reported before). */
  overAt?: number | undefined;
}

/** The whole story of a report, also what has not happened yet. */
export function tellStory(teller: Teller, situation: Situation): Story {
  const { random } = teller;
  const { arrival, matter } = situation;
  const story = beginStory(arrival.at, firstActor(arrival, teller));
  const [office, slowness] = chooseOffice(teller, situation);
  const days = daysToAnswer(teller, situation, slowness);
  const luck = random.next();
  if (luck < 0.007) return withdraw(story, teller);
  if (matter.type === 'issue' && situation.overAt === undefined) {
    if (luck < 0.045) return answerAtDesk(story, teller, 'not_competent', pickText(arrival.topic.notCompetent, 1, random), days);
    if (luck < 0.066) return answerAtDesk(story, teller, 'not_actionable', random.pick(notActionable), days);
  }
  return workOn(story, teller, situation, office, days);
}

function firstActor({ channel }: Arrival, { random }: Teller): 'citizen' | 'anonymous' | 'desk' {
  if (channel === 'telefono' || channel === 'sportello') return 'desk';
  return channel !== 'email' && random.chance(0.3) ? 'anonymous' : 'citizen';
}

/** Days from arrival to answer; Infinity when the report is lost sight of. */
function daysToAnswer({ random }: Teller, { arrival, quarter, progress, overAt }: Situation, ofOffice: number): number {
  if (overAt !== undefined) return Number.isFinite(overAt) ? Math.max(0.15, (overAt - arrival.at) / day) : Infinity;
  const figures = topicFigures[arrival.topic.code]!;
  const [then, now] = figures.days;
  const slowness = quarterFigures[quarter]!.slowness * ofOffice;
  if (random.chance(figures.forgotten * slowness)) return Infinity;
  const kind = ((arrival.kind.serviceDays ?? figures.serviceDays) / figures.serviceDays) ** 0.6;
  const storm = arrival.isStorm ? 1.6 : 1;
  return Math.max(0.15, random.logNormal(then * (now / then) ** progress * kind * slowness * storm, figures.spread));
}

function withdraw(story: Story, { random }: Teller): Story {
  const author = { actor: 'author', visibility: 'public' } as const;
  say(story, story.at + random.logNormal(0.4, 1) * day, { kind: 'commented', ...author, body: random.pick(withdrawals) });
  say(story, story.at, { kind: 'closed', ...author, outcome: 'withdrawn' });
  return story;
}

function answerAtDesk(
  story: Story,
  teller: Teller,
  outcome: 'not_competent' | 'not_actionable',
  body: string,
  days: number,
): Story {
  const patience = Math.min(days, 12);
  takeCharge(story, teller, patience / 2);
  close(story, teller, story.at + teller.random.between(0.1, 0.8) * patience * day, {
    outcome,
    body,
    signedAs: officeBy('urp').name,
  });
  return story;
}

function workOn(story: Story, teller: Teller, situation: Situation, office: string, days: number): Story {
  const { random } = teller;
  const { arrival, matter } = situation;
  const isLost = !Number.isFinite(days);
  takeCharge(story, teller, isLost ? 3 : days / 2);
  if (isLost && random.chance(0.1)) return story;
  if (random.chance(0.34)) receipt(story, teller, office, situation.dueAt);
  if (random.chance(0.07))
    assign(story, teller, random.pick(offices.filter(({ code, kind }) => code !== office && kind === undefined)).code);
  assign(story, teller, office);
  if (random.chance(0.18)) note(story, teller, office, pickText(arrival.topic.notes, 1, random), days);
  const waited = maybeWait(story, teller, situation, office, days);
  if (random.chance(0.055)) comment(story, teller, days);
  if (waited === Infinity || (isLost && random.chance(0.93))) return story;
  const over = arrival.at + (isLost ? 40 : days) * day + waited;
  fix(story, teller, over - Math.min(2, days * 0.12) * day, office, random.chance(0.4) ? random.pick(doneNotes) : '');
  if (isLost) return story;
  answer(story, teller, situation, office, over);
  if (matter.type === 'issue' && random.chance(0.036)) reopen(story, teller, office);
  return story;
}

function chooseOffice({ random }: Teller, { arrival }: Situation): [code: string, slowness: number] {
  const choices = topicFigures[arrival.topic.code]!.offices;
  const [code, , slowness] = choices[weightedIndex(choices.map(([, share]) => share))(random)]!;
  return [code, slowness];
}

function receipt(story: Story, teller: Teller, office: string, dueAt: Date): void {
  const due = teller.calendar.dayOf(dueAt.getTime());
  const { the, to } = officeBy(office);
  const words = { ufficio: the, allufficio: to, termine: due ? dateInWords(due) : 'termine previsto' };
  reply(story, teller, fill(teller.random.pick(receipts), words), officeBy('urp').name);
}

function note(story: Story, teller: Teller, office: string, body: string, days: number): void {
  const at = story.at + Math.min(days, 20) * teller.random.between(0.05, 0.3) * day;
  tellAtWork(story, at, teller, {
    kind: 'noted',
    actor: 'officer',
    visibility: 'internal',
    office: teller.officeId(office),
    body,
  });
}

function comment(story: Story, { random }: Teller, days: number): void {
  const at = story.at + Math.min(days, 60) * random.between(0.1, 0.5) * day;
  say(story, at, {
    kind: 'commented',
    actor: random.chance(0.4) ? 'author' : 'citizen',
    visibility: 'public',
    body: random.pick(comments),
  });
}

/** Milliseconds waited: 0 mostly; Infinity when it still waits. */
function maybeWait(story: Story, teller: Teller, { arrival, overAt }: Situation, office: string, days: number): number {
  const { random } = teller;
  const isLost = !Number.isFinite(days);
  if (overAt !== undefined || !random.chance(isLost ? 0.2 : topicFigures[arrival.topic.code]!.waits)) return 0;
  const from = story.at + Math.min(isLost ? 10 : days, 30) * random.between(0.1, 0.4) * day;
  const length = isLost ? Infinity : random.logNormal(15, 0.8) * day;
  const month = teller.calendar.dayOf(from)?.month ?? 1;
  wait(story, teller, from, length, office, pickText(arrival.kind.waiting, month, random));
  return length;
}

function answer(story: Story, teller: Teller, { arrival, matter, overAt }: Situation, office: string, over: number): void {
  const { random, calendar } = teller;
  const fixedAt = story.at;
  const month = calendar.dayOf(fixedAt)?.month ?? 1;
  const signedAs = officeBy(responsible[office] ?? office).name;
  const planned = pickText(arrival.kind.answered, month, random);
  const isAnswered = matter.type !== 'issue' || (overAt === undefined && planned !== '' && random.chance(0.08));
  const at = calendar.officeTime(Math.max(over, fixedAt + random.between(0.2, 5) * hour), random);
  if (isAnswered) {
    const said =
      matter.type === 'suggestion' ? suggestions.answers : matter.type === 'complaint' ? complaints.answers : [planned];
    return close(story, teller, at, { outcome: 'answered', body: random.pick(said), signedAs });
  }
  const fixed = pickText(matter.case![2], month, random);
  close(story, teller, at, { outcome: 'resolved', body: fill(fixed, { quando: dayInWords(fixedAt, at, teller) }), signedAs });
}

function reopen(story: Story, teller: Teller, office: string): void {
  const { random } = teller;
  const signedAs = officeBy(responsible[office] ?? office).name;
  const body = random.pick(reopenings);
  say(story, story.at + random.logNormal(6, 0.8) * day, { kind: 'reopened', actor: 'author', visibility: 'public', body });
  assign(story, teller, office, random.logNormal(1.2, 0.8) * day);
  fix(story, teller, story.at + random.logNormal(6, 1) * day, office, '');
  const fixedAt = story.at;
  const at = teller.calendar.officeTime(fixedAt + random.between(0.3, 20) * hour, random);
  const said = fill(random.pick(secondAnswers), { quando: dayInWords(fixedAt, at, teller) });
  close(story, teller, at, { outcome: 'resolved', body: said, signedAs });
}

function officeBy(code: string): (typeof offices)[number] {
  return offices.find((each) => each.code === code)!;
}
