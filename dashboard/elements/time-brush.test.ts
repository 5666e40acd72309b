import type { Cube } from '#api/stats/cube.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const viewport = { width: 1024, height: 900 };
/** Polls for longer than a busy machine needs. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000 });
const period = (page: Page) => ['from', 'to'].map((name) => new URL(page.url()).searchParams.get(name));
const total = async (page: Page) => Number((await page.locator('.total b').innerText()).replaceAll('.', ''));
const countOf = async (filter: string) => (await town.api<Summary>(`/stats/summary?${filter}`)).reports;
const begin = (page: Page) => page.getByRole('slider', { name: 'Inizio del periodo' });
const end = (page: Page) => page.getByRole('slider', { name: 'Fine del periodo' });
const brushes = (page: Page) => page.evaluate(() => performance.getEntriesByName('brush').map(({ duration }) => duration));

async function open(page: Page, rest = ''): Promise<void> {
  await page.goto(`${town.url}/it/explore${rest}`);
  await page.locator('time-brush[data-ready]').waitFor();
}

async function openLive(page: Page): Promise<void> {
  await open(page);
  await page.locator('civic-hexmap[data-ready="live"]').waitFor({ timeout: 45_000 });
}

/** A point over the bars, at a share of their width. */
async function over(page: Page, share: number): Promise<[number, number]> {
  await page.locator('.brush').scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await page.locator('.brush').boundingBox())!;
  return [x + width * share, y + height / 2];
}

describe('the time brush', { timeout: 60_000 }, () => {
  test('recolours the map while it is dragged, without asking the server, and the page follows when it is let go', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await openLive(page);
    await begin(page).hover();
    await page.waitForResponse(/stats\/cube/);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const before = await page.locator('.map-stage').screenshot();
    await page.mouse.move(...(await over(page, 0.505)));
    await page.mouse.down();
    for (const share of [0.55, 0.6, 0.66]) {
      await page.mouse.move(...(await over(page, share)));
      await page.waitForTimeout(60);
    }
    await eventually(async () => (await brushes(page)).length).toBeGreaterThan(0);
    expect(before.equals(await page.locator('.map-stage').screenshot())).toBe(false);
    expect(asked.filter((url) => url.includes('/stats/') || url.includes('/explore'))).toEqual([]);
    expect(period(page)).toEqual([null, null]);
    await page.mouse.up();
    await eventually(() => period(page)).toEqual(['2025-06', '2025-11']);
    await eventually(() => total(page)).toBe(await countOf('from=2025-06&to=2025-11'));
    expect(await page.locator('.bar.on').count()).toBe(6);
    await page.goBack();
    await eventually(() => total(page)).toBe(await countOf(''));
    await eventually(() => page.locator('.bar.on').count()).toBe(36);
    expect(problems).toEqual([]);
  });

  test('is moved by the keyboard alone, says its months, keeps the focus, and Escape takes the period away', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await open(page, '?from=2025&to=2025');
    expect(await begin(page).getAttribute('aria-valuetext')).toBe('gennaio 2025');
    await begin(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await begin(page).getAttribute('aria-valuetext')).toBe('marzo 2025');
    await eventually(() => period(page)).toEqual(['2025-03', '2025-12']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('PageDown');
    await eventually(() => period(page)).toEqual(['2025-03', '2025-03']);
    await eventually(() => total(page)).toBe(await countOf('from=2025-03&to=2025-03'));
    expect(await end(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => period(page)).toEqual([null, null]);
    await eventually(() => total(page)).toBe(await countOf(''));
    expect(problems).toEqual([]);
  });

  test('plays month after month and rests where it is stopped', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    await open(page, '?from=2025-01&to=2025-02');
    await page.getByRole('button', { name: 'Scorri nel tempo' }).click();
    await eventually(() => begin(page).getAttribute('aria-valuetext')).toBe('marzo 2025');
    await page.getByRole('button', { name: 'Ferma' }).click();
    const [from] = await eventually(() => period(page))
      .not.toEqual(['2025-01', '2025-02'])
      .then(() => period(page));
    expect(from! >= '2025-03').toBe(true);
    await eventually(() => total(page)).toBe(await countOf(`from=${from}&to=${period(page)[1]}`));
    expect(problems).toEqual([]);
  });

  test('does not play for who wants less motion, and has no barriers in the light and in the dark', async () => {
    await using opened = await newPage({ viewport, reducedMotion: 'reduce' });
    const { page, problems } = opened;
    await open(page, '?from=2025&to=2025');
    expect(await page.getByRole('button', { name: 'Scorri nel tempo' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('repaints a million reports in thousands of hexagons', async () => {
    await using opened = await newPage({ viewport });
    const { page, problems } = opened;
    const { months, cells } = await town.api<Cube>('/stats/cube?resolution=8');
    const million = millionIn(cells[0]!, months);
    await page.route('**/api/stats/cube?*', (route) => route.fulfill({ json: million }));
    await openLive(page);
    await begin(page).focus();
    await page.mouse.move(...(await over(page, 0.1)));
    await page.mouse.down();
    for (let step = 1; step <= 40; step++) {
      await page.mouse.move(...(await over(page, 0.1 + step * 0.02)));
      await page.waitForTimeout(40);
    }
    await eventually(async () => (await brushes(page)).length).toBeGreaterThan(5);
    const durations = (await brushes(page)).toSorted((a, b) => a - b);
    const share = (part: number) => Math.round(durations[Math.floor(part * (durations.length - 1))]!);
    console.log(`brush, ${million.cells.length} hexagons, 1,000,000 reports: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms`);
    expect(problems).toEqual([]);
  });
});

/** A cube of a million reports around a cell. */
function millionIn(cell: string, months: string[]): Pick<Cube, 'months' | 'cells' | 'lengths' | 'gaps' | 'counts' | 'open'> {
  const [lat, lon] = cellToLatLng(cell);
  const cells = gridDisk(latLngToCell(lat, lon, 9), 31).toSorted();
  const entries = cells.length * months.length;
  const each = 1_000_000 / entries;
  const counts = Array.from({ length: entries }, (_, i) => Math.floor((i + 1) * each) - Math.floor(i * each) + (i % 7));
  return { months, cells, lengths: cells.map(() => months.length), gaps: counts.map(() => 1), counts, open: counts.map(() => 1) };
}
