import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { insertCategories, insertChannels, insertOffices, selectAreas, selectCodes } from './repository.ts';
import { readSettings, type Settings, saveSetting } from './settings.ts';

/** Names by language. */
export type Names = Partial<Record<'it' | 'en' | (string & {}), string>>;

/** A category to be found or made. `parent`: id of the category above. */
export interface NewCategory {
  code: string;
  name: Names;
  parent?: number | null;
  /** Promised time to close, working days. */
  serviceDays?: number | null;
  /** Metres; 0 turns the search for duplicates off. */
  duplicateRadiusM?: number;
  /** JSON Schema of the extra questions. */
  extraSchema?: Record<string, unknown>;
}
export interface NewChannel {
  code: string;
  name: Names;
}
export interface NewOffice {
  code: string;
  name: string;
  kind?: 'desk' | 'office' | 'contractor' | 'council';
}

/** Categories, channels, offices and areas of a municipality by code or name; what is missing is made. */
export interface References {
  /** Id of the category; made when its code is new, else left as it is. */
  category(wanted: NewCategory): Promise<number>;
  /** The same for several at once. */
  categories(wanted: readonly NewCategory[]): Promise<number[]>;
  channel(wanted: NewChannel): Promise<number>;
  office(wanted: NewOffice): Promise<number>;
  /** Id of the area of this name (case and spaces do not matter); null when there is none. */
  areaByName(name: string): Promise<number | null>;
  readSettings(): Promise<Settings>;
  saveSetting(key: string, value: unknown): Promise<void>;
}

/** Opens the references of a municipality; what was asked once is remembered. Safe when other processes do the same. */
export function openReferences(database: Database, municipality: Municipality): References {
  const db = database.of(municipality.slug);
  const areas = remembered(
    async () => new Map((await selectAreas(db)).toReversed().map(({ id, name }) => [plainName(name), id])),
  );
  const categories = byCode<NewCategory>(
    () => selectCodes(db, 'category'),
    (wanted) => insertCategories(db, wanted),
  );
  const channels = byCode<NewChannel>(
    () => selectCodes(db, 'channel'),
    (wanted) => insertChannels(db, wanted),
  );
  const offices = byCode<NewOffice>(
    () => selectCodes(db, 'office'),
    (wanted) => insertOffices(db, wanted),
  );
  return {
    category: async (wanted) => (await categories([wanted]))[0]!,
    categories,
    channel: async (wanted) => (await channels([wanted]))[0]!,
    office: async (wanted) => (await offices([wanted]))[0]!,
    areaByName: async (name) => (await areas()).get(plainName(name)) ?? null,
    readSettings: () => readSettings(db),
    saveSetting: (key, value) => saveSetting(db, key, value),
  };
}

/** A code from a name: small letters and digits of any script, hyphens between; at most 120 characters. Empty when none is left. */
export function codeOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return Array.from((words ?? []).join('-'))
    .slice(0, 120)
    .join('')
    .replace(/-$/, '');
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Finds ids by code in what was read once; codes that are new are inserted, unless somebody else was faster. */
function byCode<T extends { code: string }>(
  read: () => Promise<Map<string, number>>,
  insert: (wanted: readonly T[]) => Promise<Map<string, number>>,
) {
  let known = remembered(read);
  return async (wanted: readonly T[]): Promise<number[]> => {
    const before = await known();
    const missing = [...new Map(wanted.filter(({ code }) => !before.has(code)).map((each) => [each.code, each])).values()];
    const made = missing.length ? await insert(missing) : new Map<string, number>();
    for (const [code, id] of made) before.set(code, id);
    if (made.size < missing.length) known = remembered(read);
    const now = await known();
    return wanted.map(({ code }) => {
      const id = now.get(code);
      if (id === undefined) throw new RangeError(`code: "${code}" cannot be used`);
      return id;
    });
  };
}

function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    reading.catch(() => (reading = undefined));
    return reading;
  };
}
