import { getResolution } from 'h3-js';
import { type Filters, finestResolution, none } from '../http/filters.ts';
import { ProblemError } from '../http/problem.ts';
import type { Bindable } from '../snapshots/snapshot.ts';
import type { Item, Lookup, Reference } from './reference.ts';

/** A condition over `report` (or a mart with the same columns) and the values bound in it. */
export interface Where {
  /** Never empty: `true` when nothing is filtered. */
  sql: string;
  parameters: Record<string, Bindable>;
}

/**
 * The filters as SQL: every value is bound, none is written into the text.
 * Errors: `ProblemError` invalid-field for a code that the snapshot does not know.
 */
export function whereOf(filters: Filters, reference: Reference): Where {
  const parameters: Record<string, Bindable> = {};
  const bind = (value: Bindable, cast = '') => {
    const name = `p${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}${cast}`;
  };
  const bindAll = (values: readonly Bindable[]) => values.map((value) => bind(value)).join(', ');
  const parts = [
    filters.from && `day >= ${bind(filters.from, '::date')}`,
    filters.to && `day <= ${bind(filters.to, '::date')}`,
    filters.category && categories(filters.category, reference, bindAll),
    ...(['area', 'office', 'channel'] as const).map(
      (field) => filters[field] && ownedBy(field, filters[field], reference[field], bindAll),
    ),
    filters.status && statuses(filters.status, bindAll),
    filters.type && `type in (${bindAll(filters.type)})`,
    filters.bbox && box(filters.bbox, bind),
    filters.cell && cells(filters.cell, bind),
    filters.q && search(filters.q, bind),
  ];
  return { sql: parts.filter(Boolean).join(' and ') || 'true', parameters };
}

type Bind = (value: Bindable, cast?: string) => string;
type BindAll = (values: readonly Bindable[]) => string;

function idsOf<T extends Item>(field: string, codes: readonly string[], lookup: Lookup<T>): T[] {
  return codes.map((code) => {
    const item = lookup.byCode.get(code);
    if (!item) throw new ProblemError('invalid-field', undefined, [{ field, message: `no ${field} has the code "${code}"` }]);
    return item;
  });
}

function categories(codes: readonly string[], reference: Reference, bindAll: BindAll): string {
  const wanted = idsOf('category', codes, reference.category);
  const tops = wanted.filter(({ id, top }) => id === top).map(({ id }) => id);
  const subs = wanted.filter(({ id, top }) => id !== top).map(({ id }) => id);
  return either([
    tops.length > 0 && `top_category_id in (${bindAll(tops)})`,
    subs.length > 0 && `category_id in (${bindAll(subs)})`,
  ]);
}

function ownedBy(field: 'area' | 'office' | 'channel', codes: readonly string[], lookup: Lookup<Item>, bindAll: BindAll): string {
  const without = codes.includes(none) && !lookup.byCode.has(none);
  const ids = idsOf(field, without ? codes.filter((code) => code !== none) : codes, lookup).map(({ id }) => id);
  return either([without && `${field}_id is null`, ids.length > 0 && `${field}_id in (${bindAll(ids)})`]);
}

/** A state is known of tracked reports only. */
function statuses(wanted: NonNullable<Filters['status']>, bindAll: BindAll): string {
  const named = wanted.filter((status) => status !== 'open' && status !== none);
  const tracked = either([wanted.includes('open') && "status <> 'closed'", named.length > 0 && `status in (${bindAll(named)})`]);
  return either([wanted.includes(none) && 'not tracked', tracked !== '' && `(tracked and ${tracked})`]);
}

function box([west, south, east, north]: NonNullable<Filters['bbox']>, bind: Bind): string {
  const between = `lat between ${bind(south)} and ${bind(north)}`;
  if (west <= east) return `(${between} and lon between ${bind(west)} and ${bind(east)})`;
  return `(${between} and (lon >= ${bind(west)} or lon <= ${bind(east)}))`;
}

/** The finest cells inside a cell are one run of numbers, so a sorted table reads only their part of it. */
function cells(indexes: readonly string[], bind: Bind): string {
  return either(
    indexes.map((index) => {
      const [low, high] = finestRange(index);
      return `cell between ${bind(String(low), '::ubigint')} and ${bind(String(high), '::ubigint')}`;
    }),
  );
}

/** Lowest and highest possible H3 number at the finest resolution inside a cell. */
export function finestRange(index: string): [bigint, bigint] {
  const below = BigInt(3 * (finestResolution - getResolution(index)));
  const unused = BigInt(3 * (15 - finestResolution));
  const digits = ((1n << below) - 1n) << unused;
  const atFinest = (BigInt(`0x${index}`) & ~(0xfn << 52n)) | (BigInt(finestResolution) << 52n);
  return [atFinest & ~digits, atFinest];
}

function search(words: string, bind: Bind): string {
  const has = words.split(' ').map((word) => `contains(words, ${bind(word)})`);
  return `id in (select id from report_words where ${has.join(' and ')})`;
}

function either(parts: readonly (string | false)[]): string {
  const given = parts.filter((part) => part !== false);
  return given.length > 1 ? `(${given.join(' or ')})` : (given[0] ?? '');
}
