import { none } from '../http/filters.ts';
import type { Name } from './envelope.ts';
import type { Item, Lookup, Reference } from './reference.ts';

/** What reports may be grouped by: the SQL of the value, over the columns of `report`. */
export const dimensions = {
  none: "'all'",
  category: 'top_category_id',
  subcategory: 'category_id',
  area: 'area_id',
  office: 'office_id',
  channel: 'channel_id',
  status: 'case when tracked then status::varchar end',
  type: 'type::varchar',
  outcome: "case when tracked and status = 'closed' then outcome::varchar end",
  weekday: 'weekday',
  hour: 'hour',
  month: "strftime(day, '%Y-%m')",
  quarter: "year(day) || '-Q' || quarter(day)",
  year: 'year(day)::varchar',
} as const;
export type Dimension = keyof typeof dimensions;

/** A value as the API says it. */
export interface Label {
  key: string;
  name: Name;
}

const listOf: Partial<Record<Dimension, keyof Omit<Reference, 'firstDay'>>> = {
  category: 'category',
  subcategory: 'category',
  area: 'area',
  office: 'office',
  channel: 'channel',
};

/** How a value of a dimension is called: codes instead of numbers, `none` instead of null. */
export function labelling(dimension: Dimension, reference: Reference): (value: string | number | null) => Label {
  const list = listOf[dimension];
  const items: Lookup<Item> | undefined = list && reference[list];
  return (value) => {
    if (value === null) return { key: none, name: null };
    const item = items?.byId.get(Number(value));
    return item ? { key: item.code, name: item.name } : { key: String(value), name: null };
  };
}
