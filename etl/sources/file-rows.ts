import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readRows } from '../duckdb.ts';
import { malformed, type Table, wrongFile } from './reading.ts';
import type { Repeats } from './source.ts';

/** A row of a file. */
export interface FileRow {
  /** As a spreadsheet counts: the header is row 1. */
  number: number;
  /** 1, or 2, 3 … for a row that repeats an earlier one (`Repeats`). */
  occurrence: number;
  /** Text of the columns of the table; '' for nothing. */
  cells: readonly string[];
}

/** A line that is no row of the table. */
export interface MalformedLine {
  number: number;
  text: string;
  problem: string;
}

/** What is known of a file before its rows are read. */
export interface Survey {
  /** Rows and malformed lines. */
  total: number;
  rows: number;
  /** Tables made by this survey: rows that repeat others, and malformed lines. */
  repeated: string;
  malformed: string;
}

/** Between the cells of a row on their way out of DuckDB; a row that holds this character itself is rejected. */
const cellEnd = '\x1f';

/**
 * Reads a file once to find the rows that repeat others and the malformed lines. Both stay in DuckDB, which uses the disk when
 * they are many. Errors: `ImportRefused` when it cannot be read to its end.
 */
export async function survey(connection: DuckDBConnection, table: Table, repeats: Repeats, name: string): Promise<Survey> {
  const made = { repeated: `${name}_repeated`, malformed: `${name}_malformed` };
  const cell = (column: string) => `trim(coalesce(c${table.columns.indexOf(column)}, ''))`;
  const key = `concat_ws('${cellEnd}', ${repeats.key.map(cell).join(', ')})`;
  const day = repeats.day ? `try_cast(${cell(repeats.day)}[:10] as date)` : 'null::date';
  // A line is found to be malformed only in columns that are read, so all of them are.
  const isBlank = table.sqlTellingMalformed ? table.columns.map((_, index) => `c${index} is null`).join(' and ') : 'false';
  const rows = table.sqlTellingMalformed ?? table.sql;
  try {
    await connection.run(
      `create temp table keyed as select row, ${key} as key, ${day} as day, ${isBlank} as is_blank from (${rows})`,
    );
  } catch (error) {
    throw wrongFile(table.file, `the file cannot be read (${(error as Error).message.split('\n')[0]})`);
  }
  await connection.run(`create table ${made.repeated} as ${repeats.day ? listedAgain : sameKey}`);
  const lines = table.sqlTellingMalformed
    ? `select line::integer as number, first(csv_line) as text, first(error_message) as problem from ${malformed} group by all`
    : `select 0 as number, '' as text, '' as problem where false`;
  await connection.run(`create table ${made.malformed} as ${lines.replace('group by all', 'group by line order by line')}`);
  const [counted] = await readRows<{ rows: number; lines: number }>(
    connection,
    `select (select count(*) from keyed)::integer as rows, (select count(*) from ${made.malformed})::integer as lines`,
  );
  await connection.run('drop table keyed');
  return { total: counted!.rows + counted!.lines, rows: counted!.rows, ...made };
}

const sameKey = `
  select row, occurrence from (
    select row, row_number() over (partition by key order by row)::integer as occurrence from keyed
    where key in (select key from keyed group by key having count(*) > 1))
  where occurrence > 1 order by row`;

/** A row repeats the one before it with the same key when that came on the same day or the day before. */
const listedAgain = `
  select row, 2 as occurrence from (
    select row, day - lag(day) over (partition by key order by day, row) as since from keyed)
  where since <= 1 order by row`;

/** The malformed lines of a surveyed file, in its order. */
export async function* malformedLines(instance: DuckDBInstance, { malformed }: Survey): AsyncGenerator<MalformedLine> {
  const result = await (await instance.connect()).stream(`select number, text, problem from ${malformed} order by number`);
  for await (const rows of result.yieldRowObjectJs()) yield* rows as unknown as MalformedLine[];
}

/** The rows of a surveyed file, in its order, some thousand at a time; the memory they need does not grow with the file. */
export async function* fileRows(instance: DuckDBInstance, table: Table, surveyed: Survey): AsyncGenerator<FileRow[]> {
  const connection = await instance.connect();
  const repeated = await cursor(instance, `select row::integer, occurrence from ${surveyed.repeated} order by row`);
  const skipped = await cursor(instance, `select number, 0 from ${surveyed.malformed} order by number`);
  const cells = table.columns.map((_, index) => `coalesce(c${index}, '')`);
  const result = await connection.stream(`select concat_ws('${cellEnd}', ${cells.join(', ')}, row) from (${table.sql})`);
  let before = table.headerRows;
  let read = 0;
  for await (const chunk of result) {
    const lines = chunk.getColumnVector(0);
    const rows: FileRow[] = [];
    for (let index = 0; index < chunk.rowCount; index++) {
      const cells = (lines.getItem(index) as string).split(cellEnd);
      const row = Number(cells.pop());
      while (skipped.row !== undefined && skipped.row <= row + before) {
        before++;
        await skipped.next();
      }
      let occurrence = 1;
      if (repeated.row === row) {
        occurrence = repeated.value;
        await repeated.next();
      }
      rows.push({ number: row + before, occurrence, cells });
    }
    read += rows.length;
    yield rows;
  }
  connection.closeSync();
  if (read !== surveyed.rows)
    throw new Error(`${table.file}: ${surveyed.rows} rows at first, then ${read}: it was changed meanwhile`);
}

/** Walks a sorted result by its first column; `row` is undefined at its end. */
async function cursor(instance: DuckDBInstance, sql: string) {
  const connection = await instance.connect();
  const rows = walk(await connection.stream(sql));
  const at: { row: number | undefined; value: number; next: () => Promise<void> } = {
    row: undefined,
    value: 0,
    async next() {
      const { done, value } = await rows.next();
      at.row = done ? undefined : value[0];
      at.value = done ? 0 : value[1];
      if (done) connection.closeSync();
    },
  };
  await at.next();
  return at;
}

async function* walk(result: Awaited<ReturnType<DuckDBConnection['stream']>>): AsyncGenerator<[number, number], undefined> {
  for await (const rows of result.yieldRowsJs()) yield* rows as unknown as [number, number][];
  return undefined;
}
