import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText, readRows, runFile } from '../duckdb.ts';
import { reportNames, textNames } from './source.ts';

/** Column types of the files that differ from what the tables say, or have no table. */
const incomingTypes: Record<string, string> = { cell: 'varchar', listed: 'boolean' };
const links = 'create temp table duplicate_link (report_id bigint, original_id bigint, state varchar)';
const referenceTables = ['category', 'area', 'office', 'channel', 'street', 'duplicate_link'];

/** Makes the empty tables of a snapshot. */
export async function createTables(connection: DuckDBConnection): Promise<void> {
  await runFile(connection, new URL('../../sql/marts/001-tables.sql', import.meta.url));
}

/** Loads the small tables anew from their files. */
export async function loadReference(connection: DuckDBConnection, folder: string): Promise<void> {
  await connection.run(links);
  for (const table of referenceTables) {
    await connection.run(`delete from ${table}`);
    await connection.run(`insert into ${table} select * from ${await csv(connection, folder, table, table)}`);
  }
}

/** Loads `reports.csv` into `report` and `report_text`, sorted by cell and time; ages are counted to `asOf`. */
export async function loadReports(connection: DuckDBConnection, folder: string, asOf: Date): Promise<void> {
  const source = await csvOfReports(connection, folder);
  const order = 'order by cell::ubigint, received_at, id';
  await connection.run(`insert into report (${[...reportNames, 'age_s'].join(', ')})
    select ${reportNames.join(', ')}, ${age(asOf)} from ${source} ${order}`);
  await connection.run(`insert into report_text select id, ${textNames.join(', ')} from ${source} ${order}`);
}

/** Loads the reports that changed, as `incoming` with `listed`. */
export async function loadIncoming(connection: DuckDBConnection, folder: string): Promise<void> {
  const source = await csvOfReports(connection, folder, ['listed']);
  await connection.run(`create temp table incoming as select * replace (cell::ubigint as cell) from ${source}`);
}

/** Puts `incoming` in the place of the reports it names; those no longer listed go. */
export async function replaceIncoming(connection: DuckDBConnection): Promise<void> {
  const order = 'where listed order by cell, received_at, id';
  for (const table of ['report', 'report_text'])
    await connection.run(`delete from ${table} where id in (select id from incoming)`);
  await connection.run(
    `insert into report (${[...reportNames, 'age_s'].join(', ')}) select ${reportNames.join(', ')}, 0 from incoming ${order}`,
  );
  await connection.run(`insert into report_text select id, ${textNames.join(', ')} from incoming ${order}`);
}

/** Counts every age anew, to `asOf`. */
export async function ageReports(connection: DuckDBConnection, asOf: Date): Promise<void> {
  await connection.run(`update report set age_s = ${age(asOf)}`);
}

function age(asOf: Date): string {
  return `least(greatest((${asOf.getTime() * 1000} - epoch_us(received_at)) // 1000000, 0), 2147483647)::integer`;
}

async function csvOfReports(connection: DuckDBConnection, folder: string, more: readonly string[] = []): Promise<string> {
  const types = { ...(await typesOf(connection, 'report')), ...(await typesOf(connection, 'report_text')), ...incomingTypes };
  return readCsv(
    path.join(folder, 'reports.csv'),
    [...reportNames, ...textNames, ...more].map((name) => [name, types[name]!]),
  );
}

async function csv(connection: DuckDBConnection, folder: string, name: string, table: string): Promise<string> {
  return readCsv(path.join(folder, `${name}.csv`), Object.entries(await typesOf(connection, table)));
}

function readCsv(file: string, columns: readonly (readonly [string, string])[]): string {
  const spec = columns.map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`).join(', ');
  return `read_csv(${quoteText(file)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, columns = {${spec}})`;
}

async function typesOf(connection: DuckDBConnection, table: string): Promise<Record<string, string>> {
  const rows = await readRows<{ column_name: string; data_type: string }>(
    connection,
    `select column_name, data_type from duckdb_columns() where table_name = ${quoteText(table)} order by column_index`,
  );
  return Object.fromEntries(rows.map((row) => [row.column_name, row.data_type]));
}
