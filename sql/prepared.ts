import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

/**
 * Path of an image (tar.gz) of an empty embedded database with PostGIS; made on first use, which takes some ten seconds,
 * and kept in the package cache for every later database of the same versions.
 */
export async function preparedDatabase(): Promise<string> {
  const file = path.join(await cacheDir(), `empty-${await versions()}.tar.gz`);
  if (existsSync(file)) return file;
  const pglite = await PGlite.create('memory://', { extensions: { postgis } });
  await pglite.exec('create extension if not exists postgis with schema public');
  const image = await pglite.dumpDataDir('gzip');
  await pglite.close();
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, Buffer.from(await image.arrayBuffer()));
  await rename(temporary, file);
  return file;
}

async function cacheDir(): Promise<string> {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  for (const parent of [path.join(modules, '.cache'), os.tmpdir()]) {
    const dir = path.join(parent, 'sensorcivico');
    try {
      await mkdir(dir, { recursive: true });
      return dir;
    } catch {
      continue;
    }
  }
  throw new Error('no folder for the cache can be written');
}

async function versions(): Promise<string> {
  const names = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'];
  const found = names.map(async (name) => {
    const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
    return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
  });
  return (await Promise.all(found)).join('-');
}
