import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { integersOf } from './integers.ts';

async function columnsOf(sql: string): Promise<Int32Array[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await integersOf(await connection.run(sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('columns of many chunks come whole and in order', async () => {
  const [up, down] = await columnsOf('select i::integer, (-i)::integer from range(10000) t(i) order by i');
  expect(up).toEqual(Int32Array.from({ length: 10_000 }, (_, i) => i));
  expect(down).toEqual(Int32Array.from({ length: 10_000 }, (_, i) => -i));
});

test('numbers that were filtered and computed, with nulls ruled out, come too', async () => {
  const [found] = await columnsOf('select coalesce(if(i % 3 = 0, null, i), -1)::integer from range(7) t(i) where i <> 4');
  expect([...found!]).toEqual([-1, 1, 2, -1, 5, -1]);
});

test('no rows give empty columns', async () => {
  expect(await columnsOf('select 1::integer, 2::integer where false')).toEqual([new Int32Array(0), new Int32Array(0)]);
});

test('a null, and a column of another type, are refused', async () => {
  await expect(columnsOf('select if(i = 3, null, i)::integer from range(5) t(i)')).rejects.toThrow('a null among whole numbers');
  await expect(columnsOf('select 1::bigint')).rejects.toThrow('BIGINT');
});
