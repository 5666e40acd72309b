import { readdir, readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { latLngToCell } from 'h3-js';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { type Outcome, type PublicState, publicState, type State } from '../reports/lifecycle.ts';
import { handleOf } from '../snapshots/handle.ts';
import type { PublicSettings, Snapshot, Snapshots } from '../snapshots/snapshot.ts';

/** A report of a test snapshot; what is left out gets a plain value. Times are ISO, durations seconds. */
export interface TestReport {
  id?: number;
  received: string;
  type?: 'issue' | 'suggestion' | 'complaint';
  /** Code of a category; `a/b` is a category `a/b` below `a`. */
  category?: string;
  area?: string | null;
  office?: string | null;
  channel?: string;
  state?: State;
  outcome?: Outcome;
  tracked?: boolean;
  /** False: counted, but not shown yet. */
  published?: boolean;
  point?: readonly [number, number] | null;
  due?: string | null;
  dayPrecision?: boolean;
  takenS?: number | null;
  replyS?: number | null;
  closeS?: number | null;
  waitingS?: number;
  reopened?: number;
  cluster?: number | null;
  title?: string | null;
  description?: string | null;
  address?: string | null;
}

/** What a test snapshot says of itself, where the plain values do not do. */
export interface TestMeta {
  asOf?: string;
  timezone?: string;
  settings?: PublicSettings;
  version?: string;
  /** Rows of `duplicate_pair`: report, original, score, reasons. */
  pairs?: readonly { report: number; original: number; score: number; reasons: readonly object[] }[];
}

/** A DuckDB snapshot file with these reports, made by the real sql/marts, and read as the program reads one. */
export async function testSnapshot(reports: readonly TestReport[], given: TestMeta = {}): Promise<Snapshot> {
  const meta = {
    asOf: '2026-01-01T03:00:00Z',
    timezone: 'Europe/Rome',
    settings: {},
    version: '20260101T030000Z-0badcafe',
    ...given,
  };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sensorcivico-stats-'));
  const instance = await DuckDBInstance.create(path.join(folder, 'test.duckdb'));
  const connection = await instance.connect();
  const lists = listsOf(reports);
  try {
    for (const [i, text] of (await martTexts()).entries()) {
      await connection.run(text);
      if (i > 0) continue;
      for (const statement of inserts(reports, lists, meta)) await connection.run(statement);
    }
    await connection.run('checkpoint');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  const common = { municipality: 'prova', name: 'Comune di Prova', language: 'it', isDemo: false, reports: reports.length };
  const manifest = { ...common, ...meta, file: 'test.duckdb' } as Parameters<typeof handleOf>[1];
  const fail = (line: string, fields?: object) => {
    throw new Error(`${line}: ${JSON.stringify(fields)}`);
  };
  const handle = handleOf(folder, manifest, { log: fail, failed: () => {} });
  whenTestEnds(() => {
    handle.release();
    rmSync(folder, { recursive: true, force: true });
  });
  return handle.snapshot;
}

/** After the running test; a snapshot made for a whole file stays until the process ends. */
function whenTestEnds(work: () => void): void {
  try {
    onTestFinished(work);
  } catch {
    process.once('exit', work);
  }
}

/** Snapshots of a process that has just these, the first one newest. */
export function testSnapshots(...all: readonly Snapshot[]): Snapshots {
  return {
    current: async () => all[0],
    pinned: async (_, version) => all.find(({ meta }) => meta.version === version),
    list: async () => all.map(({ meta }) => meta.version),
    close: async () => {},
  };
}

async function martTexts(): Promise<string[]> {
  const folder = new URL('../../sql/marts/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}

interface Lists {
  category: string[];
  area: string[];
  office: string[];
  channel: string[];
}

function listsOf(reports: readonly TestReport[]): Lists {
  const distinct = (values: readonly (string | null | undefined)[]) => [
    ...new Set(values.filter((value) => typeof value === 'string')),
  ];
  const categories = distinct(reports.map(({ category }) => category ?? 'other'));
  return {
    category: distinct([...categories.map((code) => code.split('/')[0]), ...categories]),
    area: distinct(reports.map(({ area }) => area)),
    office: distinct(reports.map(({ office }) => office)),
    channel: distinct(['web', ...reports.map(({ channel }) => channel)]),
  };
}

function inserts(reports: readonly TestReport[], lists: Lists, meta: Required<Omit<TestMeta, 'pairs'>> & TestMeta): string[] {
  const list = (table: string, codes: readonly string[], row: (code: string, id: number) => Value[]) =>
    insert(
      table,
      codes.map((code, i) => row(code, i + 1)),
    );
  const categoryId = (code: string) => lists.category.indexOf(code) + 1;
  const parent = (code: string) => (code.includes('/') ? categoryId(code.split('/')[0]!) : null);
  const order = reports.map((report, i) => ({ id: i + 1, ...report })).toSorted((a, b) => cellOf(a).localeCompare(cellOf(b)));
  const asOf = Date.parse(meta.asOf);
  return [
    insert('meta', [
      [
        meta.version,
        'prova',
        'Comune di Prova',
        meta.timezone,
        'it',
        false,
        meta.asOf.replace('Z', ''),
        reports.length,
        '',
        0,
        JSON.stringify(meta.settings),
      ],
    ]),
    list('category', lists.category, (code, id) => [id, parent(code), code, `${code} it`, `${code} en`, 10, 250, id]),
    list('area', lists.area, (code, id) => [id, code, `Area ${code}`, 1, 9, 45, null]),
    list('office', lists.office, (code, id) => [id, code, `Office ${code}`, 'office']),
    list('channel', lists.channel, (code, id) => [id, code, `${code} it`, `${code} en`]),
    insert(
      'report',
      order.map((report) => reportRow(report, lists, meta.timezone, asOf)),
    ),
    insert(
      'report_text',
      order.map(({ id, title = null, description = null, address = null }) => [id, null, title, description, address]),
    ),
    insert(
      'duplicate_pair',
      (meta.pairs ?? []).map(({ report, original, score, reasons }) => [report, original, score, JSON.stringify(reasons)]),
    ),
  ].filter((statement) => statement !== '');
}

function reportRow(report: TestReport & { id: number }, lists: Lists, timezone: string, asOf: number): Value[] {
  const { received, category = 'other', area = null, office = null, channel = 'web', tracked = true, closeS = null } = report;
  const at = Date.parse(received);
  const local = zoned(at, timezone);
  const closedAt = closeS === null ? null : at + closeS * 1000;
  const state: State = report.state ?? (closeS === null ? 'received' : 'closed');
  const status: PublicState = publicState(state);
  const id = (list: string[], code: string | null) => (code === null ? null : list.indexOf(code) + 1);
  const cell = cellOf(report);
  return [
    report.id,
    report.type ?? 'issue',
    id(lists.category, category),
    id(lists.category, category.split('/')[0]!),
    id(lists.area, area),
    id(lists.office, office),
    id(lists.channel, channel),
    state,
    status,
    state === 'closed' ? (report.outcome ?? 'resolved') : null,
    tracked,
    report.published ?? true,
    utc(at),
    local.toPlainDate().toString(),
    local.hour,
    local.dayOfWeek,
    closedAt === null ? null : utc(closedAt),
    closedAt === null ? null : zoned(closedAt, timezone).toPlainDate().toString(),
    report.due ? utc(Date.parse(report.due)) : null,
    report.dayPrecision ?? false,
    cell === '' ? null : BigInt(`0x${cell}`),
    report.point?.[0] ?? null,
    report.point?.[1] ?? null,
    report.takenS === undefined ? closeS : report.takenS,
    report.replyS ?? null,
    closeS,
    Math.max(0, Math.floor((asOf - at) / 1000)),
    report.waitingS ?? 0,
    report.reopened ?? 0,
    report.cluster ?? null,
  ];
}

function cellOf({ point }: TestReport): string {
  return point ? latLngToCell(point[1], point[0], 12) : '';
}

function zoned(at: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
}

function utc(at: number): string {
  return new Date(at).toISOString().replace('Z', '');
}

function insert(table: string, rows: readonly Value[][]): string {
  if (rows.length === 0) return '';
  return `insert into ${table} values ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`;
}

type Value = string | number | bigint | boolean | null | undefined;

function literal(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}
