import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const stamp = '.sources';
const compressible = /\.(m?js|css|svg|json)$/;

/** Folder of the built scripts and styles. */
export const dist = join(root, 'dist');

/** Builds what runs in the browser, unless `dist` was built from these very sources. `say` hears of it when it takes time. */
export async function ensureBuilt(say: (text: string) => void = () => {}): Promise<void> {
  const sources = await hashOfSources();
  if ((await builtFrom()) === sources) return;
  say('Building the scripts and styles of the pages …');
  await build(sources);
}

/** What `dist` was built from; undefined when there is none. */
async function builtFrom(): Promise<string | undefined> {
  const file = join(dist, stamp);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

/** Hash of everything a build depends on: the dashboard without its tests, the configuration, the locked packages. */
export async function hashOfSources(): Promise<string> {
  const files = globSync('dashboard/**/*.{ts,css,json,svg}', { cwd: root, exclude: ['**/*.test.ts', 'dashboard/testing/**'] });
  const hash = createHash('sha256');
  for (const file of ['vite.config.ts', 'package-lock.json', ...files.toSorted()]) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Builds beside `dist` and puts the result in its place at once, so that a running server never misses a file for long. */
async function build(sources: string): Promise<void> {
  const { build: viteBuild } = await import('vite');
  const fresh = `${dist}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    await viteBuild({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
    await compress(fresh);
    await writeFile(join(fresh, stamp), sources);
    // Another process may have been faster: then its files stay, somebody may be reading them.
    if ((await builtFrom()) === sources) return;
    await rename(dist, old).catch(() => undefined);
    await rename(fresh, dist);
  } finally {
    await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** Puts a .gz and a .br beside every text file. */
async function compress(folder: string): Promise<void> {
  const squeeze = { br: promisify(brotliCompress), gz: promisify(gzip) };
  const files = globSync('**/*', { cwd: folder }).filter((file) => compressible.test(file));
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const content = await readFile(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${path}.br`, await squeeze.br(content, { params }));
      await writeFile(`${path}.gz`, await squeeze.gz(content));
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  await rm(dist, { recursive: true, force: true });
  await build(await hashOfSources());
  console.log(`Built ${relative(process.cwd(), dist) || '.'} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
