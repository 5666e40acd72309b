import type { HistoryEvent } from '#api/reports/history.ts';
import type { Outcome } from '#api/reports/lifecycle.ts';
import { type Calendar, day, hour } from './calendar.ts';
import type { Random } from './random.ts';

/** Where a story is told: the days, the chance, and the numbers of the offices by code. */
export interface Teller {
  calendar: Calendar;
  random: Random;
  officeId(code: string): number;
}

/** Story of a report while it is being told; times only go on. */
export interface Story {
  events: HistoryEvent[];
  /** Time of the last event, milliseconds. */
  at: number;
}

const minute = 60_000;

/** A story that begins with the arrival. */
export function beginStory(at: number, actor: 'citizen' | 'anonymous' | 'desk'): Story {
  return { events: [{ at: new Date(at), kind: 'received', actor, visibility: 'public' }], at };
}

/** Adds an event at the time, or right after the one before when that is later. */
function tell(story: Story, at: number, event: Omit<HistoryEvent, 'at'>): void {
  story.at = Math.round(Math.max(at, story.at + minute) / 1000) * 1000;
  story.events.push({ at: new Date(story.at), ...event });
}

/** Adds an event of somebody in an office: in office hours. */
export function tellAtWork(story: Story, at: number, { calendar, random }: Teller, event: Omit<HistoryEvent, 'at'>): void {
  tell(story, calendar.officeTime(Math.max(at, story.at + random.between(2, 9) * minute), random), event);
}

/** The desk opens the report. `patience`: days within which it should. */
export function takeCharge(story: Story, teller: Teller, patience: number): void {
  const delay = Math.min(teller.random.logNormal(0.18, 1.2), patience) * day;
  tellAtWork(story, story.at + delay, teller, {
    kind: 'taken',
    actor: 'desk',
    visibility: 'public',
    office: teller.officeId('urp'),
  });
}

/** The desk gives the report to an office; `pause`: milliseconds that it lies on the desk first. */
export function assign(story: Story, teller: Teller, office: string, pause = 0): void {
  const { random } = teller;
  const delay = random.chance(0.8) ? random.between(3, 50) * minute : random.logNormal(0.7, 0.7) * day;
  tellAtWork(story, story.at + pause + delay, teller, {
    kind: 'assigned',
    actor: 'desk',
    visibility: 'public',
    office: teller.officeId(office),
  });
}

/** The desk publishes words that do not close the report. */
export function reply(story: Story, teller: Teller, body: string, signedAs: string): void {
  const at = story.at + teller.random.between(5, 60) * minute;
  tellAtWork(story, at, teller, {
    kind: 'replied',
    actor: 'desk',
    visibility: 'public',
    office: teller.officeId('urp'),
    body,
    signedAs,
  });
}

/** The report waits for somebody else, from a time on; resumed after `length` milliseconds, or not at all (Infinity). */
export function wait(story: Story, teller: Teller, from: number, length: number, office: string, body: string): void {
  const who = { actor: actorOf(office), visibility: 'public', office: teller.officeId(office) } as const;
  tellAtWork(story, from, teller, { kind: 'waiting', ...who, body });
  if (Number.isFinite(length)) tellAtWork(story, story.at + length, teller, { kind: 'resumed', ...who });
}

/** The office reports the work as done. */
export function fix(story: Story, teller: Teller, at: number, office: string, note: string): void {
  const by = { actor: actorOf(office), office: teller.officeId(office) };
  const soonest = story.at + teller.random.between(25, 200) * minute;
  tellAtWork(story, Math.max(at, soonest), teller, { kind: 'fixed', ...by, visibility: 'public', body: note || null });
}

/** The desk publishes the signed answer that closes the report. */
export function close(
  story: Story,
  teller: Teller,
  at: number,
  how: { outcome: Outcome; body: string; signedAs: string; data?: Record<string, unknown> },
): void {
  tellAtWork(story, at, teller, {
    kind: 'closed',
    actor: 'desk',
    visibility: 'public',
    office: teller.officeId('urp'),
    ...how,
    data: how.data ?? null,
  });
}

/** Somebody who is not at work says something, at any hour. */
export function say(story: Story, at: number, event: Omit<HistoryEvent, 'at'>): void {
  tell(story, at, event);
}

/** The role in which an office acts. */
function actorOf(office: string): 'contractor' | 'officer' | 'desk' {
  if (office === 'urp') return 'desk';
  return office.endsWith('-demo') ? 'contractor' : 'officer';
}

/** When the work was done, as an answer published at `now` says it. */
export function dayInWords(done: number, now: number, { calendar }: Pick<Teller, 'calendar'>): string {
  const [then, today] = [calendar.dayOf(done), calendar.dayOf(now)];
  if (!then || !today) return 'nei giorni scorsi';
  if (then === today) return now - today.start < 13 * hour ? 'questa mattina' : 'oggi';
  if (Math.abs(today.start - then.start) < 1.5 * day) return 'ieri';
  return `il ${dateInWords(then)}`;
}

const months = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');

/** "3 marzo". */
export function dateInWords({ dayOfMonth, month }: { dayOfMonth: number; month: number }): string {
  return `${dayOfMonth === 1 ? '1º' : dayOfMonth} ${months[month - 1]!}`;
}
