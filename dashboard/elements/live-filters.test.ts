import type { Summary } from '#api/stats/summary.schema.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const viewport = { width: 1024, height: 720 };
/** Polls for longer than a busy machine needs. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });
const search = (page: Page) => new URL(page.url()).searchParams;
const total = async (page: Page) => Number((await page.locator('.total b').innerText()).replaceAll('.', ''));
const countOf = async (filter: string) => (await town.api<Summary>(`/stats/summary?${filter}`)).reports;

/** Opens the page with its live map, and leaves a mark that a reload would wipe. */
async function openLive(page: Page, rest = ''): Promise<void> {
  await page.goto(`${town.url}/it/explore${rest}`);
  await page.locator('civic-hexmap[data-ready="live"]').waitFor({ timeout: 45_000 });
  await page.evaluate(() => document.querySelector('canvas')!.setAttribute('data-mark', ''));
}

const sameMap = (page: Page) => page.locator('canvas[data-mark]').count();

describe('filters', { timeout: 60_000 }, () => {
  test('act at once: figures, map, address and download are those of the rows, and the map is the same one', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    const box = page.locator('input[name="category"]').first();
    const code = await box.inputValue();
    await box.check();
    const wanted = await countOf(`category=${code}`);
    await eventually(() => total(page)).toBe(wanted);
    expect(search(page).get('category')).toBe(code);
    expect(await page.locator('civic-hexmap').getAttribute('data-query')).toBe(`category=${code}`);
    const download = new URL((await page.locator('.provenance a.btn').getAttribute('href'))!, town.url);
    expect(download.searchParams.get('category')).toBe(code);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await sameMap(page)).toBe(1);
    expect(problems).toEqual([]);
  });

  test('several values, a year and a chip that takes one away, each a step that the back button undoes', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    const [first, second] = [page.locator('input[name="status"]').nth(1), page.locator('input[name="status"]').nth(3)];
    const codes = [await first.inputValue(), await second.inputValue()];
    await first.check();
    await eventually(async () => total(page)).toBe(await countOf(`status=${codes[0]}`));
    await second.check();
    await eventually(async () => total(page)).toBe(await countOf(`status=${codes.join(',')}`));
    await page.getByRole('link', { name: '2025', exact: true }).click();
    await eventually(async () => total(page)).toBe(await countOf(`status=${codes.join(',')}&from=2025&to=2025`));
    await page.locator('.chips a').first().click();
    await eventually(async () => total(page)).toBe(await countOf(`status=${codes.join(',')}`));
    await page.goBack();
    await eventually(async () => total(page)).toBe(await countOf(`status=${codes.join(',')}&from=2025&to=2025`));
    expect(await sameMap(page)).toBe(1);
    expect(problems).toEqual([]);
  });

  test('keep the metric, the view and the open cell', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    await page.getByRole('button', { name: 'Avvicina' }).click();
    await eventually(() => new URL(page.url()).hash).not.toBe('');
    await page.getByRole('link', { name: 'Per km²' }).click();
    await eventually(() => search(page).get('metric')).toBe('per_km2');
    const { hash } = new URL(page.url());
    await page.locator('input[name="category"]').first().check();
    await eventually(() => search(page).get('category')).not.toBeNull();
    expect(search(page).get('metric')).toBe('per_km2');
    expect(new URL(page.url()).hash).toBe(hash);
    expect(await page.locator('[data-legend-title]').innerText()).toBe('segnalazioni per km²');
    expect(problems).toEqual([]);
  });

  test('that nothing matches say so, and how to widen them', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    await page.getByLabel('Indirizzo o parole').fill('xyzzy qwertz');
    await page.keyboard.press('Enter');
    await eventually(() => total(page)).toBe(0);
    await page.locator('.map-empty a').click();
    await eventually(() => total(page)).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  test('on a phone they are a sheet over the map, without barriers, that closes when applied', async () => {
    await using opened = await newPage({ viewport: { width: 390, height: 720 }, hasTouch: true });
    const { page, problems } = opened;
    await openLive(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Filtri' }).click();
    await page.locator('input[name="category"]').first().check();
    await eventually(() => search(page).get('category')).not.toBeNull();
    expect(await page.locator('#filters').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Mostra' }).click();
    await eventually(() => page.locator('#filters').isVisible()).toBe(false);
    expect(await sameMap(page)).toBe(1);
    expect(problems).toEqual([]);
  });
});
