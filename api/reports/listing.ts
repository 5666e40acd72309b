import type { Filters } from '../http/filters.ts';
import { ProblemError } from '../http/problem.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { type Reference, referenceOf } from '../stats/reference.ts';
import { whereOf } from '../stats/where.ts';
import type { Outcome, PublicState } from './lifecycle.ts';
import { reportNumber } from './number.ts';
import type { ReportItem } from './schema.ts';

/** A row of a list, as the snapshot holds it. */
export interface ListedRow {
  id: number;
  received_at: string;
  day: string;
  closed_at: string | null;
  category_id: number;
  area_id: number | null;
  status: PublicState;
  tracked: boolean;
  outcome: Outcome | null;
  lon: number | null;
  lat: number | null;
  title: string | null;
  description: string | null;
  address: string | null;
}

const orders = {
  newest: { column: 'received_at', sign: '<', way: 'desc' },
  oldest: { column: 'received_at', sign: '>', way: 'asc' },
  closed: { column: 'closed_at', sign: '<', way: 'desc' },
} as const;

interface Page {
  order: keyof typeof orders;
  limit: number;
  cursor?: string | undefined;
}

/** Public reports under filters, in order of arrival or of closing. Errors: `ProblemError` invalid-field for a cursor that is none. */
export async function listReports(
  snapshot: Snapshot,
  filters: Filters,
  { order, limit, cursor }: Page,
): Promise<{ total: number; items: ReportItem[]; next: string | null }> {
  const reference = await referenceOf(snapshot);
  const where = whereOf(filters, reference);
  const { column, sign, way } = orders[order];
  const after = cursor ? positionOf(cursor) : undefined;
  const beyond = after ? `and (${column}, id) ${sign} ($after_at::timestamp, $after_id::bigint)` : '';
  const rows = await snapshot.query<ListedRow>(
    `with page as (
       select id, received_at, day, closed_at, category_id, area_id, status, tracked, outcome, lon, lat
       from report where published and ${column} is not null and ${where.sql} ${beyond}
       order by ${column} ${way}, id ${way} limit $limit)
     select page.* replace (strftime(day, '%Y-%m-%d') as day, status::varchar as status, outcome::varchar as outcome),
       title, description, address
     from page left join report_text using (id) order by ${column} ${way}, id ${way}`,
    { ...where.parameters, limit: limit + 1, ...(after ? { after_at: after.at, after_id: after.id } : {}) },
  );
  const [counted] = await snapshot.query<{ total: number }>(
    `select count(*) as total from report where published and ${where.sql}`,
    where.parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map((row) => reportItemOf(row, reference));
  return { total: counted?.total ?? 0, items, next: rows.length > limit && last ? cursorOf(last[column]!, last.id) : null };
}

/** A row of a snapshot as the API gives a report in a list. */
export function reportItemOf(row: ListedRow, reference: Reference): ReportItem {
  const category = reference.category.byId.get(row.category_id)!;
  const area = row.area_id === null ? undefined : reference.area.byId.get(row.area_id);
  return {
    id: row.id,
    number: reportNumber(row.id, row.day),
    title: row.title,
    description: row.description,
    category: { code: category.code, name: category.name! },
    area: area ? { code: area.code, name: area.name!.it } : null,
    address: row.address,
    status: row.tracked ? row.status : null,
    outcome: row.outcome,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    lon: row.lon,
    lat: row.lat,
  };
}

function cursorOf(at: string, id: number): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function positionOf(cursor: string): { at: string; id: number } {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+)Z? (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at && id && !Number.isNaN(Date.parse(`${at}Z`))) return { at, id: Number(id) };
  throw new ProblemError('invalid-field', undefined, [{ field: 'cursor', message: 'not a cursor of this list' }]);
}
