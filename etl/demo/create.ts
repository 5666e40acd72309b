import { loadAreas, loadStreets } from '#api/areas/loading.ts';
import { saveDuplicateLinks } from '#api/duplicates/links.ts';
import { openReferences } from '#api/references/references.ts';
import { recordBatch } from '#api/reports/recording.ts';
import type { Database } from '#sql/connect.ts';
import { createMunicipality, dropMunicipality, findMunicipality, type Municipality } from '#sql/municipality.ts';
import { establish, settings } from './organisation.ts';
import { demoReports } from './reports.ts';
import { quarters } from './town/quarters.ts';
import { baseMap, buildTown, townAreas } from './town/town.ts';

/** Slug of the demo municipality. */
export const demoSlug = 'borgo-demo';
/** The source its reports come from. */
const demoSource = 'demo';
/** Setting that is written last: a demo without it was interrupted. */
const complete = 'demo_complete';
const batchSize = 2_500;

/**
 * Makes the demo municipality: an invented town and about `reports` (25,000) reports over the three years that end at `now`.
 * A finished demo is left as it is, whatever its day; one that was interrupted is made again from nothing.
 */
export async function createDemo(
  database: Database,
  { now, onProgress = () => {}, reports = 25_000 }: { now: Date; onProgress?: (text: string) => void; reports?: number },
): Promise<Municipality> {
  const existing = await findMunicipality(database.db, demoSlug);
  if (existing && (await openReferences(database, existing).readSettings())[complete]) return existing;
  if (existing?.isDemo === false) throw new RangeError(`municipality "${demoSlug}" exists and is not a demo`);
  if (existing) {
    onProgress('The demo municipality was interrupted: making it again …');
    await dropMunicipality(database, demoSlug);
  }
  onProgress('Making the demo municipality: streets and house numbers …');
  const municipality = await createMunicipality(database, { slug: demoSlug, name: 'Comune di Borgo Demo', isDemo: true });
  const town = buildTown();
  await loadAreas(database, municipality, townAreas());
  await loadStreets(database, municipality, baseMap(town));
  const references = openReferences(database, municipality);
  const ids = await establish(references, quarters);
  for (const [key, value] of Object.entries(settings)) await references.saveSetting(key, value);
  const { histories, links } = demoReports(town, ids, now, reports);
  for (let start = 0; start < histories.length; start += batchSize) {
    await recordBatch(database, municipality, demoSource, histories.slice(start, start + batchSize));
    onProgress(`Making the demo municipality: ${Math.min(start + batchSize, histories.length)} of ${histories.length} reports …`);
  }
  await saveDuplicateLinks(database, municipality, demoSource, links);
  await references.saveSetting(complete, true);
  return municipality;
}
