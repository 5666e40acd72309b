import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Name } from './envelope.ts';

/** A category, area, office or channel of a snapshot. */
export interface Item {
  id: number;
  code: string;
  name: Name;
}

/** A category with the one above it. */
interface Category extends Item {
  /** Number of the category above; its own on the first level. */
  top: number;
  serviceDays: number | null;
}

/** The lists of a snapshot that codes are looked up in. */
export interface Reference {
  category: Lookup<Category>;
  area: Lookup<Item>;
  office: Lookup<Item>;
  channel: Lookup<Item>;
  /** Local day of the first report; null without reports. */
  firstDay: string | null;
}

/** Items by number and by code, in the order of lists. */
export interface Lookup<T extends Item> {
  all: readonly T[];
  byId: ReadonlyMap<number, T>;
  byCode: ReadonlyMap<string, T>;
}

const known = new WeakMap<Snapshot, Promise<Reference>>();

/** The lists of a snapshot, read once. */
export function referenceOf(snapshot: Snapshot): Promise<Reference> {
  let reference = known.get(snapshot);
  if (!reference) {
    reference = read(snapshot);
    reference.catch(() => known.delete(snapshot));
    known.set(snapshot, reference);
  }
  return reference;
}

async function read(snapshot: Snapshot): Promise<Reference> {
  const [categories, areas, offices, channels, [first]] = await Promise.all([
    snapshot.query<CategoryRow>(
      'select id, parent_id, code, name_it, name_en, service_days from category order by position, coalesce(parent_id, id), id',
    ),
    snapshot.query<Named>('select id, code, name as name_it, name as name_en from area order by name, id'),
    snapshot.query<Named>('select id, code, name as name_it, name as name_en from office order by name, id'),
    snapshot.query<Named>('select id, code, name_it, name_en from channel order by id'),
    snapshot.query<{ day: string | null }>("select strftime(min(day), '%Y-%m-%d') as day from report"),
  ]);
  const parentOf = new Map(categories.map((row) => [row.id, row.parent_id]));
  return {
    category: lookup(categories.map((row) => ({ ...item(row), top: topOf(row.id, parentOf), serviceDays: row.service_days }))),
    area: lookup(areas.map(item)),
    office: lookup(offices.map(item)),
    channel: lookup(channels.map(item)),
    firstDay: first?.day ?? null,
  };
}

interface Named {
  id: number;
  code: string;
  name_it: string | null;
  name_en: string | null;
}
interface CategoryRow extends Named {
  parent_id: number | null;
  service_days: number | null;
}

function item(row: Named): Item {
  const name = { it: row.name_it ?? row.name_en ?? row.code, en: row.name_en ?? row.name_it ?? row.code };
  return { id: row.id, code: row.code, name };
}

function topOf(id: number, parentOf: ReadonlyMap<number, number | null>): number {
  const parent = parentOf.get(id);
  return parent === null || parent === undefined ? id : parent;
}

function lookup<T extends Item>(all: readonly T[]): Lookup<T> {
  return {
    all,
    byId: new Map(all.map((one) => [one.id, one])),
    byCode: new Map(all.map((one) => [one.code, one])),
  };
}
