import type { Filters } from '../http/filters.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Endpoint } from './answer.ts';
import { dimensions, labelling } from './dimensions.ts';
import type { Points } from './points.schema.ts';
import { referenceOf } from './reference.ts';
import { whereOf } from './where.ts';

/** Single reports with a point, for near zooms. */
export const pointsEndpoint: Endpoint<{ limit: number }, Points> = {
  name: 'points',
  definitions: ['report', 'local-day'],
  compute: points,
  table: ({ points: { id, lon, lat, category, status, day } }) => ({
    header: ['id', 'lon', 'lat', 'category', 'status', 'day'],
    rows: id.map((one, i) => [one, lon[i], lat[i], category[i], status[i], day[i]]),
  }),
};

interface PointRow {
  id: number;
  lon: number;
  lat: number;
  category: number;
  status: number;
  day: string;
}

async function points(snapshot: Snapshot, filters: Filters, { limit }: { limit: number }): Promise<Points> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const placed = `from report where lon is not null and ${where.sql}`;
  const [[count], rows] = await Promise.all([
    snapshot.query<{ total: number }>(`select count(*) as total ${placed}`, where.parameters),
    snapshot.query<PointRow>(
      `select id, round(lon, 6) as lon, round(lat, 6) as lat, category_id as category, ${dimensions.status} as status,
         strftime(day, '%Y-%m-%d') as day
       ${placed} order by received_at desc, id desc limit $limit`,
      { ...where.parameters, limit },
    ),
  ]);
  const total = count?.total ?? 0;
  const categoryOf = labelling('subcategory', reference);
  const statusOf = labelling('status', reference);
  return {
    total,
    capped: total > rows.length,
    limit,
    points: {
      id: rows.map(({ id }) => id),
      lon: rows.map(({ lon }) => lon),
      lat: rows.map(({ lat }) => lat),
      category: rows.map(({ category }) => categoryOf(category).key),
      status: rows.map(({ status }) => statusOf(status).key),
      day: rows.map(({ day }) => day),
    },
  };
}
