import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Breakdown } from '#api/stats/breakdown.schema.ts';
import type { Hexes } from '#api/stats/hexes.schema.ts';
import type { Summary } from '#api/stats/summary.schema.ts';
import { allWords, fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const open = (address: string, language?: string) => fetchPage(town.url + address, language);
const number = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));
const queryOf = (href: string | null | undefined) => new URL(href ?? '', town.url).searchParams;

describe('the numbers of the page', () => {
  test('are those of the API under the same filters', async () => {
    const { document } = await open('/it/explore?from=2026&status=closed');
    const summary = await town.api<Summary>('/stats/summary?from=2026&status=closed');
    expect(summary.reports).toBeGreaterThan(100);
    expect(number(words(document, '.total b'))).toBe(summary.reports);
    expect(words(document, '.provenance .btn')).toContain(`(${words(document, '.total b')})`);
  });

  test('are downloaded row by row, by the very filters and snapshot of the page', async () => {
    const { document } = await open('/it/explore?from=2026-03&to=2026-04&status=closed');
    const href = document.querySelector('.provenance .btn')!.getAttribute('href')!;
    const csv = await (await fetch(town.url + href)).text();
    const rows = csv.trimEnd().split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).length - 1;
    expect(rows).toBe(number(words(document, '.total b')));
    expect(queryOf(href).get('snapshot')).toMatch(/^\d{8}T/);
  });

  test('name their snapshot, and the permanent link pins it', async () => {
    const { document } = await open('/it/explore');
    expect(words(document, '.provenance p')).toMatch(/Snapshot del 20 novembre 2026, ore 10:00/);
    const link = [...document.querySelectorAll('.provenance a')].find((one) => one.textContent?.includes('permanente'));
    const { status, document: pinned } = await open(link!.getAttribute('href')!);
    expect(status).toBe(200);
    expect(words(pinned, 'h1')).toBe(words(document, 'h1'));
  });

  test('stand by area in a table that links sort', async () => {
    const { document } = await open('/it/explore');
    const column = (page: Document, index: number) => allWords(page, `.table-data tbody tr > :nth-child(${index})`);
    const reports = column(document, 3).map(number);
    expect(reports).toEqual(reports.toSorted((a, b) => b - a));
    expect(document.querySelector('th[aria-sort]')!.getAttribute('aria-sort')).toBe('descending');
    const byName = document.querySelector('.table-data thead a')!.getAttribute('href')!;
    const { document: sorted } = await open(byName);
    expect(column(sorted, 1)).toEqual(column(document, 1).toSorted((a, b) => a.localeCompare(b, 'it')));
    expect(sorted.querySelector('th[aria-sort]')!.getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('filters', () => {
  test('are chips with a link that takes each away', async () => {
    const [one, other] = (await town.api<Breakdown>('/stats/breakdown?by=category')).rows.map(({ key }) => key).toSorted();
    const { document } = await open(`/it/explore?category=${one},${other}&from=2025&to=2025`);
    const chips = [...document.querySelectorAll('.chips a.chip')];
    expect(chips[0]!.textContent).toContain('2025');
    expect(queryOf(chips[0]!.getAttribute('href')).get('category')).toBe(`${one},${other}`);
    expect(queryOf(chips[1]!.getAttribute('href')).get('category')).toBe(other);
    expect(queryOf(chips[1]!.getAttribute('href')).get('from')).toBe('2025');
    expect(words(document, '.filters-link .badge')).toBe('3');
  });

  test('sent by the form become a tidy address, with what the form does not show', async () => {
    const area = (await town.api<Breakdown>('/stats/breakdown?by=area')).rows[0]!.key;
    const { address, document } = await open(
      `/it/explore?q=&status=closed&status=taken&channel=&from=2026-01-01&to=&metric=open&area=${area}`,
    );
    expect(address).toBe(`/it/explore?area=${area}&status=closed,taken&from=2026-01-01&metric=open`);
    expect(document.querySelector('input[name=metric]')!.getAttribute('value')).toBe('open');
    expect(document.querySelectorAll('input[name=status][checked]')).toHaveLength(2);
  });

  test('count what each category would show, whatever category is chosen', async () => {
    const { rows } = await town.api<Breakdown>('/stats/breakdown?by=category');
    const { document } = await open(`/it/explore?category=${rows[1]!.key}`);
    const counts = allWords(document, '.filters label:has(input[name=category]) .count').map(number);
    expect(counts).toEqual(rows.map(({ reports }) => reports).filter(Boolean));
  });

  test('that leave nothing say so, and offer to remove the narrowest', async () => {
    const { document, status } = await open('/it/explore?q=zzzz&from=2025');
    expect(status).toBe(200);
    expect(words(document, 'h1')).toBe('Nessuna segnalazione con questi filtri');
    expect(document.querySelector('.map-empty a')!.getAttribute('href')).toBe('/it/explore?from=2025');
  });

  test('are written into the page as text, never as markup', async () => {
    const { text } = await open(`/it/explore?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;');
  });
});

describe('a hexagon', () => {
  test('shows its figures in the page and alone, the same', async () => {
    const { cells, counts } = await town.api<Hexes>('/stats/hexes?resolution=9');
    const most = counts.indexOf(Math.max(...counts));
    const { document } = await open(`/it/explore?cell=${cells[most]}`);
    const { document: alone } = await open(`/it/explore/cell?cell=${cells[most]}`);
    const figures = allWords(document, '.drawer dd');
    expect(number(figures[0]!)).toBe(counts[most]);
    expect(allWords(alone, '.drawer dd')).toEqual(figures);
    expect(words(document, '.drawer h2')).toBe(words(alone, '.drawer h2'));
  });

  test('lists its own reports only', async () => {
    const { cells, counts } = await town.api<Hexes>('/stats/hexes?resolution=9');
    const most = counts.indexOf(Math.max(...counts));
    const { document } = await open(`/it/explore?cell=${cells[most]}`);
    const { document: list } = await open(document.querySelector('.drawer-foot a')!.getAttribute('href')!);
    expect(number(words(list, '.total b'))).toBe(counts[most]);
    expect(queryOf(list.querySelector('.provenance .btn')!.getAttribute('href')).get('cell')).toBe(cells[most]);
  });
});

describe('the list', () => {
  test('goes on where it ended, and back to the start', async () => {
    const first = await open('/it/explore?view=list');
    const titles = allWords(first.document, '.report-list .where');
    expect(titles).toHaveLength(20);
    const next = first.document.querySelector('nav.d-flex a')!.getAttribute('href')!;
    const second = await open(next);
    expect(allWords(second.document, '.report-list .where').filter((one) => titles.includes(one)).length).toBeLessThan(5);
    expect(second.document.querySelector('nav.d-flex a')!.getAttribute('href')).toBe('/it/explore?view=list');
  });

  test('says each state by icon and word', async () => {
    const { document } = await open('/it/explore?view=list&status=waiting');
    for (const state of document.querySelectorAll('.report-list .state')) {
      expect(state.textContent.trim()).toBe('In attesa');
      expect(state.querySelector('svg[aria-hidden=true]')).not.toBeNull();
    }
  });
});

describe('languages', () => {
  test('follow the browser without a language in the address, and the address with one', async () => {
    const negotiated = await open('/explore', 'en-GB,en;q=0.9');
    expect(negotiated.document.documentElement.lang).toBe('en');
    expect(negotiated.headers.get('vary')).toContain('Accept-Language');
    expect((await open('/it/explore', 'en')).document.documentElement.lang).toBe('it');
    expect((await open('/explore', 'de')).document.documentElement.lang).toBe('it');
  });

  test('chosen once stay in every link of the page, and the other one is a link away', async () => {
    const { document } = await open('/en/explore?from=2025');
    const links = [...document.querySelectorAll('main a[href*="/explore"], header a.nav-link[href*="/explore"]')];
    const foreign = links.filter((link) => !link.getAttribute('href')!.startsWith('/en/') && !link.hasAttribute('hreflang'));
    expect(foreign).toEqual([]);
    expect(document.querySelector('a[hreflang=it]')!.getAttribute('href')).toBe('/it/explore?from=2025');
    expect(number(words(document, '.total b').replaceAll(',', '.'))).toBeGreaterThan(0);
  });
});

describe('errors', () => {
  test('name the wrong filter, and the link that removes it keeps the others', async () => {
    const { status, document } = await open('/it/explore?from=banana&status=open&metric=beauty');
    expect(status).toBe(422);
    expect(words(document, '.notice')).toContain('Colore degli esagoni: «beauty»');
    const { document: next } = await open(document.querySelector('.notice a')!.getAttribute('href')!);
    expect(words(next, '.notice')).toContain('Inizio del periodo: «banana»');
    expect(next.querySelector('.notice a')!.getAttribute('href')).toBe('/it/explore?status=open');
  });

  test('are pages where people look, and problems where programs ask', async () => {
    const page = await open('/it/nowhere');
    expect(page.status).toBe(404);
    expect(words(page.document, 'h1')).toBe('Questa pagina non c’è');
    const problem = await fetch(`${town.url}/api/nowhere`, { headers: { accept: 'text/html' } });
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
  });

  test('of a snapshot that is gone offer the latest one', async () => {
    const { status, document } = await open('/it/explore?snapshot=20200101T000000Z-00000000&from=2025');
    expect(status).toBe(404);
    expect(document.querySelector('.btn-primary')!.getAttribute('href')).toBe('/it/explore?from=2025');
  });
});

describe('every page', () => {
  const addresses = ['/it/explore', '/en/explore?view=list', '/it/accessibility', '/en/privacy', '/it/legal-notes'];

  test.each(addresses)('%s is under 100 kB, without inline scripts or styles, and links to nothing dead', async (address) => {
    const { text, document, headers, status } = await open(address);
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(document.querySelectorAll('[style], [onclick], style, script:not([src]):not([type="application/json"])')).toHaveLength(
      0,
    );
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    const links = [...document.querySelectorAll('header a, footer a')].map((link) => link.getAttribute('href')!);
    for (const link of new Set(links)) {
      const answer = await fetch(town.url + link, { headers: { accept: 'text/html' } });
      await answer.body?.cancel();
      expect(`${answer.status} ${link}`).toBe(`200 ${link}`);
    }
  });

  test('of Explore has at least 30 % of its classes from Bootstrap Italia', async () => {
    const css = await readFile('node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css', 'utf8');
    const known = new Set([...css.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name!));
    const { document } = await open('/it/explore');
    const used = new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
    expect([...used].filter((name) => known.has(name)).length / used.size).toBeGreaterThanOrEqual(0.3);
  });
});
