import { beforeAll, describe, expect, test } from 'vitest';
import { columns } from '#api/open-data/columns.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { allWords, fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});
const open = (address: string) => fetchPage(town.url + address);

describe('the page of the open data', () => {
  test('explains every column in the language of the page', async () => {
    for (const [language, id] of [
      ['it', 'Numero della segnalazione.'],
      ['en', 'Number of the report.'],
    ]) {
      const { document } = await open(`/${language}/open-data`);
      const rows = [...document.querySelectorAll('#columns tbody tr')];
      expect(rows.map((row) => words(row, 'th'))).toEqual(columns.map(({ name }) => name));
      expect(words(rows[0]!, 'td:last-child')).toBe(id);
      expect(rows.map((row) => words(row, 'td:last-child')).filter((text) => text.startsWith('open-data.'))).toEqual([]);
    }
  });

  test('offers the chosen rows in every format, pinned to the snapshot, and shows the newest', async () => {
    const { document } = await open('/it/open-data?category=buche&from=2026');
    const { reports } = await town.api<Summary>('/stats/summary?category=buche&from=2026');
    expect(words(document, '.downloads-count')).toBe(`${reports} righe scelte`);
    const links = [...document.querySelectorAll('.downloads-files a')].map((link) => link.getAttribute('href')!);
    expect(links.map((link) => link.split('?')[0])).toEqual(
      ['csv', 'geojson', 'parquet'].map((one) => `/open-data/reports.${one}`),
    );
    for (const link of links) expect(link).toMatch(/\?category=buche&from=2026&snapshot=\d{8}T/);
    const { items } = await town.api<{ items: { id: number }[] }>('/reports?category=buche&from=2026&limit=8');
    expect(allWords(document, '.preview-table tbody td:first-child')).toEqual(items.map(({ id }) => String(id)));
  });

  test('leads to each kept version, and to a package that names the same files', async () => {
    const { document } = await open('/it/open-data');
    expect(allWords(document, '.versions a')[0]).toBe('20 novembre 2026, ore 10:00');
    const address = document.querySelector('a[href*="datapackage.json"]')!.getAttribute('href')!;
    const response = await fetch(town.url + address);
    const found = (await response.json()) as { version: string; resources: { path: string; schema?: { fields: object[] } }[] };
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(address).toContain(found.version);
    expect(found.resources[0]!.schema!.fields).toHaveLength(columns.length);
    const file = new URL(found.resources[0]!.path, `${town.url}/open-data/datapackage.json`);
    expect((await fetch(file, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${town.url}/open-data/datapackage.json?snapshot=20200101T000000Z-00000000`)).status).toBe(404);
  });

  test('says that there is nothing, names what is wrong, and tidies the address of its form', async () => {
    expect(words((await open('/it/open-data?from=1990&to=1991')).document, '.downloads-count')).toContain('Nessuna riga');
    expect((await open('/it/open-data?category=unknown')).status).toBe(422);
    expect((await open('/it/open-data?q=&category=buche&from=')).address).toBe('/it/open-data?category=buche');
  });

  test.each(['light', 'dark'] as const)('is no wider than a small phone, and axe finds nothing, %s', async (colorScheme) => {
    await using opened = await newPage({ colorScheme, viewport: { width: 320, height: 700 } });
    await opened.page.goto(`${town.url}/en/open-data`);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect([...(await accessibilityProblems(opened.page)), ...opened.problems]).toEqual([]);
  });

  test('works without scripts', async () => {
    await using plain = await newPage({ javaScriptEnabled: false });
    await plain.page.goto(`${town.url}/it/open-data`);
    await plain.page.getByLabel('Categoria', { exact: true }).selectOption('buche');
    await plain.page.getByRole('button', { name: 'Applica' }).click();
    await plain.page.waitForURL('**/it/open-data?category=buche');
    expect(await plain.page.getByLabel('Categoria', { exact: true }).inputValue()).toBe('buche');
  });
});
