import { expect, test } from 'vitest';
import { calendarBetween, hour } from './calendar.ts';
import { randomStream } from './random.ts';

const calendar = calendarBetween(Date.UTC(2025, 0, 1), Date.UTC(2026, 11, 31));
const dayAt = (iso: string) => calendar.dayOf(Date.parse(iso))!;

test('days begin at midnight in Rome, in winter and in summer, and on the days the clock changes', () => {
  expect(new Date(dayAt('2026-01-15T12:00:00Z').start).toISOString()).toBe('2026-01-14T23:00:00.000Z');
  expect(new Date(dayAt('2026-07-15T12:00:00Z').start).toISOString()).toBe('2026-07-14T22:00:00.000Z');
  expect(new Date(dayAt('2026-03-29T00:30:00Z').start).toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(new Date(dayAt('2026-10-25T12:00:00Z').start).toISOString()).toBe('2026-10-24T22:00:00.000Z');
  expect(dayAt('2026-07-14T22:30:00Z')).toMatchObject({ month: 7, dayOfMonth: 15, weekday: 3, isWorking: true });
});

test('offices are closed on weekends, Italian holidays and the day of the patron saint', () => {
  const closed = [
    '2026-01-06',
    '2026-04-06',
    '2026-04-25',
    '2026-05-01',
    '2026-06-02',
    '2026-08-15',
    '2026-09-29',
    '2026-12-25',
    '2026-11-21',
  ];
  for (const date of closed) expect(dayAt(`${date}T10:00:00Z`).isWorking, date).toBe(false);
  expect(dayAt('2026-11-24T10:00:00Z').isWorking).toBe(true);
});

test('work happens in office hours, soon after it is due', () => {
  const random = randomStream('office hours');
  const late = calendar.officeTime(Date.parse('2026-11-24T21:00:00Z'), random);
  expect(late).toBeGreaterThan(Date.parse('2026-11-25T07:00:00Z'));
  expect(late).toBeLessThan(Date.parse('2026-11-25T11:00:00Z'));
  const open = Date.parse('2026-11-24T10:00:00Z');
  expect(calendar.officeTime(open, random)).toBe(open);
  const sunday = calendar.officeTime(Date.parse('2026-11-22T10:00:00Z'), random);
  expect(calendar.dayOf(sunday)!.isWorking).toBe(true);
});

test('a promise of working days skips what is not one', () => {
  // Thursday before Easter Monday: Friday, then Tuesday.
  const due = calendar.dueAfter(Date.parse('2026-04-02T09:00:00Z'), 2);
  expect(due.toISOString()).toBe('2026-04-07T16:00:00.000Z');
  expect(due.getTime() - dayAt('2026-04-07T10:00:00Z').start).toBe(18 * hour);
});
