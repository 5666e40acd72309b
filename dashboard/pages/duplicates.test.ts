import { beforeAll, describe, expect, test } from 'vitest';
import type { Duplicates } from '#api/stats/duplicates.schema.ts';
import { textsFor } from '../i18n/texts.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { allWords, fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';
import { reasonWords } from './duplicates/reasons.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});
const open = (address: string) => fetchPage(town.url + address);

test('the reasons of a match are told in words, what speaks against it is not', () => {
  const reasons = [
    { kind: 'distance', value: 23, weight: 3.4 },
    { kind: 'time', value: 2.1, weight: 1 },
    { kind: 'category', value: 'same', weight: 2 },
    { kind: 'state', value: 'open', weight: 1 },
    { kind: 'text', value: 0.8, weight: 2.2 },
    { kind: 'address', value: 0.1, weight: -4 },
  ];
  const italian = textsFor('it', 'Europe/Rome');
  expect(reasonWords(reasons, italian)).toEqual([
    'a 23 metri',
    '2 giorni dopo',
    'stessa categoria',
    'quella era ancora aperta',
    'parole simili',
  ]);
});

describe('the page of duplicates', () => {
  test('says how many problems the reports tell of, as the API counts them', async () => {
    const { document, text } = await open('/it/duplicates');
    const found = await town.api<Duplicates>('/stats/duplicates');
    const { format } = textsFor('it', 'Europe/Rome');
    expect(words(document, 'h1')).toContain(
      `${format.number(found.reports)} segnalazioni per ${format.number(found.problems)} problemi`,
    );
    expect(text.length).toBeLessThan(100_000);
    expect([...document.querySelectorAll('.plate')].map(({ id }) => id)).toEqual(['repeats-by-category', 'repeats-by-area']);
  });

  test('shows the biggest clusters on a map and with their reports side by side, and why they match', async () => {
    const { document } = await open('/it/duplicates');
    const found = await town.api<Duplicates>('/stats/duplicates?limit=8');
    const clusters = [...document.querySelectorAll('.cluster')];
    expect(clusters.map((cluster) => words(cluster, '.cluster-title'))).toEqual(
      found.clusters.map(({ reports }, index) => `${index + 1}${reports} segnalazioni dello stesso problema`),
    );
    expect(allWords(document, '.cluster-number')).toEqual(found.clusters.map((_, index) => String(index + 1)));
    for (const cluster of clusters) expect(cluster.querySelectorAll('.cluster-report a').length).toBeGreaterThan(1);
    const why = allWords(document, '.cluster-why').filter((text) => text.startsWith('Come'));
    expect(why.length).toBeGreaterThanOrEqual(clusters.length);
    for (const text of why) expect(text).toMatch(/^Come (\d{4}-\d+|una precedente): .*(metr|categoria|giorn|doppione)/);
  });

  test('says when nothing is repeated, and names what is wrong', async () => {
    const none = await open('/it/duplicates?from=1990&to=1991');
    expect([none.status, words(none.document, 'h1')]).toEqual([200, 'Nessuna segnalazione con questi filtri']);
    expect((await open('/it/duplicates?area=unknown')).status).toBe(422);
  });

  test.each(['light', 'dark'] as const)('is no wider than a small phone, and axe finds nothing, %s', async (colorScheme) => {
    await using opened = await newPage({ colorScheme, viewport: { width: 320, height: 700 } });
    await opened.page.goto(`${town.url}/en/duplicates`);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect([...(await accessibilityProblems(opened.page)), ...opened.problems]).toEqual([]);
  });

  test('works without scripts', async () => {
    await using plain = await newPage({ javaScriptEnabled: false });
    await plain.page.goto(`${town.url}/it/duplicates`);
    await plain.page.locator('.cluster-map a').first().click();
    expect(plain.page.url()).toContain('#cluster-1');
  });
});
