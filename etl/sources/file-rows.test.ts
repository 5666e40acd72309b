import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRows, malformedLines, survey } from './file-rows.ts';
import { type Reading, tableOf } from './reading.ts';
import type { Repeats } from './source.ts';

let folder: string;
let instance: DuckDBInstance;
let files = 0;
let surveys = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sensorcivico-test-'));
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(async () => {
  instance.closeSync();
  await rm(folder, { recursive: true });
});

async function write(content: string | Buffer, name = 'file.csv'): Promise<string> {
  const file = path.join(folder, `${++files}-${name}`);
  await writeFile(file, content);
  return file;
}

async function read(file: string, reading: Reading = { format: 'csv' }, repeats: Repeats = { key: ['id'] }) {
  const connection = await instance.connect();
  const table = await tableOf(connection, file, reading);
  const surveyed = await survey(connection, table, repeats, `file${++surveys}`);
  const rows = (await Array.fromAsync(fileRows(instance, table, surveyed))).flat();
  const malformed = await Array.fromAsync(malformedLines(instance, surveyed));
  connection.closeSync();
  return { columns: table.columns, total: surveyed.total, rows, malformed };
}

const cells = ({ rows }: { rows: { cells: readonly string[] }[] }) => rows.map((row) => row.cells);

test('quotes, line breaks in cells, empty cells and a byte order mark are read as CSV says', async () => {
  const read1 = await read(await write('\uFEFFId,Text,More\r\n1,"a ""b"", c",\r\n2,"two\nlines",""\r\n'));
  expect(read1.columns).toEqual(['id', 'text', 'more']);
  expect(cells(read1)).toEqual([
    ['1', 'a "b", c', ''],
    ['2', 'two\nlines', ''],
  ]);
});

test('another delimiter, another encoding, words for nothing, and gzip whatever the name', async () => {
  const latin = gzipSync(Buffer.from('id;nome\n1;Citt\xe0\n2;NULL\n3;NA\n', 'latin1'));
  const reading = { format: 'csv', delimiter: ';', encoding: 'latin-1', missing: ['NULL', 'NA'] } as const;
  expect(cells(await read(await write(latin), reading))).toEqual([
    ['1', 'Città'],
    ['2', ''],
    ['3', ''],
  ]);
});

test('lines that are no rows are told apart, and the rows after them keep their number', async () => {
  const { rows, malformed, total } = await read(await write('id,a,b\n1,x,y\n2,short\n3,x,y\n4,too,many,cells\n5,x,y\n'));
  expect(total).toBe(5);
  expect(rows.map((row) => [row.number, row.cells[0]])).toEqual([
    [2, '1'],
    [4, '3'],
    [6, '5'],
  ]);
  expect(malformed.map(({ number, text }) => [number, text])).toEqual([
    [3, '2,short'],
    [5, '4,too,many,cells'],
  ]);
});

test('rows in an encoding that is not the file’s are malformed, the others are read', async () => {
  const { rows, malformed } = await read(await write(Buffer.from('id,a\n1,caff\xe8\n2,t\n', 'latin1')));
  expect(cells({ rows })).toEqual([['2', 't']]);
  expect(malformed[0]).toMatchObject({ number: 2, problem: expect.stringContaining('utf-8') });
});

test('rows with the same key know that they are the second, third …', async () => {
  const { rows } = await read(await write('id,a\nx,1\ny,1\nx,2\n z,1\nx,3\nz,2\n'));
  expect(rows.map(({ occurrence }) => occurrence)).toEqual([1, 1, 2, 1, 3, 2]);
});

test('with a day, a row repeats another only on the same or the next day', async () => {
  const listed =
    'id,seen\na,2021-06-07T07:00:00\na,2021-06-07T16:00:00\nb,2021-06-08T09:00:00\na,2021-06-08T09:00:00\na,2021-06-10T09:00:00\n';
  const { rows } = await read(await write(listed), { format: 'csv' }, { key: ['id'], day: 'seen' });
  expect(rows.map(({ occurrence }) => occurrence)).toEqual([1, 2, 1, 2, 1]);
});

test('Parquet is read as text, all rows or those of one value, with the numbers of the file', async () => {
  const file = path.join(folder, 'rows.parquet');
  const connection = await instance.connect();
  await connection.run(
    `copy (select * from (values ('1', 'x', timestamp '2018-01-02 03:04:05', 1.5::double), ('2', 'y', null, null), ('3', 'x', null, -0.25))
       as given (id, City, seen, lat)) to '${file}' (format parquet)`,
  );
  const all = await read(file, { format: 'parquet' });
  expect(all.columns).toEqual(['id', 'city', 'seen', 'lat']);
  expect(all.rows[0]).toEqual({ number: 1, occurrence: 1, cells: ['1', 'x', '2018-01-02 03:04:05', '1.5'] });
  const some = await read(file, { format: 'parquet', only: ['City', 'x'] });
  expect(some.rows.map(({ number }) => number)).toEqual([1, 3]);
});

test('JSON is read by paths, from an array or from one object a line', async () => {
  const reading = { format: 'json', fields: ['id', 'place.Lat', 'missing'] } as const;
  const array = await write('[{"id": 1, "place": {"Lat": 45.5}}, {"id": "b", "place": null}]', 'a.json');
  const lines = await write('{"id": 1, "place": {"Lat": 45.5}}\n{"id": "b"}\n', 'b.json');
  for (const file of [array, lines]) {
    expect(cells(await read(file, reading))).toEqual([
      ['1', '45.5', ''],
      ['b', '', ''],
    ]);
  }
});

test.each([
  ['nothing', '', 'the file is empty'],
  ['a Parquet file', 'PAR1....', 'this is a Parquet file; a CSV file is expected'],
  ['bytes', '\0\0\x01\x02', 'this is not text'],
])('%s in place of a CSV file is refused', async (_, content, message) => {
  await expect(read(await write(content))).rejects.toThrow(message);
});

test('a file that is not there, a folder and broken gzip are refused by name', async () => {
  await expect(read(path.join(folder, 'none.csv'))).rejects.toThrow('none.csv: there is no such file');
  await expect(read(folder)).rejects.toThrow('this is a folder');
  await expect(read(await write(gzipSync('id\n1\n').subarray(0, 20)))).rejects.toThrow('cannot be read');
  await expect(read(await write('id\n1\n'), { format: 'parquet' })).rejects.toThrow('this is not a Parquet file');
  await expect(read(await write('id\n1\n'), { format: 'json', fields: ['id'] })).rejects.toThrow('this is not JSON');
});
