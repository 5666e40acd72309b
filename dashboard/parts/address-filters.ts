import type { ChartRequest } from '../charts/chart.ts';
import type { PageContext } from '../context.ts';

/** The filters that every number may have, as the address and the API name them. */
const names = ['q', 'category', 'area', 'status', 'channel', 'office', 'type', 'from', 'to', 'bbox', 'cell'] as const;
export type FilterName = (typeof names)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** The filters of an address, those that say something; what else it holds is left out. */
export function addressFilters({ query }: Pick<ChartRequest, 'query'>): Filters {
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** "?category=buche&from=2025", commas left readable; "" when nothing is said. */
export function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length ? `?${new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}` : '';
}

/** The address without the empty and the repeated fields that a form sends; undefined when it has none. */
export function tidyQuery({ query }: Pick<PageContext, 'query'>): string | undefined {
  const fields = new URLSearchParams(query);
  const given = [...new Set(fields.keys())];
  if (![...fields.values()].includes('') && given.length === fields.size) return undefined;
  return queryOf(Object.fromEntries(given.map((name) => [name, fields.getAll(name).filter(Boolean).join(',')])));
}
