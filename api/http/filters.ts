import { z } from '@hono/zod-openapi';
import { getResolution, isValidCell } from 'h3-js';
import { publicStates } from '../reports/lifecycle.ts';

/** Longest list a filter takes, most words of a search, and its length. */
const limits = { list: 60, words: 8, search: 200 } as const;

/** Reports without the thing (no area, no office), or of unknown state. */
export const none = 'none';

/** The finest H3 resolution stored. */
export const finestResolution = 12;

const blank = (value: string) => value.trim() === '';

function text<T>(read: (value: string, fail: (message: string) => never) => T, description: string, example?: string) {
  return z
    .string()
    .max(2_000)
    .optional()
    .transform((value, context): T | undefined => {
      if (value === undefined || blank(value)) return undefined;
      return readOr(value, context, read);
    })
    .openapi({ type: 'string', description, ...(example ? { example } : {}) });
}

function list<T>(read: (value: string, fail: (message: string) => never) => T, description: string, example?: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, context): T[] | undefined => {
      const given = (Array.isArray(value) ? value : [value ?? '']).flatMap((one) => one.split(',')).map((one) => one.trim());
      const wanted = [...new Set(given.filter((one) => one !== ''))].toSorted();
      if (wanted.length === 0) return undefined;
      if (wanted.length > limits.list) {
        context.addIssue({ code: 'custom', message: `at most ${limits.list} values` });
        return z.NEVER;
      }
      return wanted.map((one) => readOr(one, context, read));
    })
    .openapi({ type: 'array', items: { type: 'string' }, description, ...(example ? { example: [example] } : {}) });
}

class Unreadable extends Error {}

function readOr<T>(value: string, context: z.core.$RefinementCtx, read: (value: string, fail: (m: string) => never) => T): T {
  try {
    return read(value, (message) => {
      throw new Unreadable(message);
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
}

const code = (value: string, fail: (message: string) => never) =>
  value.length > 120 ? fail('a code has at most 120 characters') : value;

function oneOf<const T extends readonly string[]>(allowed: T) {
  return (value: string, fail: (message: string) => never): T[number] =>
    allowed.includes(value) ? value : fail(`one of: ${allowed.join(', ')}`);
}

/** First and last day of `2025`, `2025-03` or `2025-03-09`; undefined for anything else. */
export function daysOf(value: string): { first: string; last: string } | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < 1900 || year > 2200 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  const lastDay = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > lastDay)) return undefined;
  const iso = (m: number, d: number) => `${parts[1]}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { first: iso(month ?? 1, day ?? 1), last: iso(month ?? 12, day ?? lastDay) };
}

function day(which: 'first' | 'last') {
  return (value: string, fail: (message: string) => never) =>
    daysOf(value.trim())?.[which] ?? fail('a day as YYYY-MM-DD, a month as YYYY-MM or a year as YYYY');
}

/** West, south, east, north in degrees; west > east crosses the antimeridian. */
export type Bbox = readonly [number, number, number, number];

function bbox(value: string, fail: (message: string) => never): Bbox {
  const numbers = value.split(',').map((part) => (/^\s*[+-]?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) {
    return fail('four numbers: west,south,east,north');
  }
  const fine = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
  if (!fine) return fail('degrees: longitudes from -180 to 180, latitudes from -90 to 90');
  return south <= north ? [west, south, east, north] : fail('south is above north');
}

function words(value: string, fail: (message: string) => never): string {
  if (value.length > limits.search) return fail(`at most ${limits.search} characters`);
  const found = [...new Set(plain(value).split(/\s+/).filter(Boolean))];
  return found.length > limits.words ? fail(`at most ${limits.words} words`) : found.join(' ');
}

/** Text as searches compare it: small letters without accents, letter by letter as the snapshots do (sql/marts/070-words.sql). */
export function plain(value: string): string {
  return Array.from(value.normalize('NFD').replaceAll(/\p{M}/gu, ''), (letter) => letter.toLowerCase()).join('');
}

function cell(value: string, fail: (message: string) => never): string {
  const index = value.toLowerCase();
  if (!isValidCell(index)) return fail('an H3 cell index (15 hexadecimal digits)');
  return getResolution(index) <= finestResolution ? index : fail(`an H3 cell of resolution ${finestResolution} or coarser`);
}

/** Days, as the report arrived: local days of the municipality, both ends included. */
const periodFields = {
  from: text(day('first'), 'First day (YYYY-MM-DD), or the month (YYYY-MM) or year (YYYY) that begins with it.', '2025'),
  to: text(day('last'), 'Last day (included), or the month or year that ends with it.', '2025-06'),
};

/** The filters that every figure, map and download understands. Lists: repeat the parameter or separate by commas; any may match. */
export const filterFields = {
  ...periodFields,
  category: list(code, 'Codes of categories; a category includes those below it.'),
  area: list(code, 'Codes of areas; `none`: without an area.'),
  office: list(code, 'Codes of offices; `none`: not assigned.'),
  channel: list(code, 'Codes of channels.'),
  status: list(
    oneOf([...publicStates, 'open', none]),
    'Public states. `open`: all but closed; `none`: nothing is known after the arrival.',
    'open',
  ),
  type: list(oneOf(['issue', 'suggestion', 'complaint']), 'Types of report.'),
  bbox: text(bbox, 'west,south,east,north in degrees; west > east crosses the antimeridian.', '9.10,45.40,9.25,45.52'),
  q: text(words, 'Words that all occur in title, description or address; case and accents do not matter.'),
  cell: list(cell, 'H3 cells: the reports inside, whatever the resolution (0 to 12).'),
  snapshot: text(code, 'Version of the snapshot to answer from; without it, the newest.'),
};

/** `from` and `to` the right way round. */
export function checkPeriod(value: { from?: string | undefined; to?: string | undefined }, context: z.core.$RefinementCtx): void {
  if (value.from && value.to && value.from > value.to) {
    context.addIssue({ code: 'custom', path: ['to'], message: 'earlier than "from"' });
  }
}

/** The filters alone. */
export const filterQuery = z.strictObject(filterFields).superRefine(checkPeriod);

/** Filters as understood; what was not given is undefined. Texts of `q` are plain words separated by one space. */
export type Filters = Partial<Omit<z.output<typeof filterQuery>, 'snapshot'>>;

/** The filters part of a parsed query, in a fixed order, without what was not given. */
export function filtersOf(query: Filters): Filters {
  const { from, to, category, area, office, channel, status, type, bbox: box, q, cell: cells } = query;
  const all = { from, to, category, area, office, channel, status, type, bbox: box, q, cell: cells };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
