import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database, ReadView } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { sourceTally, type Tally } from './checksum.ts';
import { selectReference, selectReports, selectSettings } from './source.ts';

/** One frozen view of a municipality, in the text forms that both databases write alike. */
export interface Source {
  municipality: Municipality;
  /** Writes the rows of a query to `<name>.csv` in the folder, RFC 4180, null as nothing, '' as "". */
  copy(name: string, select: string): Promise<void>;
  query: ReadView['query'];
}

/** Everything of the source that is small: read before the reports. */
export interface Frame {
  changedXid: string;
  settings: Record<string, unknown>;
}

/** Opens the view for the time of `work`; files go to `folder`. */
export function withSource<T>(
  database: Database,
  municipality: Municipality,
  folder: string,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  return database.readView(async (view) => {
    await view.query("set local timezone to 'UTC'");
    await view.query("set local datestyle to 'ISO'");
    await view.query('set local extra_float_digits to 1');
    return work({
      municipality,
      query: view.query,
      async copy(name, select) {
        const rows = await view.copyOut(`copy (${select}) to stdout with (format csv)`);
        await pipeline(rows, createWriteStream(path.join(folder, `${name}.csv`)));
      },
    });
  });
}

/** Reads the frame and copies the small tables. */
export async function extractReference(source: Source): Promise<Frame> {
  const [row] = await source.query<{ xid: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid');
  const settings = await source.query<{ key: string; value: unknown }>(selectSettings(source.municipality));
  for (const [name, select] of Object.entries(selectReference(source.municipality))) await source.copy(name, select);
  return { changedXid: row!.xid, settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])) };
}

/** Number and checksum of the listed reports, counted by the source. */
export async function tallySource(source: Source): Promise<Tally> {
  const [row] = await source.query<{ reports: string; checksum: string }>(sourceTally(selectReports(source.municipality)));
  return { reports: Number(row!.reports), checksum: row!.checksum };
}
