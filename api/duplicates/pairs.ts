import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { longestLag } from './score.ts';
import { type Candidate, cellsPerDegree, type LikelyPair, sweep } from './sweep.ts';

/** Tables read: columns of `report` and of `report_text`. */
export interface Tables {
  reports: string;
  texts: string;
}

/** Finds the likely pairs of all reports with a point, or of those in table `near_change` only (`markNear`), in flat memory. */
export async function findPairs(connection: DuckDBConnection, tables: Tables, nearOnly: boolean): Promise<LikelyPair[]> {
  const step = sweep(await latitudeOf(connection, tables));
  const result = await connection.stream(candidates(tables, nearOnly));
  const pairs: LikelyPair[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return pairs;
    eachCandidate(chunk, (candidate, wanted) => {
      const found = step(candidate, wanted);
      if (found.length > 0) pairs.push(...found);
    });
  }
}

/**
 * Makes table `near_change(id, wanted)`: the reports whose pairs a change of these may touch (those of the neighbouring cells that
 * came after it), and the ones beyond that these look at.
 */
export async function markNear(connection: DuckDBConnection, tables: Tables, changedIds: readonly number[]): Promise<void> {
  const [east, north] = cellsPerDegree(await latitudeOf(connection, tables));
  const cell = `floor((lon + 180) * ${east})::integer as x, floor((lat + 90) * ${north})::integer as y`;
  await connection.run('create temp table changed_report (id bigint)');
  const appender = await connection.createAppender('changed_report');
  for (const id of changedIds) {
    appender.appendBigInt(BigInt(id));
    appender.endRow();
  }
  appender.closeSync();
  const there = `select top_category_id as top, ${cell}, received_at as moment`;
  await connection.run(`create temp table near_change as
    with reach as (
      select distinct top, x + dx as x, y + dy as y, moment, greatest(abs(dx), abs(dy)) as ring
      from (${there} from ${tables.reports} join changed_report using (id) where lon is not null) changed,
        range(-2, 3) as across(dx), range(-2, 3) as along(dy)
    ), here as (${there}, id from ${tables.reports} where lon is not null)
    select here.id, bool_or(reach.ring <= 1 and here.moment >= reach.moment) as wanted
    from here join reach on here.top = reach.top and here.x = reach.x and here.y = reach.y
      and here.moment between reach.moment - interval ${longestLag} day and reach.moment + interval ${longestLag} day
    group by here.id`);
}

async function latitudeOf(connection: DuckDBConnection, tables: Tables): Promise<number> {
  const result = await connection.run(
    `select coalesce(round(median(lat)), 0)::double from ${tables.reports} where lat is not null`,
  );
  return Number((await result.getRows())[0]![0]);
}

/** Every number as a double: the cheapest form to read. Words that only repeat the name of the category say nothing. */
function candidates({ reports, texts }: Tables, nearOnly: boolean): string {
  return `select r.id::double, r.lon, r.lat, epoch_ms(r.received_at)::double, epoch_ms(r.closed_at)::double, r.tracked::integer::double,
      r.day_precision::integer::double, r.category_id::double, r.top_category_id::double, coalesce(c.duplicate_radius_m, 250)::double,
      nullif(left(concat_ws(' ', case when t.title not in (c.name_it, c.name_en, c.code, coalesce(t.description, '')) then t.title end,
        case when t.description not in (c.name_it, c.name_en, c.code) then t.description end), 400), ''),
      t.address, ${nearOnly ? 'n.wanted::integer::double' : '1::double'}
    from ${reports} r join ${texts} t on t.id = r.id left join category c on c.id = r.category_id
      ${nearOnly ? 'join near_change n on n.id = r.id' : ''}
    where r.published and r.lon is not null and coalesce(c.duplicate_radius_m, 250) > 0
    order by r.received_at, r.id`;
}

function eachCandidate(chunk: DuckDBDataChunk, take: (candidate: Candidate, wanted: boolean) => void): void {
  const columns = chunk.getColumns() as unknown[][];
  const number = (column: number, row: number) => columns[column]![row] as number;
  for (let row = 0; row < chunk.rowCount; row += 1) {
    take(
      {
        id: number(0, row),
        lon: number(1, row),
        lat: number(2, row),
        receivedAt: number(3, row),
        closedAt: columns[4]![row] as number | null,
        tracked: number(5, row) === 1,
        dayPrecision: number(6, row) === 1,
        category: number(7, row),
        topCategory: number(8, row),
        radius: number(9, row),
        text: null,
        address: null,
        unreadText: columns[10]![row] as string | null,
        unreadAddress: columns[11]![row] as string | null,
      },
      number(12, row) === 1,
    );
  }
}
