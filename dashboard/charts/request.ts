import { Temporal } from 'temporal-polyfill';
import { RefusedError } from '../client.ts';
import type { PageContext } from '../context.ts';
import type { ChartRequest } from './chart.ts';

/**
 * What a page or a file asks its charts with: the fields of the address that say something (one given twice is a list), its pinned
 * snapshot or else the newest. Errors: `RefusedError` when there is no snapshot yet.
 */
export function chartRequest({ api, municipality, query }: Pick<PageContext, 'api' | 'municipality' | 'query'>): ChartRequest {
  const { snapshot: asked, ...fields } = fieldsOf(new URLSearchParams(query));
  const version = asked ?? municipality.snapshot?.version;
  if (!version) throw new RefusedError({ type: '', title: 'There is no snapshot yet.', status: 503 });
  return { api, query: fields, snapshot: version, today: dayOf(version, municipality.timezone) };
}

function fieldsOf(parameters: URLSearchParams): Record<string, string> {
  const names = [...new Set(parameters.keys())];
  const fields = names.map((name) => [name, parameters.getAll(name).filter(Boolean).join(',')] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}

/** The local day of a version, whose name begins with its moment in UTC (20260101T030000Z-…); the day of now for another text. */
function dayOf(version: string, timezone: string): string {
  const [, date, time] = /^(\d{8})T(\d{6})Z/.exec(version) ?? [];
  const moment = date ? Temporal.Instant.from(`${date}T${time}Z`) : Temporal.Now.instant();
  return moment.toZonedDateTimeISO(timezone).toPlainDate().toString();
}
