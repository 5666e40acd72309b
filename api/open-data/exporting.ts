import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { bind, flatten } from '../snapshots/parameters.ts';
import type { Bindable, Snapshot } from '../snapshots/snapshot.ts';
import type { NameLanguage } from './columns.ts';
import { copyOptions, type Format, listedOf, selectOf, type Span } from './select.ts';

/** Size of a part, in rows and in bytes of text: the two that are made at a time stay small in memory. */
const part = { most: 20_480, least: 1_024, bytes: 6_000_000 } as const;
/** Room for two parts with long texts; only CSV is written as it is read. */
const memoryLimit = { csv: '80MB', parquet: '256MB', geojson: '256MB' } as const;
const connections = 2;
const prefix = 'export-';
const leftOverMs = 86_400_000;

/** What to export. `where` is a condition over `report`; undefined for all of it. */
export interface Wanted {
  format: Format;
  language: NameLanguage;
  where: { sql: string; parameters: Record<string, Bindable> } | undefined;
}

/**
 * Files that make up an export when put one after the other, each made while the one before is read.
 * They lie below `tmp` and are gone when the reader has had enough. Errors: those of DuckDB.
 */
export async function* exportParts(snapshot: Snapshot, wanted: Wanted, tmp: string): AsyncGenerator<string> {
  await sweep(tmp);
  const folder = path.resolve(tmp, `${prefix}${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const making: Promise<string>[] = [];
  const lanes: DuckDBConnection[] = [];
  let instance: DuckDBInstance | undefined;
  try {
    instance = await openForExport(snapshot.file, folder, memoryLimit[wanted.format]);
    for (let lane = 0; lane < connections; lane += 1) lanes.push(await prepared(instance, folder, wanted));
    const ordered = await isOrdered(lanes[0]!);
    const spans = await spansOf(lanes[0]!, wanted, await rowsPerPart(lanes[0]!));
    const make = async (index: number) => {
      const file = path.join(folder, String(index));
      const { format, where } = wanted;
      const select = selectOf(format, { span: spans[index]!, filtered: where !== undefined, ordered });
      const options = copyOptions(format, index === 0);
      await lanes[index % connections]!.run(`copy (${select}) to ${quoted(file)} (${options}, use_tmp_file false)`);
      return file;
    };
    const files: string[] = [];
    for (let index = 0; index < spans.length; index += 1) {
      while (making.length < connections && index + making.length < spans.length) making.push(make(index + making.length));
      const file = await making[0]!;
      void making.shift();
      if (wanted.format === 'parquet') files.push(file);
      else yield file;
    }
    if (wanted.format === 'parquet') yield await merged(lanes[0]!, folder, files);
  } finally {
    for (const lane of lanes) lane.interrupt();
    await Promise.allSettled(making);
    for (const lane of lanes) lane.closeSync();
    instance?.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A DuckDB of its own on the file: it writes and spills in `folder` only, and takes little memory. */
function openForExport(file: string, folder: string, memory: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    memory_limit: memory,
    // Every connection works on the thread that calls it: two at a time, without a pool that waits.
    threads: '1',
    preserve_insertion_order: 'false',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}

/** A connection with the lists in table `listed`, and the rows that match in table `wanted(place)`. */
async function prepared(
  instance: DuckDBInstance,
  folder: string,
  { format, language, where }: Wanted,
): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  if ((await one(connection, "select current_setting('lock_configuration')::varchar")) === 'false') {
    await connection.run(`set allowed_directories = [${quoted(folder)}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
  }
  await connection.run(`create temp table listed as ${listedOf(format, language)}`);
  if (!where) return connection;
  const flat = flatten(
    `create temp table wanted as select rowid as place from report where published and ${where.sql}`,
    where.parameters,
  );
  const statement = await connection.prepare(flat.sql);
  bind(statement, flat.values);
  await statement.run();
  statement.destroySync();
  return connection;
}

/** Whether the texts lie in the order of the reports, as they should: then they are joined part by part. */
async function isOrdered(connection: DuckDBConnection): Promise<boolean> {
  return (
    (await one(connection, 'select bool_and(r.id is not distinct from t.id) from report r positional join report_text t')) !==
    false
  );
}

/** A Parquet file cannot be put together from others by their bytes. */
async function merged(connection: DuckDBConnection, folder: string, files: readonly string[]): Promise<string> {
  const whole = path.join(folder, 'whole');
  const options = "format parquet, compression zstd, row_group_size 61440, row_group_size_bytes '32MB', use_tmp_file false";
  await connection.run(`copy (from read_parquet([${files.map(quoted).join(', ')}])) to ${quoted(whole)} (${options})`);
  return whole;
}

async function rowsPerPart(connection: DuckDBConnection): Promise<number> {
  const long = 'strlen(concat(title, description, address))';
  const average = Number(await one(connection, `select coalesce(avg(${long}), 0)::double from report_text`));
  return Math.min(part.most, Math.max(part.least, Math.floor(part.bytes / (average + 1))));
}

/** The parts that hold rows; always one, so that even an empty export has its frame. */
async function spansOf(connection: DuckDBConnection, { where }: Wanted, rows: number): Promise<Span[]> {
  const source = where ? 'select place from wanted' : 'select rowid as place from report where published';
  const result = await connection.run(`select distinct (place // ${rows})::double from (${source}) order by 1`);
  const parts = (await result.getRows()).map(([part]) => Number(part));
  return (parts.length > 0 ? parts : [0]).map((part) => ({ from: part * rows, to: (part + 1) * rows }));
}

async function one(connection: DuckDBConnection, sql: string): Promise<unknown> {
  return (await (await connection.run(sql)).getRows())[0]?.[0];
}

/** Folders left by a process that was killed. */
async function sweep(tmp: string): Promise<void> {
  await mkdir(tmp, { recursive: true });
  for (const name of await readdir(tmp)) {
    const folder = path.join(tmp, name);
    if (!name.startsWith(prefix)) continue;
    const made = await stat(folder).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > leftOverMs) await rm(folder, { recursive: true, force: true });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
