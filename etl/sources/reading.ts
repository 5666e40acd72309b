import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '#sql/connect.ts';
import { quoteText, readRows } from '../duckdb.ts';
import { type Encoding, firstBytes, headerOf } from './csv-header.ts';
import { ImportRefused } from './refusal.ts';

/** How the files of a source are written. */
export type Reading =
  | {
      format: 'csv';
      /** "," without it. */
      delimiter?: string;
      encoding?: Encoding;
      /** Words that mean "nothing", besides an empty cell. */
      missing?: readonly string[];
    }
  /** `only`: a column and the text it must hold for a row to be read. */
  | { format: 'parquet'; only?: readonly [column: string, text: string] }
  /** An array of objects, or one object a line; `fields` are paths in it (`place.lat`), and become the columns. */
  | { format: 'json'; fields: readonly string[] };

/** A file as a table of DuckDB. */
export interface Table {
  file: string;
  /** Columns in the order of the file, in small letters. */
  columns: readonly string[];
  /** `select` of `row` (1 for the first row of data) and the columns as text, named c0, c1 …; null for nothing. */
  sql: string;
  /** The same, with malformed lines told in the temporary table `malformed` of the connection; undefined when there can be none. */
  sqlTellingMalformed?: string;
  /** Rows before the first row of data. */
  headerRows: number;
}

/** The refusal of a file, saying what is wrong with it. */
export function wrongFile(file: string, problem: string): ImportRefused {
  return new ImportRefused(`${file}: ${problem}`);
}

/** Name of the table in which DuckDB tells malformed lines. */
export const malformed = 'malformed';

/** Looks at a file. Errors: `ImportRefused`. */
export async function tableOf(connection: DuckDBConnection, file: string, reading: Reading): Promise<Table> {
  const { bytes, isGzip } = await firstBytes(file).catch((error: unknown) => {
    throw wrongFile(file, whyUnreadable(error));
  });
  if (bytes.length === 0) throw wrongFile(file, 'the file is empty');
  const isParquet = bytes.subarray(0, 4).toString('latin1') === 'PAR1';
  if (isParquet !== (reading.format === 'parquet')) {
    throw wrongFile(file, `this is ${isParquet ? 'a' : 'not a'} Parquet file; ${formatNames[reading.format]} is expected`);
  }
  if (reading.format === 'csv') return csvTable(file, reading, bytes, isGzip);
  if (reading.format === 'json') return jsonTable(file, reading.fields, bytes);
  return parquetTable(connection, file, reading.only);
}

const formatNames = { csv: 'a CSV file', parquet: 'a Parquet file', json: 'a JSON file' };

function whyUnreadable(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'EACCES') return 'the file may not be read';
  return `the file cannot be read (${(error as Error).message})`;
}

function csvTable(file: string, reading: Reading & { format: 'csv' }, bytes: Buffer, isGzip: boolean): Table {
  const { delimiter = ',', encoding = 'utf-8', missing = [] } = reading;
  if (encoding !== 'utf-16' && bytes.includes(0)) throw wrongFile(file, 'this is not text; a CSV file is expected');
  const columns = unique(headerOf(bytes, delimiter, encoding).map((name) => name.toLowerCase()));
  const options = [
    'auto_detect = false',
    'header = true',
    `columns = {${columns.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ')}}`,
    `delim = ${quoteText(delimiter)}, quote = '"', escape = '"'`,
    `encoding = ${quoteText(encoding)}`,
    `compression = '${isGzip ? 'gzip' : 'none'}'`,
    `nullstr = [${['', ...missing].map(quoteText).join(', ')}]`,
  ];
  const read = (more: string) =>
    `select row_number() over () as row, * from read_csv(${quoteText(file)}, ${[...options, more].join(', ')})`;
  return {
    file,
    columns,
    sql: read('ignore_errors = true'),
    sqlTellingMalformed: read(`store_rejects = true, rejects_table = '${malformed}', rejects_scan = '${malformed}_scan'`),
    headerRows: 1,
  };
}

function jsonTable(file: string, fields: readonly string[], bytes: Buffer): Table {
  if (!/^\uFEFF?\s*[[{]/.test(bytes.toString('utf8', 0, 1024))) throw wrongFile(file, 'this is not JSON');
  const paths = fields.map(
    (field) =>
      `$.${field
        .split('.')
        .map((part) => `"${part.replaceAll('"', '')}"`)
        .join('.')}`,
  );
  const columns = paths.map((path, index) => `json_extract_string(json, ${quoteText(path)}) as c${index}`);
  const objects = `read_json_objects(${quoteText(file)}, format = 'auto')`;
  const sql = `select row_number() over () as row, ${columns.join(', ')} from ${objects}`;
  return { file, columns: fields.map((field) => field.toLowerCase()), sql, headerRows: 0 };
}

async function parquetTable(
  connection: DuckDBConnection,
  file: string,
  only: readonly [string, string] | undefined,
): Promise<Table> {
  const rows = `read_parquet(${quoteText(file)}, file_row_number = true)`;
  const described = await readRows<{ column_name: string }>(
    connection,
    `describe select * exclude file_row_number from ${rows}`,
  ).catch((error: unknown) => {
    throw wrongFile(file, `the Parquet file cannot be read (${(error as Error).message.split('\n')[0]})`);
  });
  const names = described.map(({ column_name }) => column_name);
  const columns = names.map((name, index) => `${quoteIdentifier(name)}::varchar as c${index}`);
  const where = only ? ` where ${quoteIdentifier(only[0])} = ${quoteText(only[1])}` : '';
  const sql = `select file_row_number + 1 as row, ${columns.join(', ')} from ${rows}${where}`;
  return { file, columns: names.map((name) => name.toLowerCase()), sql, headerRows: 0 };
}

function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  });
}
