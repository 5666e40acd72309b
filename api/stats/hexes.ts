import { cellArea, UNITS } from 'h3-js';
import { boundedMap } from '../http/caching.ts';
import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { breaksOf } from './breaks.ts';
import { minimumSample } from './definitions.ts';
import type { HexMetric, Hexes } from './hexes.schema.ts';
import { referenceOf } from './reference.ts';
import { sortedGroups } from './sorting.ts';
import { needsSingleReports } from './tables.ts';
import { estimate } from './survival.ts';
import { figuresOf, isKnown, packedSql } from './times.ts';
import { type Where, whereOf } from './where.ts';

/** What `hexes` takes besides the filters. */
interface HexOptions {
  resolution: number;
  metric: HexMetric;
}

/** Reports by H3 cell. */
export const hexesEndpoint: Endpoint<HexOptions, Hexes> = {
  name: 'hexes',
  definitions: ['report', 'hexagon', 'open-report', 'time-to-close', 'minimum-sample', 'reports-per-square-kilometre'],
  compute: hexes,
  table: ({ metric, cells, values, counts }) => ({
    header: ['cell', 'reports', metric],
    rows: cells.map((cell, i) => [cell, counts[i], values[i]]),
  }),
};

async function hexes(snapshot: Snapshot, filters: Filters, options: HexOptions): Promise<Hexes> {
  const { resolution, metric } = options;
  const where = whereOf(filters, await referenceOf(snapshot));
  const task = { snapshot, where, table: tableFor(filters, resolution), options };
  const { cells, counts, open, withoutPlace } = await columns(task);
  const values = await valuesOf(task, { cells, counts, open });
  const reports = withoutPlace + counts.reduce((sum, count) => sum + count, 0);
  return { resolution, metric, cells, values, counts, breaks: breaksOf(values), reports, withoutPlace };
}

type Table = 'cell_day' | 'arrival';

interface Task {
  snapshot: Snapshot;
  where: Where;
  table: Table;
  options: HexOptions;
}

/** Resolution of the cells of the table `cell_day`. */
const dailyResolution = 9;

/** `cell_day` lies in order of time, single reports in order of place: a period is found faster in the one, all the rest in the other. */
function tableFor(filters: Filters, resolution: number): Table {
  const inPeriod = filters.from !== undefined || filters.to !== undefined;
  return inPeriod ? cellTable(filters, resolution) : 'arrival';
}

/** The smaller table that counts by cell and day, where the filters and the resolution allow it. */
export function cellTable(filters: Filters, resolution: number): Table {
  return resolution <= dailyResolution && !needsSingleReports(filters) ? 'cell_day' : 'arrival';
}

/** Hexagons in the order of their indexes. */
interface Columns {
  cells: string[];
  counts: number[];
  open: number[];
}

/** Columns travel as JSON text in one row: many thousand rows of objects take longer to read than to count. */
async function columns({ snapshot, where, table, options }: Task): Promise<Columns & { withoutPlace: number }> {
  const column = (value: string) => `string_agg(${value}, ',' order by parent) filter (parent is not null)`;
  const [row] = await snapshot.query<Record<keyof Columns, string | null> & { without: number }>(
    `with ${foundSql(table, where)}
     select ${column(`'"' || lower(hex(parent)) || '"'`)} as cells, ${column('reports')} as counts,
       ${options.metric === 'open' ? column('open') : 'null'} as open, coalesce(sum(reports) filter (parent is null), 0) as without
     from found`,
    { ...where.parameters, resolution: options.resolution },
  );
  const list = <T>(text: string | null) => JSON.parse(`[${text ?? ''}]`) as T[];
  return { cells: list(row!.cells), counts: list(row!.counts), open: list(row!.open), withoutPlace: row!.without };
}

/** SQL of `found(parent, reports, open)`: the cells, and a null for reports without a place. */
function foundSql(table: Table, where: Where): string {
  const reports = table === 'arrival' ? 'count(*)' : 'sum(reports)';
  return `found as (
    select h3_parent(cell, $resolution) as parent, ${reports} as reports, sum(open) as open from ${table} where ${where.sql} group by all)`;
}

async function valuesOf(task: Task, { cells, counts, open }: Columns): Promise<(number | null)[]> {
  const { metric } = task.options;
  if (metric === 'count') return counts;
  if (metric === 'open') return open;
  if (metric === 'per_km2') return counts.map((count, i) => Math.round((count / areaOf(cells[i]!)) * 100) / 100);
  return mediansOf(task, cells.length);
}

const areas = boundedMap<number>(200_000);

/** Surface in km², remembered: working it out takes longer than counting the reports. */
function areaOf(cell: string): number {
  const known = areas.get(cell);
  if (known !== undefined) return known;
  const area = cellArea(cell, UNITS.km2);
  areas.set(cell, area);
  return area;
}

/** Medians in the order of the cells. */
async function mediansOf({ snapshot, where, table, options }: Task, count: number): Promise<(number | null)[]> {
  const medians = Array.from({ length: count }, (): number | null => null);
  if (!isKnown(snapshot, 'close')) return medians;
  const [places, waits] = await snapshot.integers(
    `with ${foundSql(table, where)},
     placed as (
       select parent, reports, (row_number() over (order by parent) - 1)::integer as place from found where parent is not null)
     select place, ${packedSql('close')} from report_time join placed on parent = h3_parent(cell, $resolution)
     where reports >= ${minimumSample} and ${where.sql}`,
    { ...where.parameters, resolution: options.resolution },
  );
  for (const [place, of] of sortedGroups(places!, waits!)) medians[place] = figuresOf(estimate(of)).p50;
  return medians;
}
