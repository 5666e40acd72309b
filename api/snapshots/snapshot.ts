/** Public settings of a municipality, carried by its snapshots. */
export interface PublicSettings {
  /** The municipality's colour, for actions only (#rrggbb). */
  colour?: string | undefined;
  /** Times the data can tell; absent: all. */
  known_measures?: ('taken' | 'reply' | 'close')[] | undefined;
  /** Where reports are sent (https://…), until they can be sent from here. */
  report_url?: string | undefined;
  /** Who the data comes from, and its licence. */
  attribution?: string | undefined;
  licence?: string | undefined;
}

/** What a snapshot says of itself. */
export interface SnapshotMeta {
  /** Sortable name: 20260101T030000Z-1a2b3c4d. */
  version: string;
  municipality: string;
  name: string;
  timezone: string;
  language: string;
  isDemo: boolean;
  /** The moment it shows. */
  asOf: Date;
  reports: number;
  settings: PublicSettings;
}

/** Value bound to `$name` in a statement; a list is written `column in $name`, an empty one holds nothing. */
export type Bindable = string | number | boolean | null | readonly (string | number)[];

/** One immutable DuckDB file, open read-only. Tables: sql/marts/. */
export interface Snapshot {
  meta: SnapshotMeta;
  /**
   * All rows of a statement as plain JSON values: bigint and hugeint as number (an error beyond 2^53: write a cell as text),
   * timestamps and dates as ISO text, JSON as its text. Errors: a plain Error without the SQL, which is in the log.
   */
  query<Row>(sql: string, parameters?: Record<string, Bindable>): Promise<Row[]>;
  /** Columns of 32-bit whole numbers without nulls, as typed arrays: for many rows. */
  integers(sql: string, parameters?: Record<string, Bindable>): Promise<Int32Array<ArrayBuffer>[]>;
  /** Rows in batches, in flat memory. */
  stream<Row>(sql: string, parameters?: Record<string, Bindable>): AsyncIterable<Row[]>;
  /** Path of the file, for exports by DuckDB's own COPY from a connection of their own. */
  file: string;
}

/** The snapshots a process can read. Methods never throw for a bad file: they fall back to the last good one. */
export interface Snapshots {
  /** The newest good one; undefined when there is none yet. */
  current(municipality: string): Promise<Snapshot | undefined>;
  /** This version; undefined when it is not kept. */
  pinned(municipality: string, version: string): Promise<Snapshot | undefined>;
  /** Kept versions, newest first. */
  list(municipality: string): Promise<string[]>;
  close(): Promise<void>;
}
