import type { Hexes } from '#api/stats/hexes.schema.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
let busiest: string;
beforeAll(async () => {
  town = await testTown();
  const { cells, counts } = await town.api<Hexes>('/stats/hexes?resolution=9');
  busiest = cells[counts.indexOf(Math.max(...counts))]!;
});

const sizes = [
  { name: 'a phone', viewport: { width: 390, height: 844 } },
  { name: 'a desk', viewport: { width: 1280, height: 900 } },
];

describe.each(sizes)('without scripts, on $name', ({ viewport }) => {
  const looks = [
    { locale: 'it-IT', colorScheme: 'light' },
    { locale: 'it-IT', colorScheme: 'dark' },
    { locale: 'en-GB', colorScheme: 'light' },
    { locale: 'en-GB', colorScheme: 'dark' },
  ] as const;

  test.each(looks)('axe finds nothing ($locale, $colorScheme)', async (look) => {
    await using opened = await newPage({ ...look, viewport });
    const { page, problems } = opened;
    // axe is a script itself: those of the page stay empty instead.
    await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const prefix = look.locale === 'it-IT' ? '/it' : '/en';
    for (const address of [`/explore?from=2026&cell=${busiest}`, '/explore?metric=median_days&view=list']) {
      await page.goto(town.url + prefix + address);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    expect(problems).toEqual([]);
  });
});

describe('without scripts', () => {
  test('filters are a sheet on a phone, which opens, filters and closes by links alone', async () => {
    await using opened = await newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${town.url}/it/explore`);
    expect(await page.getByRole('button', { name: 'Mostra' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Filtri' }).click();
    await page.getByRole('checkbox', { name: 'Chiusa' }).check();
    await page.getByRole('button', { name: 'Mostra' }).click();
    expect(new URL(page.url()).search).toBe('?status=closed');
    expect(await page.getByRole('button', { name: 'Mostra' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Filtri' }).click();
    await page.getByRole('link', { name: 'Chiudi i filtri' }).click();
    expect(await page.getByRole('button', { name: 'Mostra' }).isVisible()).toBe(false);
  });

  test('nothing is wider than a window of 320 px', async () => {
    await using opened = await newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    const { page } = opened;
    for (const address of [
      '/it/explore',
      `/en/explore?cell=${busiest}`,
      '/it/explore?view=list',
      '/it/explore?from=x',
      '/en/privacy',
    ]) {
      await page.goto(town.url + address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test('the map is painted in classes, and the chosen hexagon is not under the panel', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${town.url}/it/explore?cell=${busiest}`);
    const [chosen, drawer] = [page.locator('.map-wide'), page.locator('.drawer')];
    expect(await chosen.isVisible()).toBe(true);
    const fills = await page.evaluate(() =>
      [...document.querySelectorAll('.m-hex path')].map((path) => getComputedStyle(path).fill),
    );
    expect(new Set(fills).size).toBe(fills.length);
    expect(fills.length).toBeGreaterThanOrEqual(4);
    const box = (await drawer.boundingBox())!;
    const cell = await page.evaluate(() => {
      const [use] = document.querySelectorAll<SVGUseElement>('.map-wide use');
      const path = document.querySelector<SVGPathElement>('.m-chosen')!;
      const { x, width } = path.getBBox();
      const matrix = use!.getScreenCTM()!;
      return { right: matrix.a * ((x + width) / 10) + matrix.e };
    });
    expect(cell.right).toBeLessThan(box.x);
  });

  test('fonts, colours and the municipality’s own colour come from this server', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${town.url}/it/explore`);
    const seen = await page.evaluate(async () => {
      await document.fonts.ready;
      const style = getComputedStyle(document.documentElement);
      return {
        fonts: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
        kit: style.getPropertyValue('--bootstrap-italia-version'),
        colour: style.getPropertyValue('--comune').trim(),
      };
    });
    expect(seen.fonts).toEqual(expect.arrayContaining(['Titillium Web', 'Lora']));
    expect(seen.kit).toContain('2.18');
    expect(seen.colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

test('axe finds nothing in texts and errors', async () => {
  await using opened = await newPage({ colorScheme: 'dark' });
  for (const address of ['/it/privacy', '/en/definitions', '/it/explore?from=banana']) {
    await opened.page.goto(town.url + address);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
  }
});

describe('with the keyboard', () => {
  test('the first stop leads past the header, and focus is always seen', async () => {
    await using opened = await newPage({ javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${town.url}/it/explore`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vai ai contenuti');
    await page.keyboard.press('Enter');
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect(outline).toBe('solid 3px');
    }
  });
});
