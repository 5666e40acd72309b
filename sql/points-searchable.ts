import type { Database, Session } from './connect.ts';

// The same as in migrations/municipality/0001-reports.sql.
const create = 'create index if not exists report_point on report using gist (point)';

/**
 * Does `work`, which loads reports; when the municipality has none before, the index on points is set aside meanwhile: made at
 * the end, in one go, it costs a third of what it costs row by row. When the process dies on the way, `ensurePointIndex` makes it.
 */
export async function withPointIndexLast<T>(database: Database, slug: string, work: () => Promise<T>): Promise<T> {
  const isAside = await database.transaction(slug, setAside);
  try {
    return await work();
  } finally {
    if (isAside) await ensurePointIndex(database, slug);
  }
}

async function setAside({ client }: Session): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from report) as any');
  if (rows[0]!.any) return false;
  await client.query('drop index if exists report_point');
  return true;
}

/** Makes the index on points of a municipality, unless it is there. */
export async function ensurePointIndex(database: Database, slug: string): Promise<void> {
  await database.transaction(slug, async ({ client }) => {
    await client.query('set local statement_timeout = 0');
    await client.query(create);
  });
}
