import { none } from '../http/filters.ts';
import { outcomes, publicStates } from '../reports/lifecycle.ts';
import type { Name } from './envelope.ts';
import type { Item, Lookup, Reference } from './reference.ts';

/** Types of report, in the order of the snapshot's type. */
const reportTypes = ['issue', 'suggestion', 'complaint'] as const;

/** What reports may be grouped by: SQL of a whole number (-1: without), over the columns that `report` and its marts share. */
export const dimensions = {
  none: '0',
  category: 'top_category_id',
  subcategory: 'category_id',
  area: 'coalesce(area_id, -1)',
  office: 'coalesce(office_id, -1)',
  channel: 'channel_id',
  status: 'if(tracked, enum_code(status)::integer, -1)',
  type: 'enum_code(type)::integer',
  outcome: "if(tracked and status = 'closed', enum_code(outcome)::integer, -1)",
  weekday: 'isodow(day)::integer',
  hour: 'hour::integer',
  month: '(year(day) * 12 + month(day) - 1)::integer',
  quarter: '(year(day) * 4 + quarter(day) - 1)::integer',
  year: 'year(day)::integer',
} as const;
export type Dimension = keyof typeof dimensions;

/** A value as the API says it. */
export interface Label {
  key: string;
  name: Name;
}

const keyOf: Partial<Record<Dimension, (value: number) => string>> = {
  none: () => 'all',
  status: (value) => publicStates[value]!,
  type: (value) => reportTypes[value]!,
  outcome: (value) => outcomes[value]!,
  month: (value) => `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, '0')}`,
  quarter: (value) => `${Math.floor(value / 4)}-Q${(value % 4) + 1}`,
};

/** How a value of a dimension is called: codes instead of numbers, `none` for reports without one. */
export function labelling(dimension: Dimension, reference: Reference): (value: number) => Label {
  const items = listOf(dimension, reference);
  return (value) => {
    if (value === -1) return { key: none, name: null };
    const item = items?.byId.get(value);
    return item ? { key: item.code, name: item.name } : { key: (keyOf[dimension] ?? String)(value), name: null };
  };
}

function listOf(dimension: Dimension, reference: Reference): Lookup<Item> | undefined {
  if (dimension === 'category' || dimension === 'subcategory') return reference.category;
  return dimension === 'area' || dimension === 'office' || dimension === 'channel' ? reference[dimension] : undefined;
}
