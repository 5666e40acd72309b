import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { cellToLatLng } from 'h3-js';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const map = 'civic-hexmap';
/** Wide enough for the drawer at the side, and small for browsers that draw by the processor. */
const viewport = { width: 1024, height: 720 };
const live = `${map}[data-ready="live"]`;

/** Opens the page and waits for the live map. */
async function openLive(page: Page, rest = ''): Promise<void> {
  await page.goto(`${town.url}/it/explore${rest}`);
  await page.locator(live).waitFor({ timeout: 45_000 });
}

/** The busiest cell of a resolution, and its place on the screen of a map that looks at it. */
async function busiestCell(resolution: number): Promise<{ cell: string; count: number; hash: string }> {
  const { cells, counts } = await town.api<Hexes>(`/stats/hexes?resolution=${resolution}`);
  const most = counts.indexOf(Math.max(...counts));
  const [lat, lon] = cellToLatLng(cells[most]!);
  return { cell: cells[most]!, count: counts[most]!, hash: `#12.40/${lat.toFixed(5)}/${lon.toFixed(5)}` };
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator(map).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Polls for longer than a busy machine needs. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });
const address = (page: Page) => new URL(page.url());
const legend = (page: Page) => page.locator('[data-legend-title]').innerText();
const spoken = (page: Page) => page.locator('[data-spoken]').innerText();

describe('the live map', { timeout: 60_000 }, () => {
  test('takes the place of the picture without moving the page, and paints hexagons in the colours of the legend', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await page.goto(`${town.url}/it/explore`);
    const before = await page.locator(map).boundingBox();
    await page.locator(live).waitFor({ timeout: 45_000 });
    expect(await page.locator(map).boundingBox()).toEqual(before);
    expect(await page.locator('[data-part="picture"]').isVisible()).toBe(false);
    expect(await coloursInTheMiddle(page)).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });

  test('counts in finer cells as it comes nearer, and shows single reports when near', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    const { hash } = await busiestCell(9);
    await openLive(page, hash);
    const far = Number(await page.locator(map).getAttribute('data-drawn'));
    await page.getByRole('button', { name: 'Avvicina' }).click();
    await eventually(async () => Number(await page.locator(map).getAttribute('data-drawn'))).toBeGreaterThan(far);
    for (let zoom = 0; zoom < 3; zoom++) {
      await page.getByRole('button', { name: 'Avvicina' }).click();
      await page.waitForTimeout(250);
    }
    await page.getByText('aperta', { exact: true }).waitFor();
    expect(address(page).hash).toMatch(/^#16\.40\//);
    expect(problems).toEqual([]);
  });

  test('a click on a hexagon opens its numbers, which are those of the API, and the back button closes it', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    const { cell, count, hash } = await busiestCell(9);
    await openLive(page, hash);
    const { x, y } = await middle(page);
    await page.mouse.click(x, y);
    const drawer = page.locator('[data-part="drawer"]');
    await drawer.waitFor();
    expect(address(page).searchParams.get('cell')).toBe(cell);
    const { reports, open } = await town.api<Summary>(`/stats/summary?cell=${cell}`);
    expect(reports).toBe(count);
    expect(await drawer.locator('dd').first().innerText()).toBe(String(reports));
    expect(await drawer.locator('dd').nth(1).innerText()).toBe(String(open));
    await eventually(() => isClear(page, cell)).toBe(true);
    await page.goBack();
    await drawer.waitFor({ state: 'detached' });
    expect(address(page).searchParams.get('cell')).toBeNull();
    await page.goForward();
    await drawer.waitFor();
    expect(problems).toEqual([]);
  });

  test('another metric changes colours, legend, heading and address, and the back button brings the first one again', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    const [title, heading] = [await legend(page), await page.locator('h1').innerText()];
    await page.getByRole('link', { name: 'Giorni alla chiusura' }).click();
    await eventually(() => legend(page)).toBe('giorni in cui metà è chiusa');
    expect(address(page).searchParams.get('metric')).toBe('median_days');
    expect(await page.locator('[data-part="metrics"] [aria-current="true"]').innerText()).toContain('Giorni');
    await eventually(() => page.locator('h1').innerText()).not.toBe(heading);
    expect(await page.locator('[data-legend-few]').isVisible()).toBe(true);
    await page.goBack();
    await eventually(() => legend(page)).toBe(title);
    await eventually(() => page.locator('h1').innerText()).toBe(heading);
    expect(problems).toEqual([]);
  });

  test('arrow keys go from hexagon to hexagon and say them, Enter opens, Escape leaves', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => spoken(page)).toMatch(/segnalazion[ei]/);
    const heard = new Set([await spoken(page)]);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      heard.add(await spoken(page));
    }
    expect(heard.size).toBeGreaterThan(2);
    await page.keyboard.press('Enter');
    const drawer = page.locator('[data-part="drawer"]');
    await drawer.waitFor();
    await eventually(() => drawer.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(`${await drawer.locator('dd').first().innerText()} `).toBe((await spoken(page)).split('segnalazion')[0]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    expect(problems).toEqual([]);
  });

  test('an address with a view, a metric and a cell opens just so', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    const { cell, hash } = await busiestCell(9);
    await openLive(page, `?metric=open&cell=${cell}${hash.replace('#12.40', '#13.60')}`);
    expect(await legend(page)).toBe('segnalazioni aperte per esagono');
    expect(await page.locator('[data-part="drawer"]').isVisible()).toBe(true);
    expect(await page.locator(map).getAttribute('data-drawn')).toBe('10');
    expect(problems).toEqual([]);
  });

  test('follows the browser from light to dark, without barriers in either, the drawer open', async () => {
    await using opened = await newPage({ viewport, colorScheme: 'light' });
    const { page, problems } = opened;
    const { cell } = await busiestCell(9);
    await openLive(page, `?cell=${cell}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    const light = await page.locator('.map-stage').screenshot();
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => light.equals(await page.locator('.map-stage').screenshot())).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe('without the live map', () => {
  test('without WebGL the picture stays and a sentence says why', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
      } as typeof original;
    });
    await page.goto(`${town.url}/it/explore`);
    await page.locator(`${map}[data-ready="picture"]`).waitFor();
    expect(await page.locator('[data-part="picture"] svg:visible').count()).toBeGreaterThan(0);
    expect(await page.locator('.map-notice').innerText()).toContain('resta la figura');
    expect(problems).toEqual([]);
  });

  test('without scripts the picture, the links and the table are there', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    const { page, problems } = opened;
    await page.goto(`${town.url}/it/explore`);
    expect(await page.locator('[data-part="picture"] svg:visible').count()).toBeGreaterThan(0);
    expect(await page.locator('table tbody tr').count()).toBeGreaterThan(5);
    await page.locator('[data-part="metrics"] [data-metric="open"]').click();
    expect(address(page).searchParams.get('metric')).toBe('open');
    expect(await legend(page)).toBe('segnalazioni aperte per esagono');
    expect(problems).toEqual([]);
  });
});

/** How many different colours the middle of the map has. */
async function coloursInTheMiddle(page: Page): Promise<number> {
  const { x, y } = await middle(page);
  const shot = await page.screenshot({ clip: { x: x - 100, y: y - 100, width: 200, height: 200 } });
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (byte) => byte.codePointAt(0)!)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    canvas.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(canvas.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, shot.toString('base64'));
}

/** Whether the drawer leaves the chosen cell free: the address holds the middle of what is free. */
async function isClear(page: Page, cell: string): Promise<boolean> {
  const [lat, lon] = cellToLatLng(cell);
  return page.evaluate(
    ([latitude, longitude]) => {
      const frame = document.querySelector('civic-hexmap')!.getBoundingClientRect();
      const drawer = document.querySelector('[data-part="drawer"]')!.getBoundingClientRect();
      const [zoom, middleLat, middleLon] = location.hash.slice(1).split('/').map(Number) as [number, number, number];
      const pixels = (512 * 2 ** zoom) / 360;
      const x = frame.left + (drawer.left - frame.left) / 2 + (longitude - middleLon) * pixels;
      const y = frame.top + frame.height / 2 - ((latitude - middleLat) * pixels) / Math.cos((latitude * Math.PI) / 180);
      return x > frame.left && x < drawer.left - 10 && y > frame.top && y < frame.bottom;
    },
    [lat, lon] as const,
  );
}
