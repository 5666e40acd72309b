import { beforeAll, describe, expect, test } from 'vitest';
import type { Trends } from '#api/stats/trends.schema.ts';
import { allWords, fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const open = (address: string) => fetchPage(town.url + address);
const plates = ['trends-months', 'trends-change', 'trends-categories', 'trends-calendar', 'trends-hours', 'trends-backlog'];
const rowsOf = (csv: string) => csv.trimEnd().split('\r\n').slice(1);

describe('the page', () => {
  test('names the day that stands out, in its heading, in the calendar and with a link to the map', async () => {
    const { document } = await open('/it/trends');
    const { unusual } = await town.api<Trends>('/stats/trends');
    const most = unusual.toSorted((a, b) => b.reports - b.usual - (a.reports - a.usual))[0]!;
    expect(most.day.slice(0, 7)).toBe('2026-07');
    expect(words(document, 'h1')).toContain(`ne ha portate ${most.reports} in un giorno`);
    expect(words(document, '#trends-calendar .plate-title')).toContain(`${most.reports} segnalazioni`);
    expect(words(document, '#trends-calendar .plate-reading')).toContain('Alberi e rami');
    const link = document.querySelector('.stories a')!.getAttribute('href')!;
    expect(link).toContain(`from=${most.day}`);
    expect((await open(link)).status).toBe(200);
  });

  test('shows every plate in both languages, under 100 kB and without inline scripts or styles', async () => {
    for (const language of ['it', 'en']) {
      const { status, text, document } = await open(`/${language}/trends`);
      expect(status).toBe(200);
      expect([...document.querySelectorAll('figure.plate')].map(({ id }) => id)).toEqual(plates);
      expect(Buffer.byteLength(text)).toBeLessThan(100_000);
      expect(text).not.toMatch(/<script(?![^>]*src=)|<style| style="/);
    }
  });

  test('writes the maximum of each small picture, the one of all reports last', async () => {
    const { document } = await open('/it/trends');
    const pictures = [...document.querySelectorAll('#trends-categories .plate-pieces svg')];
    const { all, categories } = await town.api<Trends>('/stats/trends');
    expect(pictures).toHaveLength(Math.min(11, categories.length) + 1);
    const most = new Intl.NumberFormat('it-IT', { useGrouping: 'always' }).format(Math.max(...all.monthly));
    expect(allWords(pictures.at(-1)!, 'text').some((text) => text.startsWith(`${most} a `))).toBe(true);
  });

  test('keeps what was chosen, and takes empty fields out of the address', async () => {
    const { document, address } = await open('/it/trends?category=verde&area=');
    expect(address).toBe('/it/trends?category=verde');
    expect(document.querySelector('option[value="verde"]')!.hasAttribute('selected')).toBe(true);
    expect(words(document, '#trends-categories .plate-title')).toBe('');
    expect(document.querySelector('#trends-hours .plate-tools a')!.getAttribute('href')).toContain('category=verde&snapshot=');
  });

  test('says so when nothing matches, and refuses a category that does not exist', async () => {
    const { document } = await open('/it/trends?q=zzzzzz');
    expect(words(document, 'h1')).toBe('Nessuna segnalazione con questi filtri');
    expect(document.querySelector('figure.plate')).toBeNull();
    expect((await open('/it/trends?category=nessuna')).status).toBe(422);
  });

  test('gives the days as rows, all of them', async () => {
    const csv = await (await fetch(`${town.url}/it/charts/trends-calendar.csv`)).text();
    const { days } = await town.api<Trends>('/stats/trends');
    expect(rowsOf(csv).map((row) => Number(row.split(',')[1]))).toEqual(days.counts);
  });

  test.each(plates)('gives %s as a picture and as rows', async (name) => {
    const [svg, csv] = await Promise.all(['svg', 'csv'].map((kind) => fetch(`${town.url}/en/charts/${name}.${kind}`)));
    expect(await svg!.text()).toMatch(/^<svg .*<\/svg>$/s);
    expect(rowsOf(await csv!.text()).length).toBeGreaterThan(1);
  });
});

describe('in a browser', () => {
  test.each([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('fits %i pixels, %s, and has nothing a screen reader would miss', async (width, colorScheme) => {
    await using opened = await newPage({ viewport: { width, height: 900 }, colorScheme });
    await opened.page.goto(`${town.url}/it/trends`);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(opened.problems).toEqual([]);
  });

  test('tells the numbers of an hour by keyboard', async () => {
    await using opened = await newPage();
    await opened.page.goto(`${town.url}/it/trends`);
    const chart = opened.page.locator('#trends-hours civic-chart');
    await chart.focus();
    await opened.page.keyboard.press('ArrowRight');
    expect(await chart.locator('.chart-tip').textContent()).toMatch(/^0–1: lun \d+, mar \d+/);
  });

  test('shows the table without scripts', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    await opened.page.goto(`${town.url}/it/trends`);
    await opened.page.locator('#trends-months label', { hasText: 'Tabella' }).click();
    await opened.page.locator('#trends-months table').waitFor({ state: 'visible' });
    expect(await opened.page.locator('#trends-months svg').first().isVisible()).toBe(false);
  });
});
