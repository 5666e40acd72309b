import type { Client } from '#sql/connect.ts';
import type { NewDuplicateLink } from './links.ts';

/** Inserts links between reports of the source, except for reports that have one; returns how many. In the municipality's transaction. */
export async function insertLinks(client: Client, source: string, links: readonly NewDuplicateLink[]): Promise<number> {
  const { rows } = await client.query<{ made: number }>(
    `with made as (
       insert into duplicate_link (report_id, original_id, state, score, reasons, decided_at)
       select report.id, original.id, link.state, link.score, link.reasons, link."decidedAt"
       from jsonb_to_recordset($2::jsonb) as link (report text, original text, state text, score real, reasons jsonb, "decidedAt" timestamptz)
       join report on report.source = $1 and report.external_id = link.report
       join report as original on original.source = $1 and original.external_id = link.original
       on conflict (report_id) do nothing
       returning 1)
     select count(*) as made from made`,
    [source, JSON.stringify(links)],
  );
  return rows[0]!.made;
}
