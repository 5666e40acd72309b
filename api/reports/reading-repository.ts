import { sql } from 'kysely';
import type { Db } from '#sql/connect.ts';

/** A report that is public now, with the names it refers to; undefined for a private, hidden or unknown one alike. */
export function findPublicReport(db: Db, id: number, timezone: string) {
  return db
    .selectFrom('report')
    .innerJoin('category', 'category.id', 'report.category_id')
    .innerJoin('channel', 'channel.id', 'report.channel_id')
    .leftJoin('area', 'area.id', 'report.area_id')
    .leftJoin('office', 'office.id', 'report.office_id')
    .where('report.id', '=', id)
    .where('report.visibility', '=', 'public')
    .where('report.moderation', 'in', ['not_needed', 'accepted'])
    .where('report.published_at', 'is not', null)
    .select([
      'report.id',
      'report.type',
      'report.title',
      'report.description',
      'report.address',
      'report.state',
      'report.outcome',
      'report.tracked',
      'report.received_at',
      'report.taken_at',
      'report.first_reply_at',
      'report.closed_at',
      'report.due_at',
      'report.published_at',
      'report.reopened',
      'report.day_precision',
      'category.code as category_code',
      'category.name as category_name',
      'channel.code as channel_code',
      'channel.name as channel_name',
      'area.code as area_code',
      'area.name as area_name',
      'office.code as office_code',
      'office.name as office_name',
    ])
    .select([
      sql<number | null>`st_x(report.point)`.as('lon'),
      sql<number | null>`st_y(report.point)`.as('lat'),
      sql<string>`to_char(report.received_at at time zone ${timezone}, 'YYYY-MM-DD')`.as('day'),
    ])
    .executeTakeFirst();
}

/** The public part of a story, in order, without what the source has since told anew. */
export function publicEvents(db: Db, report: number) {
  return db
    .selectFrom('report_event')
    .leftJoin('office', 'office.id', 'report_event.office_id')
    .where('report_id', '=', report)
    .where('visibility', '=', 'public')
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('report_event as later')
            .whereRef('later.report_id', '=', 'report_event.report_id')
            .whereRef('later.seq', '>', 'report_event.seq')
            .where('later.retold_from', '<=', ref('report_event.seq'))
            .select('later.seq'),
        ),
      ),
    )
    .select(['seq', 'at', 'report_event.kind', 'actor', 'outcome', 'signed_as', 'payload', 'hash', 'office.name as office'])
    .orderBy('seq')
    .execute();
}
