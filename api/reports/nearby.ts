import { greatCircleDistance, UNITS } from 'h3-js';
import { defaultRadius } from '../duplicates/score.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { referenceOf } from '../stats/reference.ts';
import { type ListedRow, reportItemOf } from './listing.ts';
import type { Nearby } from './schema.ts';

const mostFound = 60;
const shown = 5;
const metresADegree = 111_320;

type FoundRow = ListedRow & { same: boolean; radius: number };

/** Public reports of the same kind within the radius of its category, the nearest first. Empty for a report without a place. */
export async function reportsNear(snapshot: Snapshot, id: number): Promise<Nearby> {
  const [here] = await snapshot.query<{ lon: number | null; lat: number | null; radius: number | null }>(
    `select lon, lat, (select duplicate_radius_m from category where id = report.category_id) as radius
     from report where id = $id::bigint and published`,
    { id },
  );
  const radius = here?.radius || defaultRadius;
  if (!here || here.lon === null || here.lat === null) return { radius, items: [] };
  const { lon, lat } = here;
  const height = radius / metresADegree;
  const width = height / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  const rows = await snapshot.query<FoundRow>(
    `with mine as (select category_id, top_category_id from report where id = $id::bigint),
     page as (
       select report.id, received_at, day, closed_at, report.category_id, area_id, status, tracked, outcome, lon, lat,
         report.category_id = mine.category_id as same
       from report, mine
       where published and id <> $id::bigint and report.top_category_id = mine.top_category_id
         and lat between $south and $north and lon between $west and $east
       order by received_at desc limit $most)
     select page.* replace (strftime(day, '%Y-%m-%d') as day, status::varchar as status, outcome::varchar as outcome),
       title, description, address
     from page left join report_text using (id)`,
    { id, south: lat - height, north: lat + height, west: lon - width, east: lon + width, most: mostFound },
  );
  const reference = await referenceOf(snapshot);
  const items = rows
    .map((row) => ({
      ...reportItemOf(row, reference),
      metres: Math.round(greatCircleDistance([lat, lon], [row.lat!, row.lon!], UNITS.m)),
      sameCategory: row.same,
    }))
    .filter(({ metres }) => metres <= radius)
    .toSorted((a, b) => a.metres - b.metres || b.id - a.id);
  return { radius, items: items.slice(0, shown) };
}
