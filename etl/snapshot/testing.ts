import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { latLngToCell } from 'h3-js';
import { sql } from 'kysely';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { testMunicipality } from '#sql/testing.ts';
import type { SnapshotContext } from './workshop.ts';

/** A report for a test; what is left out is a public, published, open one without a place. */
export interface TestReport {
  title?: string | null;
  description?: string | null;
  address?: string | null;
  externalId?: string | null;
  /** Longitude, latitude. */
  point?: [number, number] | null;
  category?: number;
  state?: string;
  outcome?: string | null;
  visibility?: string;
  moderation?: string;
  received?: string;
  taken?: string | null;
  reply?: string | null;
  closed?: string | null;
  published?: boolean;
}

/** A municipality with a category, a channel and a folder of its own; `remove` deletes the folder. */
export async function snapshotWorld(wanted: { timezone?: string; now?: string } = {}) {
  const { database, municipality, db } = await testMunicipality(wanted.timezone ? { timezone: wanted.timezone } : {});
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'snapshots-'));
  const names = (it: string) => JSON.stringify({ it });
  await db
    .insertInto('category')
    .values([{ code: 'buche', name: names('Buche') }])
    .execute();
  await db
    .insertInto('category')
    .values([{ code: 'verde', name: names('Verde'), parent_id: 1 }])
    .execute();
  await db
    .insertInto('channel')
    .values({ code: 'web', name: names('Sito') })
    .execute();
  const logged: { line: string; fields: Record<string, unknown> }[] = [];
  let now = new Date(wanted.now ?? '2026-06-01T00:00:00Z');
  const context: SnapshotContext = {
    database,
    dataDir,
    now: () => now,
    log: (line, fields = {}) => void logged.push({ line, fields }),
    progress: () => {},
  };
  return {
    database,
    municipality,
    db,
    dataDir,
    context,
    logged,
    setNow: (time: string) => (now = new Date(time)),
    add: (reports: readonly TestReport[]) => addReports(database, municipality, reports),
    /** Changes columns of a report as every writer does: with the mark of the change. */
    change: (id: number, columns: Record<string, unknown>) => changeReport(database, municipality, id, columns),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Adds reports; returns their numbers. */
export async function addReports(
  database: Database,
  municipality: Municipality,
  reports: readonly TestReport[],
): Promise<number[]> {
  const rows = await database.of(municipality.slug).insertInto('report').values(reports.map(rowOf)).returning('id').execute();
  return rows.map(({ id }) => id);
}

function rowOf(report: TestReport) {
  const received = report.received ?? '2026-01-01T10:00:00Z';
  const { point } = report;
  return {
    title: report.title ?? null,
    description: report.description ?? null,
    address: report.address ?? null,
    external_id: report.externalId ?? null,
    category_id: report.category ?? 1,
    channel_id: 1,
    state: report.state ?? 'received',
    outcome: report.outcome ?? (report.closed ? 'resolved' : null),
    visibility: report.visibility ?? 'public',
    moderation: report.moderation ?? 'not_needed',
    received_at: received,
    taken_at: report.taken ?? null,
    first_reply_at: report.reply ?? null,
    closed_at: report.closed ?? null,
    published_at: report.published === false ? null : received,
    events: 1,
    head: '0'.repeat(64),
    h3: point ? latLngToCell(point[1], point[0], 12) : null,
    point: point ? sql<string>`st_setsrid(st_makepoint(${point[0]}, ${point[1]}), 4326)` : null,
  };
}

async function changeReport(
  database: Database,
  municipality: Municipality,
  id: number,
  columns: Record<string, unknown>,
): Promise<void> {
  await database
    .of(municipality.slug)
    .updateTable('report')
    .set({ ...columns, changed_xid: sql<string>`pg_current_xact_id()` })
    .where('id', '=', id)
    .execute();
}
