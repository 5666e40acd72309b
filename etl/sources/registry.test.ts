import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSource, sourceNames } from './registry.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

const plain = sourceNames.filter((name) => name !== 'combined' && name !== 'generic');

test.each(plain)('%s takes a file with its columns, and no file of another source', async (name) => {
  const source = await findSource(name, {});
  const delimiter = source.reading.format === 'csv' ? (source.reading.delimiter ?? ',') : ',';
  const own = await files.write(`${source.columns.join(delimiter)}\n`);
  expect(await readFiles(source, [own])).toEqual({ drafts: [], rejects: [] });
  for (const other of plain.filter((each) => each !== name)) {
    const { columns } = await findSource(other, {});
    const file = await files.write(`${columns.join(',')}\n`);
    await expect(readFiles(source, [file])).rejects.toThrow(`this is not a file of ${name}`);
  }
});

test('every source says which times it knows, in a zone and a language', async () => {
  for (const name of [...plain, 'combined']) {
    const { settings, timezone, language } = await findSource(name, {});
    expect(settings.known_measures).toBeDefined();
    expect(() => new Intl.DateTimeFormat(language, { timeZone: timezone })).not.toThrow();
  }
});
