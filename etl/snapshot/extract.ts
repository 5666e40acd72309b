import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReadView } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { sourceTally, type Tally } from './checksum.ts';
import { martsDigest } from './marts.ts';
import { isPublicSetting, retentionSetting, selectFrame, selectReference, selectSettings } from './source.ts';
import type { Workshop } from './workshop.ts';

/** One frozen view of a municipality, in the text forms that both databases write alike. */
export interface Source {
  municipality: Municipality;
  /** Writes the rows of a query to `<name>.csv` in the work folder, RFC 4180, null as nothing, '' as "". Returns its SHA-256. */
  copy(name: string, select: string): Promise<string>;
  query: ReadView['query'];
}

/** What is small, and read first. */
export interface Frame {
  /** Which transactions the view shows (pg_snapshot). */
  shows: string;
  settings: Record<string, unknown>;
  /** Digest of what an incremental refresh takes for granted: shape of the file, marts, zone, tree of categories. */
  basis: string;
  /** Digest of the small tables and the settings. */
  reference: string;
  /** The setting `snapshot_retention`, as it is. */
  retention: unknown;
}

/** Opens the view for the time of `work`; files go to the work folder. */
export function withSource<T>({ context, municipality, work }: Workshop, use: (source: Source) => Promise<T>): Promise<T> {
  return context.database.readView(async (view) => {
    await view.query("set local timezone to 'UTC'");
    await view.query("set local datestyle to 'ISO'");
    await view.query('set local extra_float_digits to 1');
    return use({
      municipality,
      query: view.query,
      async copy(name, select) {
        const rows = await view.copyOut(`copy (${select}) to stdout with (format csv)`);
        const hash = createHash('sha256');
        await pipeline(
          rows,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(path.join(work, `${name}.csv`), { highWaterMark: 1 << 20 }),
        );
        return hash.digest('hex');
      },
    });
  });
}

/** Reads the frame and copies the small tables. */
export async function readFrame({ municipality, query, copy }: Source): Promise<Frame> {
  const [row] = await query<{ shows: string; categories: string }>(selectFrame(municipality));
  const found = await query<{ key: string; value: unknown }>(selectSettings(municipality));
  const settings = found.filter(({ key }) => isPublicSetting(key));
  const digests: string[] = [];
  for (const [name, select] of Object.entries(selectReference(municipality))) digests.push(await copy(name, select));
  return {
    shows: row!.shows,
    settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
    basis: digest([await martsDigest(), municipality.timezone, row!.categories]),
    reference: digest([municipality, settings, digests]),
    retention: found.find(({ key }) => key === retentionSetting)?.value,
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Number and checksum of the rows of a query, by the source. */
export async function tallySource({ query }: Source, select: string): Promise<Tally> {
  const [row] = await query<{ reports: string; checksum: string }>(sourceTally(select));
  return { reports: Number(row!.reports), checksum: BigInt(row!.checksum) };
}
