import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

describe('response times in a browser', () => {
  test('the arrow keys go through the values of a chart, and Escape leaves them', async () => {
    await using opened = await newPage();
    const { page, problems } = opened;
    await page.goto(`${town.url}/it/response-times`);
    const chart = page.locator('#times-by-category civic-chart');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const first = await chart.locator('.chart-tip').textContent();
    await page.keyboard.press('ArrowRight');
    expect(first).toMatch(/: metà entro/);
    expect(await chart.locator('.chart-tip').textContent()).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await chart.locator('.chart-tip').isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test('pointing at a chart shows its values, on a phone too', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await using opened = await newPage({ viewport });
      const { page } = opened;
      await page.goto(`${town.url}/en/response-times`);
      const chart = page.locator('#times-by-area civic-chart');
      await chart.scrollIntoViewIfNeeded();
      const box = (await chart.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      expect(await chart.locator('.chart-tip').textContent()).toMatch(/: half within/);
    }
  });

  test('the table takes the place of the picture, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await using opened = await newPage({ javaScriptEnabled });
      const { page, problems } = opened;
      await page.goto(`${town.url}/it/response-times`);
      const plate = page.locator('#times-by-category');
      expect([await plate.locator('civic-chart').isVisible(), await plate.locator('table').isVisible()]).toEqual([true, false]);
      await plate.getByText('Tabella').click();
      expect([await plate.locator('civic-chart').isVisible(), await plate.locator('table').isVisible()]).toEqual([false, true]);
      expect(problems).toEqual([]);
    }
  });

  test('filters work without scripts', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${town.url}/it/response-times`);
    await page.getByLabel('Categoria', { exact: true }).selectOption('buche');
    await page.getByRole('button', { name: 'Mostra' }).click();
    await page.waitForURL('**/it/response-times?category=buche');
    expect(await page.locator('h1').textContent()).toContain('Buche e asfalto');
  });

  test.each([
    ['light', 'Grafico'],
    ['dark', 'Tabella'],
  ] as const)('on a small phone nothing is too wide, and axe finds nothing: %s, %s', async (colorScheme, view) => {
    await using opened = await newPage({ colorScheme, viewport: { width: 320, height: 700 } });
    const { page, problems } = opened;
    await page.goto(`${town.url}/it/response-times`);
    await page.locator('#times-by-category').getByText(view, { exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
