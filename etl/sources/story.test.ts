import { expect, test } from 'vitest';
import { fold } from '#api/reports/lifecycle.ts';
import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import type { Course, Draft } from './source.ts';
import { storyOf } from './story.ts';
import { readTime } from './told-time.ts';
import { zoneOf } from './zone.ts';

const at = (text: string) => readTime(text)!;
const office = 7;

function draft(course: Course, received = '2018-01-02 10:00:00'): Draft {
  return {
    id: '1',
    category: categoryNames('en')('Potholes'),
    channel: channel('phone'),
    language: 'en',
    point: null,
    zone: zoneOf('America/Chicago'),
    received: at(received),
    course,
  };
}

/** Kinds and hours of the events, after the rules of a report have let them pass. */
function told(course: Course, by: number | null = null, received?: string) {
  const story = storyOf(draft(course, received), by);
  const life = fold(story.events);
  return { ...story, life, events: story.events.map(({ kind, at }) => `${kind} ${at.toISOString().slice(5, 16)}`) };
}

test('nothing is told after the arrival: the report is not tracked', () => {
  const story = told({ state: 'untold' });
  expect(story.events).toEqual(['received 01-02T16:00']);
  expect(story.tracked).toBe(false);
});

test('an open report is taken by its office on arrival when nobody tells the time', () => {
  expect(told({ state: 'received' }, office).events).toEqual(['received 01-02T16:00']);
  expect(told({ state: 'taken' }).events).toEqual(['received 01-02T16:00', 'taken 01-02T16:00']);
  const assigned = told({ state: 'taken', taken: at('2018-01-03 09:00') }, office);
  expect(assigned.events).toEqual(['received 01-02T16:00', 'assigned 01-03T15:00']);
  expect(assigned.life).toMatchObject({ state: 'assigned', office });
});

test('a closed report is closed, by way of its office when it has one', () => {
  const closed = at('2018-01-05 12:00');
  expect(told({ state: 'closed', closed, outcome: 'resolved' }).events).toEqual(['received 01-02T16:00', 'closed 01-05T18:00']);
  const story = told({ state: 'closed', closed, outcome: 'withdrawn', taken: at('2018-01-03 12:00') }, office);
  expect(story.events).toEqual(['received 01-02T16:00', 'assigned 01-03T18:00', 'fixed 01-05T18:00', 'closed 01-05T18:00']);
  expect(story.life).toMatchObject({ state: 'closed', outcome: 'withdrawn', office });
});

test('work that is done and not closed is fixed; without an office it is only taken', () => {
  const fixed = at('2018-01-05 12:00');
  expect(told({ state: 'fixed', fixed }, office).life.state).toBe('fixed');
  expect(told({ state: 'fixed', fixed }).life.state).toBe('taken');
});

test('a closing before the arrival on the same day is one that tells the day', () => {
  const story = told({ state: 'closed', closed: at('2018-01-02 00:00:00'), outcome: 'resolved' });
  expect(story).toMatchObject({ tracked: true, dayPrecision: true, note: 'closedSameDay' });
  expect(story.events).toEqual(['received 01-02T16:00', 'closed 01-02T16:00']);
});

test('a closing on an earlier day is not believed, nor anything else after the arrival', () => {
  const story = told({ state: 'closed', closed: at('2017-01-03 00:00:00'), outcome: 'resolved' }, office);
  expect(story).toMatchObject({ tracked: false, note: 'closedBefore' });
  expect(story.events).toEqual(['received 01-02T16:00']);
});

test('taking charge is kept between the arrival and the end', () => {
  const closed = at('2018-01-05 12:00');
  const early = told({ state: 'closed', closed, outcome: 'resolved', taken: at('2018-01-01') });
  expect(early.events[1]).toBe('taken 01-02T16:00');
  const late = told({ state: 'closed', closed, outcome: 'resolved', taken: at('2018-02-01') });
  expect(late.events[1]).toBe('taken 01-05T18:00');
});

test('days and not hours are told when either end tells a day', () => {
  expect(told({ state: 'received' }, null, '2018-01-02').dayPrecision).toBe(true);
  expect(told({ state: 'closed', closed: at('2018-01-03'), outcome: 'resolved' }).dayPrecision).toBe(true);
  expect(told({ state: 'closed', closed: at('2018-01-03 00:01'), outcome: 'resolved' }).dayPrecision).toBe(false);
});

test('a closing in the hour that comes twice is not before an arrival in its second half', () => {
  const story = told({ state: 'closed', closed: at('2018-11-04 01:10'), outcome: 'resolved' }, null, '2018-11-04 01:54');
  expect(story).toMatchObject({ tracked: true, note: null });
  expect(story.events).toEqual(['received 11-04T06:54', 'closed 11-04T07:10']);
});
