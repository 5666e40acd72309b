import { readFile, writeFile } from 'node:fs/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import packageJson from '../package.json' with { type: 'json' };
import type { AppEnv, Deps } from './deps.ts';
import { docsPage, docsStyle } from './http/docs-page.ts';

type Document = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

/** The committed copy, compared with the program by a test. */
export const committedFile = new URL('../docs/openapi.json', import.meta.url);

/** OpenAPI 3.1 document of every route of the app. */
export function documentOf(app: OpenAPIHono<AppEnv>): Document {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'SensoRcivico',
      version: packageJson.version,
      description:
        'Reports of a municipality, their public story, and the numbers made of them. What the pages show comes from here. ' +
        'Answers about many reports name their snapshot; with `snapshot` they never change. Errors are RFC 9457 problems.',
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'municipality', description: 'Who answers, its areas, categories and offices.' },
      { name: 'reports', description: 'Single reports and lists of them.' },
      { name: 'numbers', description: 'Counts, times and maps, read from snapshots.' },
      { name: 'open data', description: 'All public reports as files.' },
    ],
  });
}

/** Adds `/api/openapi.json` and the page that shows it, `/api/docs`. */
export function describe(app: OpenAPIHono<AppEnv>): void {
  let known: Document | undefined;
  const document = () => (known ??= documentOf(app));
  const headers = { 'cache-control': 'public, max-age=300' };
  app.get('/api/openapi.json', (c) => c.json(document(), 200, headers));
  app.get('/api/docs', (c) => c.html(docsPage(document()), 200, headers));
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { ...headers, 'content-type': 'text/css; charset=utf-8' }));
}

/** The document as it is committed. */
export async function committedText(): Promise<string> {
  const { createApp } = await import('./app.ts');
  // No request is answered: the routes are only asked what they are.
  const app = createApp({ env: { DATA_DIR: '.' } } as Deps);
  return `${JSON.stringify(documentOf(app), null, 2)}\n`;
}

async function commit(): Promise<void> {
  const text = await committedText();
  const before = await readFile(committedFile, 'utf8').catch(() => '');
  if (text !== before) await writeFile(committedFile, text);
  console.log(text === before ? 'docs/openapi.json is up to date' : 'docs/openapi.json written');
}

// Not awaited here: app.ts imports this file, and would wait for it while it waits for app.ts.
if (import.meta.main) void commit();
