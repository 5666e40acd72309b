import type { Summary } from '#api/stats/summary.schema.ts';
import { beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../../testing/browser.ts';
import { allWords, fetchPage, words } from '../../testing/documents.ts';
import { testTown, type Town } from '../../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const open = (address: string) => fetchPage(town.url + address);
const countOf = async (filter: string) => (await town.api<Summary>(`/stats/summary?${filter}`)).reports;

test('the sentence says both periods and how much more or less', async () => {
  const [now, before] = [await countOf('from=2025&to=2025'), await countOf('from=2024&to=2024')];
  const { document } = await open('/it/explore?from=2025&to=2025&compare=year');
  const sentence = words(document, '.compare p');
  expect(sentence).toContain(`2025: ${now.toLocaleString('it', { useGrouping: 'always' })} segnalazioni`);
  expect(sentence).toContain(`${Math.abs(now - before)} ${now > before ? 'più' : 'meno'} che in 2024`);
});

test('the map is handed both periods, its legend goes from less to more, and no metric is current', async () => {
  const { document } = await open('/it/explore?from=2025-04&to=2025-06&compare=before');
  expect(document.querySelector('civic-hexmap')!.getAttribute('data-change')).toBe('2025-04-01,2025-06-30,2025-01-01,2025-03-31');
  const labels = allWords(document, '.legend-ramp li');
  expect(labels).toHaveLength(7);
  expect(labels[3]).toBe('≈');
  expect(labels[0]).toBe(labels[6]!.replace('+', '−'));
  expect(document.querySelector('.metrics [aria-current]')).toBeNull();
  expect(document.querySelector('.metrics a')!.getAttribute('href')).toBe('/it/explore?from=2025-04&to=2025-06');
});

test('areas have a column of differences, which add up to that of the town', async () => {
  const { document } = await open('/en/explore?from=2025&to=2025&compare=year');
  const column = allWords(document, '.table-data tbody tr > :last-child').map((text) =>
    Number(text.replace('−', '-').replace(',', '')),
  );
  expect(column.length).toBeGreaterThan(5);
  const [now, before] = [await countOf('from=2025&to=2025'), await countOf('from=2024&to=2024')];
  expect(column.reduce((sum, difference) => sum + difference, 0)).toBe(now - before);
});

test('periods with too few reports say so', async () => {
  const { document } = await open('/it/explore?q=fontana&from=2026-03&to=2026-03&compare=before');
  expect(words(document, '.compare p')).toMatch(/^Troppo poche/);
});

test('a period before all data is not compared', async () => {
  const { document } = await open('/en/explore?from=2024&to=2024&compare=year');
  expect(words(document, '.compare p')).toBe('The data does not go back far enough for this comparison.');
  expect(document.querySelector('civic-hexmap')!.getAttribute('data-change')).toBe('');
});

test('the live map shows the same comparison, without barriers, and its hexagons say it', { timeout: 90_000 }, async () => {
  await using opened = await newPage({ viewport: { width: 1024, height: 900 } });
  const { page, problems } = opened;
  await page.goto(`${town.url}/it/explore?from=2025&to=2025`);
  await page.getByRole('link', { name: 'Un anno prima' }).click();
  await page.locator('.compare p').waitFor();
  await page.locator('civic-hexmap[data-ready="live"]').waitFor({ timeout: 60_000 });
  expect(await page.locator('.legend-ramp li').nth(3).innerText()).toBe('≈');
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.locator('[data-spoken]').innerText(), { timeout: 10_000 })
    .toMatch(/ di prima|tante quante prima|troppo poche/);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});
