import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { checkAreas } from '#api/areas/loading.ts';
import { ImportRefused } from './refusal.ts';

/** Reads a GeoJSON file of areas, also a gzip one, and checks it. Errors: `ImportRefused`. */
export async function readAreas(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ImportRefused(`--areas: ${file} cannot be read`, error);
  });
  try {
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? await promisify(gunzip)(bytes) : bytes;
    const geojson: unknown = JSON.parse(text.toString('utf8').replace(/^\uFEFF/, ''));
    checkAreas(geojson);
    return geojson;
  } catch (error) {
    if (error instanceof RangeError) throw new ImportRefused(`${file}: ${error.message}`, error);
    throw new ImportRefused(`--areas: ${file} is not GeoJSON`, error);
  }
}
