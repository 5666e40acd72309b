import { describe, expect, test } from 'vitest';
import { accessibilityProblems, newPage, serveApp } from './browser.ts';

const page = (body: string) => ({
  fetch: () =>
    new Response(`<!doctype html><html lang="it"><title>Prova</title><main><h1>Prova</h1>${body}</main></html>`, {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
});

describe('the browser of the tests', () => {
  test('draws with WebGL2', async () => {
    await using server = await serveApp(page('<canvas></canvas>'));
    await using opened = await newPage();
    await opened.page.goto(server.url);
    expect(await opened.page.evaluate(() => !!document.querySelector('canvas')?.getContext('webgl2'))).toBe(true);
    expect(opened.problems).toEqual([]);
  });

  test('notices errors and requests to third parties', async () => {
    await using server = await serveApp(page('<script>fetch("http://tiles.example/x"); throw new Error("rotto")</script>'));
    await using opened = await newPage();
    await opened.page.goto(server.url, { waitUntil: 'networkidle' });
    expect(opened.problems).toContain('exception: rotto');
    expect(opened.problems).toContain('third party: http://tiles.example/x');
  });

  test('notices what a screen reader would miss', async () => {
    await using server = await serveApp(page('<img src="data:,">'));
    await using opened = await newPage();
    await opened.page.goto(server.url);
    expect((await accessibilityProblems(opened.page)).join('\n')).toContain('image-alt');
  });
});
