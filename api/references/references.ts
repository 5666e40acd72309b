import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { insertCategory, insertChannel, insertOffice, selectAreas, selectCodes } from './repository.ts';
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
    (wanted) => insertCategory(db, wanted, wanted.parent ?? null),
  );
  const channels = byCode<NewChannel>(
    () => selectCodes(db, 'channel'),
    (wanted) => insertChannel(db, wanted),
  );
  const offices = byCode<NewOffice>(
    () => selectCodes(db, 'office'),
    (wanted) => insertOffice(db, wanted),
  );
  return {
    category: categories,
    channel: channels,
    office: offices,
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

/** Finds ids by code in what was read once; a code that is new is inserted, unless somebody else was faster. */
function byCode<T extends { code: string }>(
  read: () => Promise<Map<string, number>>,
  insert: (wanted: T) => Promise<number | undefined>,
) {
  let known = remembered(read);
  return async (wanted: T): Promise<number> => {
    const id = (await known()).get(wanted.code) ?? (await insert(wanted));
    if (id === undefined) known = remembered(read);
    const found = id ?? (await known()).get(wanted.code);
    if (found === undefined) throw new RangeError(`code: "${wanted.code}" cannot be used`);
    (await known()).set(wanted.code, found);
    return found;
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
