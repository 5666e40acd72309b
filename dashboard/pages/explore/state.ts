import type { FieldError } from '#api/http/problem.ts';
import type { HexMetric } from '#api/stats/hexes.schema.ts';
import { isValidCell } from 'h3-js';

/** Filters that take several values, in the order of the address. */
export const listFilters = ['category', 'area', 'status', 'channel', 'office', 'type'] as const;
/** Filters of one value. */
export const plainFilters = ['q', 'from', 'to', 'bbox'] as const;
export type ListFilter = (typeof listFilters)[number];
export type PlainFilter = (typeof plainFilters)[number];

/** How the table of areas may be sorted. */
export const sorts = ['name', 'reports', 'open', 'old', 'days'] as const;
export type Sort = (typeof sorts)[number];

const views = ['map', 'list'] as const;
/** What the map may be compared with: nothing, the period before, a year earlier. */
const compares = ['', 'before', 'year'] as const;
const metrics: readonly HexMetric[] = ['count', 'open', 'median_days', 'per_km2'];

/** All that the address of the page says. */
export interface ExploreState {
  lists: Partial<Record<ListFilter, readonly string[]>>;
  plain: Partial<Record<PlainFilter, string>>;
  metric: HexMetric;
  view: (typeof views)[number];
  compare: (typeof compares)[number];
  /** The chosen H3 cell, or "". */
  cell: string;
  sort: Sort;
  descending: boolean;
  /** All rows of the table of areas, not the first ones only. */
  all: boolean;
  /** Where the list goes on. */
  cursor: string;
  /** The pinned snapshot, or "". */
  snapshot: string;
}

/** Reads the address; what the page itself cannot understand is named in `wrong` and left out. Other parameters are ignored. */
export function readState(query: URLSearchParams): { state: ExploreState; wrong: FieldError[] } {
  const wrong: FieldError[] = [];
  const choice = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const given = query.get(name) ?? '';
    if (!given || allowed.includes(given as T)) return (given as T) || otherwise;
    wrong.push({ field: name, message: `one of: ${allowed.join(', ')}` });
    return otherwise;
  };
  const cell = (query.get('cell') ?? '').toLowerCase();
  if (cell && !isValidCell(cell)) wrong.push({ field: 'cell', message: 'an H3 cell' });
  const sort = choice('sort', [...sorts, ...sorts.map((one) => `-${one}` as const)], '-reports');
  const state: ExploreState = {
    lists: {},
    plain: {},
    metric: choice('metric', metrics, 'count'),
    view: choice('view', views, 'map'),
    compare: choice('compare', compares, ''),
    cell: isValidCell(cell) ? cell : '',
    sort: sort.replace('-', '') as Sort,
    descending: sort.startsWith('-'),
    all: query.get('all') === '1',
    cursor: query.get('cursor') ?? '',
    snapshot: query.get('snapshot') ?? '',
  };
  for (const name of listFilters) {
    const values = query.getAll(name).flatMap((value) => value.split(','));
    const given = [...new Set(values.map((value) => value.trim()).filter(Boolean))].toSorted();
    if (given.length) state.lists[name] = given;
  }
  for (const name of plainFilters) {
    const value = query.get(name)?.trim();
    if (value) state.plain[name] = value;
  }
  return { state, wrong };
}

/** The filters as the parameters of the API, without cell and snapshot. */
export function filterQuery({ lists, plain }: Pick<ExploreState, 'lists' | 'plain'>): Record<string, string> {
  const entries: [string, string][] = [];
  if (plain.q) entries.push(['q', plain.q]);
  for (const name of listFilters) if (lists[name]?.length) entries.push([name, lists[name].join(',')]);
  for (const name of ['from', 'to', 'bbox'] as const) if (plain[name]) entries.push([name, plain[name]]);
  return Object.fromEntries(entries);
}

/** The address of a state: always in the same order, and without what goes without saying. */
export function stateQuery(state: ExploreState): string {
  const sort = `${state.descending ? '-' : ''}${state.sort}`;
  return queryText({
    ...filterQuery(state),
    metric: state.metric === 'count' ? '' : state.metric,
    view: state.view === 'map' ? '' : state.view,
    compare: state.compare,
    cell: state.cell,
    sort: sort === '-reports' ? '' : sort,
    all: state.all ? '1' : '',
    cursor: state.cursor,
    snapshot: state.snapshot,
  });
}

/** "?a=1&b=2", commas left readable; "" without parameters. */
export function queryText(parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  const text = new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text && `?${text}`;
}

/** The state without one value of a filter, or without the whole filter. */
export function without(state: ExploreState, name: ListFilter | PlainFilter, value?: string): ExploreState {
  const next = { ...state, lists: { ...state.lists }, plain: { ...state.plain }, cursor: '' };
  if (name in state.plain) delete next.plain[name as PlainFilter];
  const left = value === undefined ? [] : (state.lists[name as ListFilter] ?? []).filter((one) => one !== value);
  if (left.length) next.lists[name as ListFilter] = left;
  else delete next.lists[name as ListFilter];
  return next;
}

/** The state with this value of a filter only. */
export function withOnly(state: ExploreState, name: ListFilter, value: string): ExploreState {
  return { ...state, lists: { ...state.lists, [name]: [value] }, cursor: '' };
}
