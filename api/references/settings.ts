import type { Db } from '#sql/connect.ts';
import { selectSettings, upsertSetting } from './repository.ts';

/** Settings of a municipality that the program itself reads; others may be there too. */
export interface Settings {
  /** When a report becomes public: once accepted (when nothing is moderated: on arrival), or once taken in charge. */
  publish_when: 'accepted' | 'taken';
  [key: string]: unknown;
}

/** All settings, with the defaults of those that are not set. `db`: of the municipality. */
export async function readSettings(db: Db): Promise<Settings> {
  const stored = await selectSettings(db);
  return { ...stored, publish_when: stored.publish_when === 'taken' ? 'taken' : 'accepted' };
}

/** Sets one setting. Errors: RangeError for a value that the program would not understand. */
export async function saveSetting(db: Db, key: string, value: unknown): Promise<void> {
  if (key === 'publish_when' && value !== 'accepted' && value !== 'taken') {
    throw new RangeError('publish_when: "accepted" or "taken"');
  }
  await upsertSetting(db, key, value);
}
