import { type ApiClient, dataOf } from './client.ts';
import type { MunicipalityInfo } from './context.ts';

/** The municipality that answers for the host of the page. Errors: `RefusedError`. */
export async function municipalityFor({ api }: ApiClient): Promise<MunicipalityInfo> {
  return dataOf(api.municipality.$get());
}
