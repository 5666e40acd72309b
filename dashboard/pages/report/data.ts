import type { Nearby, Report } from '#api/reports/schema.ts';
import type { Envelope } from '#api/stats/envelope.ts';
import type { ResponseTimes } from '#api/stats/response-times.schema.ts';
import { dataOf, RefusedError } from '../../client.ts';
import type { PageContext } from '../../context.ts';

/** All that the page of a report shows. */
export interface ReportData {
  report: Report;
  nearby: Nearby;
  /** How long such reports take here; undefined when nothing can be said. */
  usual: (ResponseTimes & Envelope) | undefined;
}

/** Asks the API for a report and its surroundings. Errors: `RefusedError`, 404 for one that is not public. */
export async function loadReport({ api, municipality }: PageContext, number: string): Promise<ReportData> {
  const report = await dataOf(api.api.reports[':number'].$get({ param: { number } }));
  if (!municipality.snapshot) return { report, nearby: { radius: 0, items: [] }, usual: undefined };
  const [nearby, usual] = await Promise.all([
    dataOf(api.api.reports[':number'].nearby.$get({ param: { number } })),
    usualTimes(api, report),
  ]);
  return { report, nearby, usual };
}

/** The times of the category in the area. A code younger than the snapshot is not known to it. */
async function usualTimes(api: PageContext['api'], { category, area }: Report): Promise<ReportData['usual']> {
  const query = { measure: 'close', category: category.code, ...(area ? { area: area.code } : {}) } as const;
  try {
    return await dataOf(api.api.stats['response-times'].$get({ query }));
  } catch (error) {
    if (error instanceof RefusedError && error.status === 422) return undefined;
    throw error;
  }
}
