import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import { committedFile, committedText, documentOf } from './openapi.ts';

const app = createApp({ env: { DATA_DIR: '.' } } as Deps);

test('docs/openapi.json is what the program says (npm run openapi)', async () => {
  expect(await readFile(committedFile, 'utf8')).toBe(await committedText());
});

test('every operation says what it does, under a tag that is explained, and documents its errors', () => {
  const { paths, tags } = documentOf(app);
  const explained = tags!.map(({ name }) => name);
  const operations = Object.values(paths ?? {}).flatMap((methods) => Object.values(methods) as Operation[]);
  expect(operations.length).toBeGreaterThan(15);
  for (const { summary, tags: own, responses, parameters } of operations) {
    expect(summary).toMatch(/\.$/);
    expect(explained).toContain(own?.[0]);
    expect(Object.keys(responses)).toContain('200');
    for (const parameter of parameters ?? []) if (parameter.in === 'query') expect(parameter.description).toBeTruthy();
  }
});

test('the page shows every operation, without scripts, inline styles or anything from elsewhere', async () => {
  const response = await docs('/api/docs');
  const page = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  for (const path of Object.keys(documentOf(app).paths ?? {})) expect(page).toContain(` ${path}</code>`);
  expect(page).not.toMatch(/<script|style=|https?:\/\//);
  expect((await docs('/api/docs.css')).headers.get('content-type')).toContain('text/css');
});

test('the document is served', async () => {
  const document = await (await docs('/api/openapi.json')).json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(document.paths['/open-data/reports.csv'].get.parameters.map(({ name }: { name: string }) => name)).toContain('bbox');
});

interface Operation {
  summary: string;
  tags?: string[];
  responses: object;
  parameters?: { in: string; description?: string }[];
}

function docs(path: string) {
  return app.request(path);
}
