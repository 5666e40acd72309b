import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { dist, ensureBuilt } from './build.ts';

type Manifest = Record<
  string,
  { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[] }
>;

let manifest: Manifest;

beforeAll(async () => {
  await ensureBuilt();
  manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
});

/** Bytes of a script and of all it brings in, gzipped; `later`: also what it loads when needed. */
async function weight(name: string, later: boolean): Promise<number> {
  const seen = new Set<string>();
  const waiting = [name];
  let bytes = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const chunk = manifest[next];
    if (!chunk || seen.has(next)) continue;
    seen.add(next);
    bytes += gzipSync(await readFile(join(dist, chunk.file))).length;
    waiting.push(...(chunk.imports ?? []), ...(later ? (chunk.dynamicImports ?? []) : []));
  }
  return bytes;
}

test('builds the element of the map and the style sheet as entries that pages find by their source', () => {
  expect(manifest['dashboard/elements/civic-hexmap.ts']?.isEntry).toBe(true);
  expect(manifest['dashboard/styles/site.css']?.file).toMatch(/\.css$/);
});

test('a built folder is left as it is until a source changes', async () => {
  const said: string[] = [];
  await ensureBuilt((text) => said.push(text));
  expect(said).toEqual([]);
});

test('every text file lies compressed beside itself', () => {
  const { file } = manifest['dashboard/elements/civic-hexmap.ts']!;
  expect([existsSync(join(dist, `${file}.br`)), existsSync(join(dist, `${file}.gz`))]).toEqual([true, true]);
});

test('the page is not held up: the map comes later, and all scripts weigh at most 650 kB', async () => {
  const entry = 'dashboard/elements/civic-hexmap.ts';
  expect(await weight(entry, false)).toBeLessThan(30_000);
  expect(await weight(entry, true)).toBeLessThan(650_000);
});

test('nothing built evaluates text as code, which the content security policy forbids', async () => {
  for (const { file } of Object.values(manifest).filter(({ file }) => file.endsWith('.js'))) {
    expect(await readFile(join(dist, file), 'utf8')).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
  }
});
