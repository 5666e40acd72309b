import type { References } from '#api/references/references.ts';
import type { ReportHistory } from '#api/reports/history.ts';
import { checkHistory, isKnownSource, type Recorded, recordBatch } from '#api/reports/recording.ts';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { type Batch, batches, contentOf } from './batches.ts';
import { historian, type Told } from './histories.ts';
import type { noteCounter } from './notes.ts';
import type { PreparedImport } from './prepared-import.ts';
import { type Progress, showProgress } from './progress.ts';
import type { Table } from './reading.ts';
import { isBadData } from './refusal.ts';
import type { rejectsFile } from './rejects.ts';

/** What became of the rows of an import. */
export interface Totals extends Recorded {
  read: number;
  rejected: number;
}

/** Where an import goes to. */
export interface Target {
  database: Database;
  municipality: Municipality;
  references: References;
  rejects: ReturnType<typeof rejectsFile>;
  notes: ReturnType<typeof noteCounter>;
  /** Where progress is shown. */
  stream: NodeJS.WriteStream;
}

/**
 * Imports prepared files one after the other; while a batch is written, the next is read and mapped.
 * Errors: those of the database; what was written until then stays, and importing again goes on from there.
 */
export async function importFiles(prepared: PreparedImport, target: Target): Promise<Totals> {
  const totals: Totals = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const histories = historian(target.references);
  const { name } = prepared.source;
  // Within one file no number comes twice: the reports of a source that has told none yet are all new.
  let isNew = !(await isKnownSource(target.database, target.municipality, name));
  for (const { table, surveyed } of prepared.files) {
    const progress = showProgress(target.stream, name, surveyed.total);
    const record = recorder(name, target, isNew);
    let writing = Promise.resolve();
    try {
      for await (const batch of batches(prepared.instance, table, surveyed, prepared.source)) {
        const told = await histories(batch.drafts);
        await writing;
        writing = write({ record, table, target, totals, progress }, batch, told);
        // Awaited with the next batch: until then its failure is not one that nobody handles.
        writing.catch(() => {});
      }
      await writing;
    } finally {
      progress.end();
    }
    isNew = false;
  }
  return totals;
}

type Record = (histories: readonly ReportHistory[]) => Promise<Recorded>;

/** Records histories, looking for reports that are known already only when there can be some. */
function recorder(source: string, { database, municipality }: Target, isNew: boolean): Record {
  let mayBeKnown = !isNew;
  return async (histories) => {
    if (mayBeKnown) return recordBatch(database, municipality, source, histories);
    try {
      return await recordBatch(database, municipality, source, histories, { isNew: true });
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
      mayBeKnown = true;
      return recordBatch(database, municipality, source, histories);
    }
  };
}

const uniqueViolation = '23505';

/** What the batches of a file are written with. */
interface Writing {
  record: Record;
  table: Table;
  target: Target;
  totals: Totals;
  progress: Progress;
}

async function write({ record, table, target, totals, progress }: Writing, batch: Batch, told: readonly Told[]): Promise<void> {
  const recorded = await recordGood(record, table, batch, told);
  await target.rejects.add(batch.rejects);
  for (const { notes } of told) for (const note of notes) target.notes.add(note);
  totals.read += batch.rows;
  totals.created += recorded.created;
  totals.updated += recorded.updated;
  totals.unchanged += recorded.unchanged;
  totals.rejected += batch.rejects.length;
  progress.advance(batch.rows);
}

/** Records the batch; when something in it cannot be recorded, the rest of it, adding to its rejects. */
async function recordGood(record: Record, table: Table, batch: Batch, told: readonly Told[]): Promise<Recorded> {
  const histories = told.map(({ history }) => history);
  try {
    return await record(histories);
  } catch (error) {
    if (!isBadData(error)) throw error;
  }
  const seen = new Set<string>();
  const good = histories.filter((history, index) => {
    const reason = seen.has(history.externalId) ? 'repeated id' : problemOf(history);
    seen.add(history.externalId);
    if (!reason) return true;
    const row = batch.origins[index]!;
    batch.rejects.push({ file: table.file, number: row.number, reason, content: contentOf(table, row) });
    return false;
  });
  return record(good);
}

function problemOf(history: ReportHistory): string | undefined {
  try {
    checkHistory(history);
    return undefined;
  } catch (error) {
    if (isBadData(error)) return error.message;
    throw error;
  }
}
