import type { PublicSettings } from '#api/snapshots/snapshot.ts';
import type { Names } from '#api/references/references.ts';
import type { Outcome } from '#api/reports/lifecycle.ts';
import type { ReportHistory } from '#api/reports/history.ts';
import type { CategoryName } from './categories.ts';
import type { Note } from './notes.ts';
import type { Reading } from './reading.ts';
import type { Told } from './told-time.ts';
import type { Zone } from './zone.ts';

/** Text of a column of the row at hand, by its name in small letters; null when it is empty or not in this file. */
export type Row = (column: string) => string | null;

/** One importer: what the files of a source look like, and which report a row tells. */
export interface Source {
  /** As in `npm run import -- <name>`, and in the column `source` of a report. */
  name: string;
  /** What the data is, for people. */
  title: string;
  /** Zone and language of a municipality made for it. */
  timezone: string;
  language: string;
  /** Settings of a municipality made for it. */
  settings: PublicSettings;
  reading: Reading;
  /** Columns without which a file is not of this source. */
  columns: readonly string[];
  repeats: Repeats;
  /** The report of a row. Errors: RangeError saying why the row is rejected. */
  read: (row: Row, place: RowPlace) => Draft;
}

/** Which rows tell the same thing again. */
export interface Repeats {
  /** Columns that are equal in such rows. */
  key: readonly string[];
  /** Column that begins with the day (YYYY-MM-DD): a row repeats another only on the same or the next day. */
  day?: string;
  /** Why such a row is rejected; without it equal rows are different reports, told apart by `RowPlace.occurrence`. */
  reason?: string;
}

/** Where a row stands in its file. */
export interface RowPlace {
  /** As a spreadsheet counts: the header is row 1. Without a header the first row is 1. */
  number: number;
  /** 1, or 2, 3 … for a row that repeats an earlier one. */
  occurrence: number;
}

/** A report as a source tells it, with names where the database has numbers. */
export interface Draft {
  /** Its number in the source. */
  id: string;
  type?: ReportHistory['type'];
  category: CategoryName;
  channel: ChannelName;
  office?: OfficeName | null;
  /** Name of the area, used when the point tells none. */
  area?: string | null;
  title?: string | null;
  description?: string | null;
  /** Language of the words. */
  language: string;
  address?: string | null;
  /** Longitude, latitude (WGS84). */
  point: readonly [number, number] | null;
  isPrivate?: boolean;
  zone: Zone;
  received: Told;
  due?: Told | null;
  course: Course;
  /** What was odd in the row though the report is kept. */
  note?: Note | null;
}

export interface ChannelName {
  code: string;
  name: Names;
}

export interface OfficeName {
  code: string;
  name: string;
}

/** What a source tells of a report after its arrival. */
export type Course =
  /** Nothing, or nothing that can be trusted. */
  | { state: 'untold'; note?: Note }
  | { state: 'received' }
  /** Taken in charge, by the office if one is named; when nobody tells the time, on arrival. */
  | { state: 'taken'; taken?: Told | null }
  | { state: 'fixed'; taken?: Told | null; fixed: Told }
  | { state: 'closed'; taken?: Told | null; closed: Told; outcome: Outcome };
