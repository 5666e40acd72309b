import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import path from 'node:path';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../deps.ts';
import { cacheControl, etagOf, matches } from '../http/caching.ts';
import { answerProblem, validationHook } from '../http/errors.ts';
import { filterQuery, filtersOf, type Filters } from '../http/filters.ts';
import { ProblemError, problemSchema } from '../http/problem.ts';
import { snapshotOf } from '../stats/answer.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { referenceOf } from '../stats/reference.ts';
import { whereOf } from '../stats/where.ts';
import { dataPackageAnswer, dataPackageOf } from './data-package.ts';
import type { Format } from './select.ts';
import { ExportsBusy, streamExport } from './stream.ts';
import { isUrl, namesIn, tableSchemaAnswer, tableSchemaOf } from './table-schema.ts';

const mediaTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
};
const retryAfterSeconds = 10;
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });

function exportRoute<const F extends Format>(format: F) {
  return createRoute({
    method: 'get',
    path: `/reports.${format}`,
    tags: ['open data'],
    summary: `All published reports as ${format === 'csv' ? 'CSV' : format === 'geojson' ? 'GeoJSON' : 'Parquet'}.`,
    description:
      'The same filters as the numbers, from the same snapshot. The columns are explained by /open-data/reports.schema.json.',
    request: { query: filterQuery },
    responses: {
      200: { description: 'The rows, streamed.', content: { [mediaTypes[format].split(';')[0]!]: { schema: z.string() } } },
      304: { description: 'Not changed.' },
      404: problem('The snapshot asked for is not kept.'),
      422: problem('A filter is unknown or malformed; the answer names it.'),
      503: problem('Too many downloads at once, or no snapshot yet.'),
    },
  });
}

const schemaRoute = createRoute({
  method: 'get',
  path: '/reports.schema.json',
  tags: ['open data'],
  summary: 'The columns of the published reports, explained (Frictionless Table Schema).',
  responses: {
    200: { description: 'The columns.', content: { 'application/json': { schema: tableSchemaAnswer } } },
    503: problem('There is no snapshot yet.'),
  },
});

const packageRoute = createRoute({
  method: 'get',
  path: '/datapackage.json',
  tags: ['open data'],
  summary: 'All files of a snapshot, explained (Frictionless Data Package).',
  request: { query: z.strictObject({ snapshot: filterQuery.shape.snapshot }) },
  responses: {
    200: { description: 'The package.', content: { 'application/json': { schema: dataPackageAnswer } } },
    404: problem('The snapshot asked for is not kept.'),
    503: problem('There is no snapshot yet.'),
  },
});

/** Everything public, as files: the rows behind every figure. */
export function openData(deps: Pick<Deps, 'snapshots' | 'env'>) {
  const tmp = path.join(deps.env.DATA_DIR, 'tmp');
  const answer = (c: Context<AppEnv>, query: Filters & { snapshot?: string | undefined }, format: Format) =>
    answerExport(c, deps, query, format, tmp) as Promise<never>;
  return new OpenAPIHono<AppEnv>({ defaultHook: validationHook })
    .openapi(exportRoute('csv'), (c) => answer(c, c.req.valid('query'), 'csv'))
    .openapi(exportRoute('geojson'), (c) => answer(c, c.req.valid('query'), 'geojson'))
    .openapi(exportRoute('parquet'), (c) => answer(c, c.req.valid('query'), 'parquet'))
    .openapi(schemaRoute, async (c) => {
      const { meta } = await snapshotOf(deps, c.get('municipality').slug, undefined);
      return c.json(tableSchemaOf(meta), 200, { 'cache-control': cacheControl(false) });
    })
    .openapi(packageRoute, async (c) => {
      const { snapshot } = c.req.valid('query');
      const { meta } = await snapshotOf(deps, c.get('municipality').slug, snapshot);
      return c.json(dataPackageOf(meta), 200, { 'cache-control': cacheControl(snapshot !== undefined) });
    });
}

async function answerExport(
  c: Context<AppEnv>,
  deps: Pick<Deps, 'snapshots'>,
  query: Filters & { snapshot?: string | undefined },
  format: Format,
  tmp: string,
): Promise<Response> {
  const snapshot = await snapshotOf(deps, c.get('municipality').slug, query.snapshot);
  const filters = filtersOf(query);
  const isFiltered = Object.keys(filters).length > 0;
  const where = isFiltered ? whereOf(filters, await referenceOf(snapshot)) : undefined;
  const headers = headersOf(snapshot, filters, format, query.snapshot !== undefined);
  if (matches(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
  if (c.req.method === 'HEAD') return c.body(null, 200, headers);
  try {
    const language = namesIn(snapshot.meta.language);
    return c.body(await streamExport(snapshot, { format, language, where }, tmp), 200, headers);
  } catch (error) {
    if (!(error instanceof ExportsBusy)) throw error;
    const answer = answerProblem(c, new ProblemError('unavailable', 'Too many downloads at once: try again in some seconds.'));
    answer.headers.set('retry-after', String(retryAfterSeconds));
    return answer;
  }
}

function headersOf({ meta, file }: Snapshot, filters: Filters, format: Format, pinned: boolean) {
  const licence = meta.settings.licence;
  const links = ['</open-data/reports.schema.json>; rel="describedby"; type="application/json"'];
  if (licence && isUrl(licence)) links.push(`<${licence}>; rel="license"`);
  return {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${fileName(meta.municipality, meta.version, filters)}.${format}"`,
    'cache-control': cacheControl(pinned),
    etag: etagOf(meta.municipality, path.basename(file), 'open-data', format, filters),
    link: links.join(', '),
  };
}

/** Municipality, snapshot and which filters: days as they are, the others by name (what people type stays out of file names). */
function fileName(municipality: string, version: string, filters: Filters): string {
  const notes = Object.entries(filters).map(([key, value]) => (key === 'from' || key === 'to' ? `${key}-${String(value)}` : key));
  return [municipality, 'reports', version, ...notes].join('-');
}
