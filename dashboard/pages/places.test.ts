import { beforeAll, describe, expect, test } from 'vitest';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
const most = { area: '', office: '' };
beforeAll(async () => {
  town = await testTown();
  for (const by of ['area', 'office'] as const) {
    const { rows } = await town.api<Breakdown>(`/stats/breakdown?by=${by}`);
    most[by] = rows.find(({ key }) => key !== 'none')!.key;
  }
});
const open = (address: string) => fetchPage(town.url + address);
const numbers = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => Number(textContent.replaceAll('.', '')));

describe('areas and offices', () => {
  test('are listed with their numbers, in the order that is asked for', async () => {
    for (const kind of ['area', 'office'] as const) {
      const { document } = await open(`/it/${kind}s`);
      const reports = numbers(document, '.places-table tbody td:nth-child(3)');
      expect(reports.length).toBeGreaterThan(2);
      expect(reports).toEqual(reports.toSorted((a, b) => b - a));
      expect(document.querySelector('[aria-sort="descending"]')).not.toBeNull();
    }
    const sorted = await open('/it/areas?sort=open');
    const counts = numbers(sorted.document, '.places-table tbody td:nth-child(4)');
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  test('have a page each, with the figures of the API', async () => {
    for (const kind of ['area', 'office'] as const) {
      const { document, text } = await open(`/it/${kind}s/${most[kind]}`);
      const summary = await town.api<Summary>(`/stats/summary?${kind}=${most[kind]}`);
      const [arrived, , still] = numbers(document, '.fig-value');
      expect([arrived, still]).toEqual([summary.period!.reports, summary.open]);
      expect(document.querySelector('#times-by-category')).not.toBeNull();
      expect(document.querySelectorAll('.report-list li').length).toBeGreaterThan(2);
      expect(document.querySelector('.place-links a')!.getAttribute('href')).toBe(`/it/explore?${kind}=${most[kind]}`);
      expect(words(document, '.lede')).toContain('Una segnalazione non è un problema');
      expect(text.length).toBeLessThan(100_000);
    }
  });

  test('that nobody knows are not found', async () => {
    expect((await open('/it/areas/unknown')).status).toBe(404);
    expect((await open('/it/offices/none')).status).toBe(404);
  });

  test('are named where Explore is filtered by them', async () => {
    const { document } = await open(`/it/explore?office=${most.office}`);
    const page = await open(`/it/offices/${most.office}`);
    expect(words(document, '.chip-label')).toBe(words(page.document, '.place-name'));
  });

  test.each(['/en/areas', '/en/areas/…', '/it/offices/…'])(
    'are no wider than a small phone, and axe finds nothing: %s',
    async (page) => {
      const address = page.replace('…', page.includes('areas') ? most.area : most.office);
      await using opened = await newPage({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
      await opened.page.goto(town.url + address);
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect([...(await accessibilityProblems(opened.page)), ...opened.problems]).toEqual([]);
    },
  );

  test('work without scripts', async () => {
    await using plain = await newPage({ javaScriptEnabled: false });
    await plain.page.goto(`${town.url}/it/areas`);
    await plain.page.locator('.places-table tbody a').first().click();
    await plain.page.waitForURL('**/it/areas/*');
    expect(await plain.page.locator('.fig').count()).toBe(3);
  });
});
