import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogues, textsFor } from './texts.ts';

const { en, it } = catalogues;

const sources = globSync('dashboard/**/*.ts', { exclude: ['**/*.test.ts'] }).map((file) => readFileSync(file, 'utf8'));

/** Every text literal of the sources; `${…}` stands for anything. */
const mentioned = sources.flatMap((source) =>
  [...source.matchAll(/['`]([a-z-]+\.(?:[\w.-]|\$\{[^}]*\})+)['`]/g)].map(([, name]) => name!),
);
const patterns = mentioned.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.-]+')}$`));

test('both catalogues have the same texts', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(it).toSorted());
});

test('every text is used somewhere', () => {
  expect(Object.keys(it).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

test('the holes of a text are the same in both languages', () => {
  const holes = (entry: unknown) => [...new Set(JSON.stringify(entry).match(/\{\w+\}/g))].toSorted();
  const differing = Object.keys(it).filter(
    (key) => JSON.stringify(holes(it[key as keyof typeof it])) !== JSON.stringify(holes(en[key as keyof typeof en])),
  );
  expect(differing).toEqual([]);
});

test('a plural form is chosen by the number, which is written in the language of the page', () => {
  const italian = textsFor('it', 'Europe/Rome');
  expect(italian.t('finding.count', { n: 1 })).toBe('1 segnalazione');
  expect(italian.t('finding.count', { n: 9614 })).toBe('9.614 segnalazioni');
  expect(italian.t('finding.count', { n: 1_000_000 })).toBe('1.000.000 segnalazioni');
  expect(textsFor('en', 'Europe/Rome').t('finding.count', { n: 9614 })).toBe('9,614 reports');
});
