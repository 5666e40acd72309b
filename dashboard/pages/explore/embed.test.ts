import { beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, newPage, serveApp } from '../../testing/browser.ts';
import { fetchPage, words } from '../../testing/documents.ts';
import { testTown, type Town } from '../../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const open = (address: string) => fetchPage(town.url + address);

test('the page shows its own address, and a code whose map has the same filters', async () => {
  const { document } = await open('/it/explore?status=closed&from=2025&to=2025&metric=open');
  const value = (name: string) => document.querySelector(`#share-${name}`)!.getAttribute('value')!;
  expect(value('address')).toBe(`${town.url}/it/explore?status=closed&from=2025&to=2025&metric=open`);
  const source = /^<iframe src="([^"]+)" title="Mappa delle segnalazioni, [^"]+" width="800" height="600"/.exec(
    value('code'),
  )![1]!;
  const embed = new URL(source.replaceAll('&amp;', '&'));
  const { status, document: alone } = await open(embed.pathname + embed.search);
  expect(status).toBe(200);
  expect(words(alone, 'h1')).toBe('Segnalazioni, 2025 · Chiusa');
  expect(alone.querySelector('civic-hexmap')!.getAttribute('data-query')).toBe('status=closed&from=2025&to=2025');
  expect(alone.querySelectorAll('header, footer, form')).toHaveLength(0);
  expect(alone.querySelector('.embed-foot a')!.getAttribute('href')).toBe(
    '/it/explore?status=closed&from=2025&to=2025&metric=open',
  );
});

test('only the map made for it may be framed by others', async () => {
  const policy = async (address: string) => (await fetch(town.url + address)).headers;
  expect((await policy('/en/embed/explore')).get('content-security-policy')).toContain('frame-ancestors *');
  expect((await policy('/en/embed/explore')).get('x-frame-options')).toBeNull();
  expect((await policy('/en/explore')).get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await policy('/en/explore')).get('x-frame-options')).toBe('DENY');
});

test('a wrong filter is named in the frame too', async () => {
  const { status, document } = await open('/it/embed/explore?metric=banana');
  expect(status).toBe(422);
  expect(words(document, 'main')).toContain('Colore degli esagoni: «banana»');
});

test('in a frame of another site it fills it, has no barriers, and its links lead out', { timeout: 60_000 }, async () => {
  const address = `${town.url}/it/embed/explore?from=2025&to=2025`;
  const host = `<!doctype html><html lang="it"><title>Giornale</title><body style="margin:0">
    <iframe src="${address}" title="Mappa" width="600" height="500"></iframe></body></html>`;
  await using other = await serveApp({ fetch: () => new Response(host, { headers: { 'content-type': 'text/html' } }) });
  await using opened = await newPage({ viewport: { width: 1024, height: 720 } });
  const { page, problems } = opened;
  await page.goto(other.url.replace('localhost', '127.0.0.1'));
  const frame = page.frameLocator('iframe');
  const map = (await frame.locator('civic-hexmap').boundingBox())!;
  expect(map.height).toBeGreaterThan(380);
  expect(
    await frame.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).target).filter(Boolean)),
  ).toEqual(Array.from({ length: 4 }, () => '_self'));
  await page.goto(address);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});
