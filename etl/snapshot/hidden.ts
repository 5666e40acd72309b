import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText, readRows } from '../duckdb.ts';

const words = ['external_id', 'title', 'description', 'address'];

/** Ids of the reports that `incoming` no longer shows as the loaded tables do: made private, refused, erased, place removed. */
export function hiddenByIncoming(connection: DuckDBConnection): Promise<number[]> {
  return readIds(
    connection,
    `select r.id from incoming i join report r on r.id = i.id join report_text t on t.id = i.id
     where ${isHidden({ before: 'r', wordsBefore: 't', after: 'i', wordsAfter: 'i', isListed: 'i.listed' })}`,
  );
}

/** The same, between an older snapshot file and the loaded tables. */
export async function hiddenSince(connection: DuckDBConnection, file: string): Promise<number[]> {
  await connection.run(`attach ${quoteText(file)} as before (read_only)`);
  try {
    return await readIds(
      connection,
      `select r.id from before.report r join before.report_text t on t.id = r.id
       left join report n on n.id = r.id left join report_text w on w.id = r.id
       where ${isHidden({ before: 'r', wordsBefore: 't', after: 'n', wordsAfter: 'w', isListed: 'n.id is not null' })}`,
    );
  } finally {
    await connection.run('detach before');
  }
}

/** Whether something was shown before that is not any more. New words in the place of old ones hide nothing. */
function isHidden(row: Record<'before' | 'wordsBefore' | 'after' | 'wordsAfter' | 'isListed', string>): string {
  const gone = words.map((name) => `(${row.wordsBefore}.${name} is not null and ${row.wordsAfter}.${name} is null)`);
  return `${row.before}.published and (not coalesce(${row.isListed} and ${row.after}.published, false)
    or (${row.before}.lon is not null and ${row.after}.lon is null) or ${gone.join(' or ')})`;
}

async function readIds(connection: DuckDBConnection, sql: string): Promise<number[]> {
  return (await readRows<{ id: bigint }>(connection, `${sql} order by id`)).map(({ id }) => Number(id));
}
