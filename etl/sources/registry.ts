import { alessandria } from './alessandria.ts';
import { boston } from './boston.ts';
import { chicago } from './chicago.ts';
import { combined } from './combined.ts';
import { generic } from './generic.ts';
import { la } from './la.ts';
import { readMapping } from './mapping.ts';
import { ImportRefused } from './refusal.ts';
import type { Source } from './source.ts';
import { stlouis } from './stlouis.ts';
import { stuttgart } from './stuttgart.ts';
import { tainan } from './tainan.ts';
import { zurich } from './zurich.ts';

const cities: readonly Source[] = [boston, chicago, la, stlouis, zurich, stuttgart, tainan, alessandria];

/** Names of all sources. */
export const sourceNames = [...cities.map(({ name }) => name), 'combined', 'generic'];

/** The source of this name; `combined` may be given a city, `generic` needs a mapping file. Errors: `ImportRefused`. */
export async function findSource(
  name: string,
  { city, mapping }: { city?: string | undefined; mapping?: string | undefined },
): Promise<Source> {
  if (city !== undefined && name !== 'combined') throw new ImportRefused('--city is for the source "combined" only');
  if (mapping !== undefined && name !== 'generic') throw new ImportRefused('--mapping is for the source "generic" only');
  if (name === 'combined') return combined(city);
  if (name === 'generic') return genericSource(mapping);
  const source = cities.find((each) => each.name === name);
  if (!source) throw new ImportRefused(`there is no source "${name}": one of ${sourceNames.join(', ')}`);
  return source;
}

async function genericSource(file: string | undefined): Promise<Source> {
  if (file === undefined) throw new ImportRefused('generic: say with --mapping which columns mean what (docs/import.md)');
  const mapping = await readMapping(file);
  try {
    return generic(mapping);
  } catch (error) {
    if (error instanceof RangeError) throw new ImportRefused(`mapping: ${error.message}`, error);
    throw error;
  }
}
