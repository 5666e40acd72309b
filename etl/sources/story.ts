import type { HistoryEvent } from '#api/reports/history.ts';
import type { Note } from './notes.ts';
import type { Draft } from './source.ts';
import { dayOf } from './told-time.ts';

/** What the times of a draft come to. */
export interface Story {
  events: HistoryEvent[];
  tracked: boolean;
  dayPrecision: boolean;
  note: Note | null;
}

/**
 * The events that a draft tells. `office`: number of the one that works it; then the report is assigned to it, and fixed by it
 * before it is closed, as the rules of a report ask. A closing before the arrival is believed when it is on the same day, as
 * one that tells the day only; else nothing after the arrival is believed.
 */
export function storyOf(draft: Draft, office: number | null): Story {
  const { received, zone, course } = draft;
  const arrived = zone.moment(received);
  const story: Story = { events: [event('received', arrived)], tracked: true, dayPrecision: received.isDay, note: null };
  if (course.state === 'received') return story;
  if (course.state === 'untold') return { ...story, tracked: false, note: course.note ?? null };

  const told = course.state === 'closed' ? course.closed : course.state === 'fixed' ? course.fixed : null;
  let ended = told && zone.moment(told, arrived.getTime());
  if (told && ended! < arrived) {
    if (dayOf(told) !== dayOf(received)) return { ...story, tracked: false, note: 'closedBefore' };
    ended = arrived;
    story.dayPrecision = true;
    story.note = 'closedSameDay';
  }
  if (told?.isDay) story.dayPrecision = true;

  const taken = takenAt(draft, arrived, ended);
  if (office !== null) story.events.push(event('assigned', taken ?? arrived, office));
  else if (taken || course.state !== 'closed') story.events.push(event('taken', taken ?? arrived));
  if (ended && office !== null) story.events.push(event('fixed', ended, office));
  if (course.state === 'closed') story.events.push({ ...event('closed', ended!), outcome: course.outcome });
  return story;
}

/** When somebody took charge, kept between arrival and end; null when nobody tells it. */
function takenAt({ course, zone }: Draft, arrived: Date, ended: Date | null): Date | null {
  const told = 'taken' in course ? course.taken : null;
  if (!told) return null;
  const taken = zone.moment(told, arrived.getTime());
  if (taken < arrived) return arrived;
  return ended && taken > ended ? ended : taken;
}

/** What the office does is internal; the rest is public. */
function event(kind: HistoryEvent['kind'], at: Date, office: number | null = null): HistoryEvent {
  return { at, kind, actor: 'importer', visibility: office === null ? 'public' : 'internal', office };
}
