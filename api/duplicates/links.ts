import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { insertLinks } from './links-repository.ts';
import type { Reason } from './score.ts';

/** That one report repeats another, told by somebody else (the demo, an importer); reports by their number in the source. */
export interface NewDuplicateLink {
  report: string;
  original: string;
  state: 'proposed' | 'confirmed' | 'refused';
  /** 0 to 1. */
  score: number | null;
  reasons: readonly Reason[];
  /** When a person decided; null while proposed. */
  decidedAt: Date | null;
}

/** Saves links between reports of this source; a report that has one keeps it. Returns how many were made. */
export async function saveDuplicateLinks(
  database: Database,
  municipality: Municipality,
  source: string,
  links: readonly NewDuplicateLink[],
): Promise<number> {
  if (links.length === 0) return 0;
  return database.transaction(municipality.slug, ({ client }) => insertLinks(client, source, links));
}
