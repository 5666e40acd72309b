import { booleanPointInPolygon } from '@turf/turf';
import { beforeAll, expect, test } from 'vitest';
import type { ReportHistory } from '#api/reports/history.ts';
import { checkHistory } from '#api/reports/recording.ts';
import type { Life } from '#api/reports/lifecycle.ts';
import { calendarBetween, day } from './calendar.ts';
import { type Ids, offices } from './organisation.ts';
import { type DemoReports, demoReports } from './reports.ts';
import { topicWords } from './texts/all.ts';
import { quarters } from './town/quarters.ts';
import { buildTown, type Town, townAreas } from './town/town.ts';

const now = new Date('2026-11-24T10:00:00Z');
const ids: Ids = {
  categories: numbered(topicWords.flatMap(({ code, kinds }) => [code, ...kinds.map((kind) => kind.code)])),
  offices: numbered(offices.map(({ code }) => code)),
  channels: numbered(['web', 'app', 'telefono', 'email', 'sportello']),
  areas: numbered(quarters.map(({ code }) => code)),
};
const topics = new Map(
  topicWords.flatMap(({ code, kinds }) => kinds.map((kind) => [ids.categories.get(kind.code)!, code] as const)),
);
const calendar = calendarBetween(now.getTime() - 1_200 * day, now.getTime() + 30 * day);

let town: Town;
let made: DemoReports;
let lives: Map<ReportHistory, Life>;

beforeAll(() => {
  town = buildTown();
  made = demoReports(town, ids, now, 25_000);
  lives = new Map(made.histories.map((history) => [history, checkHistory(history)]));
});

function numbered(codes: readonly string[]): Map<string, number> {
  return new Map(codes.map((code, i) => [code, i + 1]));
}

function share(of: (history: ReportHistory) => boolean): number {
  return made.histories.filter(of).length / made.histories.length;
}

const topicOf = ({ category }: ReportHistory) => topics.get(category)!;
const receivedAt = ({ events }: ReportHistory) => events[0]!.at.getTime();
const dayOf = (history: ReportHistory) => calendar.dayOf(receivedAt(history))!;

test('the same moment gives the same reports, and a later hour of the day the same ones and more', () => {
  const morning = demoReports(town, ids, now, 800);
  expect(demoReports(buildTown(), ids, now, 800)).toEqual(morning);
  const evening = demoReports(town, ids, new Date('2026-11-24T20:00:00Z'), 800);
  const known = new Map(evening.histories.map((history) => [history.externalId, history]));
  for (const history of morning.histories) {
    const later = known.get(history.externalId)!;
    expect(later).toMatchObject({ title: history.title, description: history.description });
    expect(later.events.slice(0, history.events.length)).toEqual(history.events);
  }
  expect(evening.histories.length).toBeGreaterThanOrEqual(morning.histories.length);
});

test('about 25,000 stories, every one of which the rules of the domain allow', () => {
  expect(made.histories.length).toBeGreaterThan(24_000);
  expect(made.histories.length).toBeLessThan(26_000);
  expect(lives.size).toBe(made.histories.length);
  expect(new Set(made.histories.map(({ externalId }) => externalId)).size).toBe(made.histories.length);
});

test('three years end now: nothing is later, nothing much earlier', () => {
  for (const { events } of made.histories) expect(events.at(-1)!.at.getTime()).toBeLessThanOrEqual(now.getTime());
  expect(receivedAt(made.histories[0]!)).toBeGreaterThan(now.getTime() - 1_097 * day);
  expect(receivedAt(made.histories[0]!)).toBeLessThan(now.getTime() - 1_093 * day);
  expect(receivedAt(made.histories.at(-1)!)).toBeGreaterThan(now.getTime() - 0.5 * day);
});

test('every point lies in the area of the report, and nearly all have one', () => {
  const areas = new Map(townAreas().features.map((area, i) => [i + 1, area]));
  for (const { point, area, externalId } of made.histories.filter((_, i) => i % 12 === 0)) {
    if (point) expect(booleanPointInPolygon([...point], areas.get(area!)!), externalId).toBe(true);
  }
  expect(share(({ point }) => point !== null)).toBeGreaterThan(0.98);
});

test('one to one and a half thousand are open, some for years, most of them in slow categories', () => {
  const open = made.histories.filter((history) => lives.get(history)!.state !== 'closed');
  expect(open.length).toBeGreaterThan(900);
  expect(open.length).toBeLessThan(1_450);
  expect(open.filter((history) => receivedAt(history) < now.getTime() - 365 * day).length).toBeGreaterThan(100);
  const slow = open.filter((history) =>
    ['marciapiedi', 'verde', 'buche', 'arredo', 'degrado', 'scuole'].includes(topicOf(history)),
  );
  expect(slow.length / open.length).toBeGreaterThan(0.7);
  const states = new Set(open.map((history) => lives.get(history)!.state));
  expect([...states]).toEqual(expect.arrayContaining(['received', 'taken', 'assigned', 'waiting', 'fixed']));
});

test('outcomes, reopenings, private reports and types are mixed as they should be', () => {
  expect(share((history) => lives.get(history)!.outcome === 'resolved')).toBeGreaterThan(0.65);
  for (const outcome of ['answered', 'not_competent', 'not_actionable', 'duplicate', 'withdrawn']) {
    expect(
      share((history) => lives.get(history)!.outcome === outcome),
      outcome,
    ).toBeGreaterThan(0.003);
  }
  expect(share((history) => lives.get(history)!.reopened > 0)).toBeCloseTo(0.03, 1);
  expect(share(({ visibility }) => visibility === 'private')).toBeCloseTo(0.015, 2);
  expect(share(({ type }) => type === 'suggestion')).toBeCloseTo(0.025, 2);
  expect(share(({ type }) => type === 'complaint')).toBeCloseTo(0.02, 2);
});

test('the first day of the storm has more reports than any other, of trees and water', () => {
  const days = Map.groupBy(made.histories, (history) => dayOf(history).start);
  const [storm, second] = [...days.values()].toSorted((a, b) => b.length - a.length);
  expect(storm!.length).toBeGreaterThan(250);
  expect(second!.length).toBeGreaterThan(storm!.length / 3);
  expect(dayOf(storm![0]!)).toMatchObject({ month: 7, weekday: 2 });
  expect(storm!.filter((history) => ['verde', 'acqua'].includes(topicOf(history))).length / storm!.length).toBeGreaterThan(0.7);
});

test('seasons, weekdays, hours and growth show', () => {
  const count = (of: (history: ReportHistory) => boolean) => made.histories.filter(of).length;
  const inMonths = (topic: string, months: number[]) =>
    count((each) => topicOf(each) === topic && months.includes(dayOf(each).month));
  expect(inMonths('buche', [1, 2, 3])).toBeGreaterThan(1.7 * inMonths('buche', [6, 7, 8]));
  expect(inMonths('verde', [5, 6])).toBeGreaterThan(3 * inMonths('verde', [1, 12]));
  expect(inMonths('animali', [6, 7, 8])).toBeGreaterThan(2.5 * inMonths('animali', [12, 1, 2]));
  expect(count((each) => dayOf(each).weekday === 1)).toBeGreaterThan(1.4 * count((each) => dayOf(each).weekday === 7));
  const localHour = (each: ReportHistory) => (receivedAt(each) - dayOf(each).start) / 3_600_000;
  expect(share((each) => localHour(each) >= 8 && localHour(each) < 13)).toBeGreaterThan(0.35);
  expect(share((each) => localHour(each) < 6)).toBeLessThan(0.05);
  const inYear = (ago: number) => count((each) => Math.floor((now.getTime() - receivedAt(each)) / (365.25 * day)) === ago);
  expect(inYear(0)).toBeGreaterThan(inYear(1));
  expect(inYear(1)).toBeGreaterThan(inYear(2));
});

test('the desk and the offices work in office hours', () => {
  const work = made.histories
    .flatMap(({ events }) => events.slice(1))
    .filter(({ actor }) => ['desk', 'officer', 'contractor'].includes(actor));
  const odd = work.filter(({ at }) => {
    const today = calendar.dayOf(at.getTime())!;
    const hours = (at.getTime() - today.start) / 3_600_000;
    return !today.isWorking || hours < 8 || hours > 18;
  });
  expect(odd.length / work.length).toBeLessThan(0.02);
  const spoken = made.histories.filter(({ channel }) => channel === ids.channels.get('telefono'));
  for (const history of spoken) expect(dayOf(history).isWorking, history.externalId).toBe(true);
});

test('every answer is signed, and promises are in the future of the arrival', () => {
  for (const history of made.histories) {
    expect(history.dueAt!.getTime()).toBeGreaterThan(receivedAt(history));
    for (const event of history.events) {
      if (event.kind !== 'closed' || event.actor === 'author') continue;
      expect(event.signedAs, history.externalId).toBeTruthy();
      expect(event.body, history.externalId).toMatch(/^[^{}]+$/);
    }
  }
});

test('people hardly ever say the same, and say it in whole sentences', () => {
  const descriptions = made.histories.map(({ description }) => description!);
  expect(new Set(descriptions).size / descriptions.length).toBeGreaterThan(0.99);
  for (const text of descriptions) expect(text).toMatch(/^[^{}]{20,600}$/);
});

test('some streets are worse than others', () => {
  const streets = Map.groupBy(made.histories, ({ address }) => address!.replace(/ \d+$/, ''));
  const sizes = [...streets.values()].map((all) => all.length).toSorted((a, b) => b - a);
  const tenth = sizes.slice(0, Math.round(sizes.length / 10)).reduce((sum, each) => sum + each, 0);
  expect(tenth / made.histories.length).toBeGreaterThan(0.35);
});

test('eight to ten in a hundred repeat another report; the desk joined some of them', () => {
  const byId = new Map(made.histories.map((history) => [history.externalId, history]));
  expect(made.links.length).toBeGreaterThan(1_000);
  for (const { report, original, state, decidedAt } of made.links) {
    const [repeat, first] = [byId.get(report)!, byId.get(original)!];
    expect(receivedAt(first)).toBeLessThan(receivedAt(repeat));
    expect(topicOf(first)).toBe(topicOf(repeat));
    if (state === 'proposed') continue;
    const closing = repeat.events.at(-1)!;
    expect(closing).toMatchObject({ kind: 'closed', outcome: 'duplicate', data: { original }, at: decidedAt });
  }
  expect(made.links.some(({ state }) => state === 'proposed')).toBe(true);
  expect(made.links.every(({ state, score }) => state === 'confirmed' || score! >= 0.5)).toBe(true);
  const noticed = made.links.filter(({ state }) => state === 'confirmed').length / made.histories.length;
  expect(noticed).toBeGreaterThan(0.045);
  expect(noticed).toBeLessThan(0.07);
});

test('some offices became faster, some slower', () => {
  const median = (topic: string, from: number, to: number) => {
    const days = made.histories
      .filter(
        (each) =>
          topicOf(each) === topic && receivedAt(each) > now.getTime() - from * day && receivedAt(each) < now.getTime() - to * day,
      )
      .map((each) => ((lives.get(each)!.closedAt?.getTime() ?? Infinity) - receivedAt(each)) / day)
      .toSorted((a, b) => a - b);
    return days[Math.floor(days.length / 2)]!;
  };
  expect(median('buche', 1_100, 800)).toBeGreaterThan(median('buche', 400, 60) * 1.15);
  expect(median('verde', 1_100, 800)).toBeLessThan(median('verde', 400, 60) * 0.95);
  expect(median('marciapiedi', 1_100, 60)).toBeGreaterThan(median('rifiuti', 1_100, 60) * 3);
});

test('a demo of any other day obeys the same rules', () => {
  for (const moment of ['2027-03-01T00:30:00Z', '2028-02-29T23:30:00Z', '2026-07-25T09:00:00Z']) {
    const { histories } = demoReports(town, ids, new Date(moment), 1_000);
    expect(histories.length).toBeGreaterThan(850);
    for (const history of histories) {
      checkHistory(history);
      expect(history.events.at(-1)!.at.getTime()).toBeLessThanOrEqual(Date.parse(moment));
    }
  }
});
