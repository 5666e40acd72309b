import type { DuckDBInstance } from '@duckdb/node-api';
import { type FileRow, fileRows, malformedLines, type Survey } from './file-rows.ts';
import type { Table } from './reading.ts';
import { isBadData } from './refusal.ts';
import type { Reject } from './rejects.ts';
import type { Draft, Row, RowPlace, Source } from './source.ts';

/** Part of a file. */
export interface Batch {
  rows: number;
  drafts: Draft[];
  /** For each draft, where it comes from: for rejects found later. */
  origins: FileRow[];
  rejects: Reject[];
}

/** Reports written together. */
const batchSize = 5_000;

/** Reads a surveyed file and maps it, batch by batch. */
export async function* batches(instance: DuckDBInstance, table: Table, surveyed: Survey, source: Source): AsyncGenerator<Batch> {
  let batch = emptyBatch();
  for await (const { number, text, problem } of malformedLines(instance, surveyed)) {
    batch.rows++;
    batch.rejects.push({ file: table.file, number, reason: `not a row of this file: ${problem}`, content: text });
    if (batch.rows >= batchSize) {
      yield batch;
      batch = emptyBatch();
    }
  }
  const map = mapper(table, source);
  for await (const rows of fileRows(instance, table, surveyed)) {
    for (const row of rows) map(row, batch);
    if (batch.rows < batchSize) continue;
    yield batch;
    batch = emptyBatch();
  }
  if (batch.rows) yield batch;
}

function emptyBatch(): Batch {
  return { rows: 0, drafts: [], origins: [], rejects: [] };
}

function mapper(table: Table, source: Source): (row: FileRow, batch: Batch) => void {
  const indexes = new Map(table.columns.map((column, index) => [column, index]));
  const isHeader = headerTest(table.columns);
  let cells: readonly string[] = [];
  const row: Row = (column) => cells[indexes.get(column) ?? -1] || null;
  return (fileRow, batch) => {
    cells = fileRow.cells;
    batch.rows++;
    const draft = draftOf(source, row, fileRow, table.columns.length, isHeader);
    if (typeof draft === 'string') {
      batch.rejects.push({ file: table.file, number: fileRow.number, reason: draft, content: contentOf(table, fileRow) });
      return;
    }
    batch.drafts.push(draft);
    batch.origins.push(fileRow);
  };
}

/** The draft, or why there is none. */
function draftOf(
  source: Source,
  row: Row,
  place: FileRow,
  width: number,
  isHeader: (cells: readonly string[]) => boolean,
): Draft | string {
  if (place.cells.length !== width) return 'a cell holds a control character (U+001F)';
  if (isHeader(place.cells)) return 'a header among the data';
  if (place.occurrence > 1 && source.repeats.reason) return source.repeats.reason;
  try {
    return source.read(row, place satisfies RowPlace);
  } catch (error) {
    if (isBadData(error)) return error.message;
    throw error;
  }
}

/** Tells rows that say the names of the columns again, in whatever spelling. */
function headerTest(columns: readonly string[]): (cells: readonly string[]) => boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const names = columns.map(plain);
  return (cells) => {
    let alike = 0;
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue;
      if (cell.length > columns[index]!.length + 8 || plain(cell) !== names[index]) return false;
      alike++;
    }
    return alike > 1;
  };
}

/** A row by its columns, without the empty ones. */
export function contentOf(table: Table, { cells }: FileRow): Record<string, string> {
  return Object.fromEntries(table.columns.map((column, index) => [column, cells[index] ?? '']).filter(([, cell]) => cell !== ''));
}
