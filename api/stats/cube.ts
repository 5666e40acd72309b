import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import type { Cube } from './cube.schema.ts';
import { asOfDay, monthsUpTo } from './days.ts';
import { cellTable } from './hexes.ts';
import { referenceOf } from './reference.ts';
import { whereOf } from './where.ts';

/** What `cube` takes besides the filters. */
interface CubeOptions {
  resolution: number;
  months: number;
}

/** Reports by H3 cell and month of arrival, for maps that change with the period without asking again. */
export const cubeEndpoint: Endpoint<CubeOptions, Cube> = {
  name: 'cube',
  definitions: ['report', 'open-report', 'hexagon', 'local-day'],
  compute: cube,
  table: ({ months, cells, lengths, gaps, counts, open }) => {
    let entry = 0;
    const rows = cells.flatMap((cell, i) => {
      let step = 0;
      return Array.from({ length: lengths[i]! }, () => {
        step += gaps[entry]!;
        return [cell, step === 0 ? null : months[step - 1], counts[entry], open[entry++]];
      });
    });
    return { header: ['cell', 'month', 'reports', 'open'], rows };
  },
};

async function cube(snapshot: Snapshot, filters: Filters, { resolution, months: wanted }: CubeOptions): Promise<Cube> {
  const where = whereOf(filters, await referenceOf(snapshot));
  const today = asOfDay(snapshot.meta);
  const months = monthsUpTo(filters.to && filters.to < today ? filters.to : today, wanted);
  const [row] = await snapshot.query<Record<'cells' | 'lengths' | 'gaps' | 'counts' | 'opened', string | null>>(
    cubeSql(cellTable(filters, resolution), where.sql),
    { ...where.parameters, resolution, first: `${months[0]}-01` },
  );
  const list = <T>(text: string | null) => JSON.parse(`[${text ?? ''}]`) as T[];
  return {
    resolution,
    months,
    cells: list(row!.cells),
    lengths: list(row!.lengths),
    gaps: list(row!.gaps),
    counts: list(row!.counts),
    open: list(row!.opened),
  };
}

/** One row of columns as JSON text: many thousand rows of objects take longer to read than to count. */
function cubeSql(table: 'cell_day' | 'arrival', condition: string): string {
  const column = (value: string) => `string_agg(${value}, ',' order by parent, step)`;
  return `with found as (
      select h3_parent(cell, $resolution) as parent, greatest(0, datediff('month', $first::date, day) + 1) as step,
        sum(reports) as reports, sum(open) as opened
      from ${table} where cell is not null and ${condition} group by all),
    entries as (select *, step - coalesce(lag(step) over (partition by parent order by step), 0) as gap from found),
    whole as (select parent, 0 as step, count(*) as length from found group by parent)
    select * from
      (select ${column(`'"' || lower(hex(parent)) || '"'`)} as cells, ${column('length')} as lengths from whole),
      (select ${column('gap')} as gaps, ${column('reports')} as counts, ${column('opened')} as opened from entries)`;
}
