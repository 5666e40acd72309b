import { expect, test } from 'vitest';
import { topicFigures } from '../figures.ts';
import { topicWords } from './all.ts';
import { textsFor } from './words.ts';

const everyKind = topicWords.flatMap(({ kinds }) => kinds);
const everyText = everyKind
  .flatMap(({ cases, answered, waiting }) => [...cases.flat(), answered, waiting])
  .flatMap((list) => list.split(' | '));

test('eleven topics on two levels, with codes of their own and figures', () => {
  expect(topicWords).toHaveLength(11);
  const codes = [...topicWords.map(({ code }) => code), ...everyKind.map(({ code }) => code)];
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(topicFigures).toSorted()).toEqual(topicWords.map(({ code }) => code).toSorted());
});

test('every topic has a dozen reports and six answers at least, all different', () => {
  for (const { code, kinds } of topicWords) {
    const reports = kinds.flatMap(({ cases }) => cases.flatMap(([, said]) => said.split(' | ')));
    const answers = kinds.flatMap(({ cases, answered }) => [
      ...cases.flatMap(([, , fixed]) => fixed.split(' | ')),
      ...answered.split(' | '),
    ]);
    expect(new Set(reports).size, code).toBeGreaterThanOrEqual(12);
    expect(new Set(answers).size, code).toBeGreaterThanOrEqual(6);
    expect(new Set(reports).size, code).toBe(reports.length);
  }
});

test('every report names its place, and only known blanks are left to fill', () => {
  for (const { cases } of everyKind) {
    for (const [, reports] of cases) for (const text of reports.split(' | ')) expect(text).toMatch(/\{dove\}/i);
  }
  for (const text of everyText) expect(text.match(/\{(?!(dove|Dove|tempo|quando)\})\w+\}/g), text).toBeNull();
});

test('no telephone number and no e-mail address is in any text', () => {
  for (const text of everyText) expect(text).not.toMatch(/\d{5,}|@/);
});

test('texts of a season are used in their months only, also across the new year', () => {
  const list = '[5-9] caldo | [11-3] gelo | sempre';
  expect(textsFor(list, 7)).toEqual(['caldo', 'sempre']);
  expect(textsFor(list, 1)).toEqual(['gelo', 'sempre']);
  expect(textsFor(list, 10)).toEqual(['sempre']);
});

test('every kind has something to report in every month', () => {
  for (const { code, cases } of everyKind) {
    for (let month = 1; month <= 12; month++) {
      const possible = cases.filter(([titles, reports]) => textsFor(titles, month).length && textsFor(reports, month).length);
      expect(possible.length, `${code} in month ${month}`).toBeGreaterThan(0);
    }
  }
});
