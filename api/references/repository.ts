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
  return idsByCode(await db.selectFrom(table).select(['code', 'id']).execute());
}

/** Makes the categories whose codes are new, in this order, and returns their ids by code; nothing else is changed. */
export async function insertCategories(db: Db, wanted: readonly NewCategory[]): Promise<Map<string, number>> {
  const { before } = await db
    .selectFrom('category')
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .insertInto('category')
    .values(
      wanted.map(({ code, name, parent, serviceDays, duplicateRadiusM, extraSchema }, index) => ({
        code,
        name: JSON.stringify(name),
        parent_id: parent ?? null,
        service_days: serviceDays ?? null,
        ...(duplicateRadiusM === undefined ? {} : { duplicate_radius_m: duplicateRadiusM }),
        extra_schema: extraSchema ? JSON.stringify(extraSchema) : null,
        position: before + index,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['code', 'id'])
    .execute();
  return idsByCode(rows);
}

/** Makes the channels whose codes are new and returns their ids by code. */
export async function insertChannels(db: Db, wanted: readonly NewChannel[]): Promise<Map<string, number>> {
  const rows = await db
    .insertInto('channel')
    .values(wanted.map(({ code, name }) => ({ code, name: JSON.stringify(name) })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['code', 'id'])
    .execute();
  return idsByCode(rows);
}

/** Makes the offices whose codes are new and returns their ids by code. */
export async function insertOffices(db: Db, wanted: readonly NewOffice[]): Promise<Map<string, number>> {
  const rows = await db
    .insertInto('office')
    .values(wanted.map(({ code, name, kind }) => ({ code, name, kind: kind ?? 'office' })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['code', 'id'])
    .execute();
  return idsByCode(rows);
}

function idsByCode(rows: readonly { code: string; id: number }[]): Map<string, number> {
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Names and ids of all areas. */
export async function selectAreas(db: Db): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('area').select(['id', 'name']).orderBy('area_km2').execute();
}
