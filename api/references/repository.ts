import type { Db } from '#sql/connect.ts';
import type { NewCategory, NewChannel, NewOffice } from './references.ts';

/** Every setting by its key. */
export async function selectSettings(db: Db): Promise<Record<string, unknown>> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute();
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** Sets one setting. */
export async function upsertSetting(db: Db, key: string, value: unknown): Promise<void> {
  const row = { key, value: JSON.stringify(value), updated_at: new Date() };
  await db
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value, updated_at: row.updated_at }))
    .execute();
}

/** Codes and ids of a table of references. */
export async function selectCodes(db: Db, table: 'category' | 'channel' | 'office'): Promise<Map<string, number>> {
  const rows = await db.selectFrom(table).select(['code', 'id']).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Makes the category and returns its id; undefined when its code is there already, and nothing is changed. */
export async function insertCategory(db: Db, wanted: NewCategory, parent: number | null): Promise<number | undefined> {
  const made = await db
    .insertInto('category')
    .values(({ selectFrom, fn }) => ({
      code: wanted.code,
      name: JSON.stringify(wanted.name),
      parent_id: parent,
      service_days: wanted.serviceDays ?? null,
      ...(wanted.duplicateRadiusM === undefined ? {} : { duplicate_radius_m: wanted.duplicateRadiusM }),
      extra_schema: wanted.extraSchema ? JSON.stringify(wanted.extraSchema) : null,
      position: selectFrom('category').select(fn.countAll<number>().as('n')),
    }))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Makes the channel and returns its id; undefined when its code is there already. */
export async function insertChannel(db: Db, { code, name }: NewChannel): Promise<number | undefined> {
  const row = { code, name: JSON.stringify(name) };
  const made = await db
    .insertInto('channel')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Makes the office and returns its id; undefined when its code is there already. */
export async function insertOffice(db: Db, { code, name, kind }: NewOffice): Promise<number | undefined> {
  const made = await db
    .insertInto('office')
    .values({ code, name, kind: kind ?? 'office' })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Names and ids of all areas. */
export async function selectAreas(db: Db): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('area').select(['id', 'name']).orderBy('area_km2').execute();
}
