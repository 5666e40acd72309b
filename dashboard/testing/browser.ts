import { serve as listen } from '@hono/node-server';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

const flags = [
  '--no-sandbox',
  // WebGL drawn by the processor: test machines have no graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let opened: Promise<Browser> | undefined;

/** The browser of this test worker, started at the first call; it ends with the worker. */
function testBrowser(): Promise<Browser> {
  opened ??= start();
  return opened;
}

async function start(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...env } });
}

/** A page of its own context, and what went wrong on it. */
export interface TestPage extends AsyncDisposable {
  page: Page;
  /** Errors on the console, exceptions, failed loads and requests to third parties, as sentences. */
  problems: string[];
}

/** A new page in a new context: `await using { page, problems } = …` closes it. */
export async function newPage(options: BrowserContextOptions = {}): Promise<TestPage> {
  const browser = await testBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'it-IT', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!isOwn(request.url())) problems.push(`third party: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Requests that the page itself took back are no failures.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  return { page, problems, [Symbol.asyncDispose]: () => context.close() };
}

function isOwn(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'data:' || protocol === 'blob:' || /(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname);
}

/** What axe finds against WCAG 2.2 A and AA, one line each; empty is clean. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/** An app on a port of its own on 127.0.0.1: `await using`. */
export interface TestServer extends AsyncDisposable {
  /** Without a slash at the end: http://localhost:40123 */
  url: string;
}

/** Serves a Hono app (or anything with `fetch`) for a browser test. */
export async function serveApp(app: { fetch: (request: Request) => Response | Promise<Response> }): Promise<TestServer> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = listen({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  const port = await promise;
  return {
    url: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
