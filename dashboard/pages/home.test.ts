import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#api/reports/schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';
import { tenthsWithin } from './home/finding.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});
const open = (address: string) => fetchPage(town.url + address);

describe('the home page', () => {
  test('says what arrived and what is open, as the API does', async () => {
    const { document, text } = await open('/it');
    const summary = await town.api<Summary>('/stats/summary');
    const [arrived, , still] = [...document.querySelectorAll('.fig-value')].map((one) =>
      Number(one.textContent.replaceAll('.', '')),
    );
    expect([arrived, still]).toEqual([summary.period!.reports, summary.open]);
    expect(words(document, 'h1')).toContain('Negli ultimi 12 mesi');
    expect(document.querySelectorAll('.home-answers li').length).toBeGreaterThan(1);
    expect(text.length).toBeLessThan(100_000);
  });

  test('finds a report by its number, and words on Explore', async () => {
    const { items } = await town.api<{ items: Report[] }>('/reports?limit=1');
    const found = await fetch(`${town.url}/it/search?q=n. ${items[0]!.number}`, { redirect: 'manual' });
    expect(found.headers.get('location')).toBe(`/it/reports/${items[0]!.number}`);
    const listed = await fetch(`${town.url}/en/search?q=via+Roma`, { redirect: 'manual' });
    expect(listed.headers.get('location')).toBe('/en/explore?q=via+Roma&view=list');
  });

  test.each(['light', 'dark'] as const)('has nothing in the way of anybody (%s)', async (colorScheme) => {
    await using opened = await newPage({ colorScheme, viewport: { width: 390, height: 844 } });
    await opened.page.goto(`${town.url}/en`);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(opened.problems).toEqual([]);
  });
});

describe('tenths closed within some days', () => {
  const row = (days: number[], waiting: number[]) => ({ known: true, tooFew: false, curve: { days, waiting } }) as never;
  test('count those still waiting, rounded down', () => {
    expect(tenthsWithin(row([0, 10, 40], [1, 0.31, 0.1]), 30)).toBe(6);
    expect(tenthsWithin(row([0, 30, 40], [1, 0.2, 0.1]), 30)).toBe(8);
  });
  test('are not told where the data end earlier, or say nothing', () => {
    expect(tenthsWithin(row([0, 10], [1, 0.3]), 30)).toBeUndefined();
    expect(tenthsWithin({ known: false } as never, 30)).toBeUndefined();
  });
});
