import path from 'node:path';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, Deps } from '../deps.ts';
import { cacheControl, etagOf, matches } from '../http/caching.ts';
import { validationHook } from '../http/errors.ts';
import { filtersOf } from '../http/filters.ts';
import { ProblemError, problemSchema } from '../http/problem.ts';
import { snapshotOf } from '../stats/answer.ts';
import { asOfText } from '../stats/days.ts';
import { definitionLink } from '../stats/definitions.ts';
import { listReports } from './listing.ts';
import { idOfNumber } from './number.ts';
import { readReport } from './reading.ts';
import { reportsNear } from './nearby.ts';
import { listAnswer, listQuery, nearbyAnswer, reportAnswer } from './schema.ts';

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });

const numberParam = z.object({ number: z.string().max(40).openapi({ example: '2026-01234' }) });

const listRoute = createRoute({
  method: 'get',
  path: '/reports',
  tags: ['reports'],
  summary: 'Public reports under filters, in order of arrival.',
  request: { query: listQuery },
  responses: {
    200: { description: 'One page of reports.', content: { 'application/json': { schema: listAnswer } } },
    404: problem('The snapshot asked for is not kept.'),
    422: problem('A filter is unknown or malformed; the answer names it.'),
    503: problem('There is no snapshot yet.'),
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/reports/{number}',
  tags: ['reports'],
  summary: 'One public report with its public story, as it is now.',
  request: { params: numberParam },
  responses: {
    200: { description: 'The report.', content: { 'application/json': { schema: reportAnswer } } },
    404: problem('No public report has this number.'),
  },
});

const nearbyRoute = createRoute({
  method: 'get',
  path: '/reports/{number}/nearby',
  tags: ['reports'],
  summary: 'Public reports of the same kind near this one, the nearest first.',
  request: { params: numberParam },
  responses: {
    200: { description: 'At most five reports.', content: { 'application/json': { schema: nearbyAnswer } } },
    503: problem('There is no snapshot yet.'),
  },
});

/** Reading of reports: lists from snapshots, one report from the database. */
export function reports(deps: Pick<Deps, 'snapshots' | 'database'>) {
  return new OpenAPIHono<AppEnv>({ defaultHook: validationHook })
    .openapi(listRoute, async (c) => {
      const query = c.req.valid('query');
      const snapshot = await snapshotOf(deps, c.get('municipality').slug, query.snapshot);
      const filters = filtersOf(query);
      const page = { order: query.order, limit: query.limit, cursor: query.cursor };
      // Words may be blanked in a version that is kept: the file tells, and caches ask again.
      const etag = etagOf(snapshot.meta.municipality, path.basename(snapshot.file), 'reports', filters, page);
      const headers = { etag, 'cache-control': cacheControl(false) };
      if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers) as never;
      const found = await listReports(snapshot, filters, page);
      const { version, asOf } = snapshot.meta;
      return c.json(
        { snapshot: { version, asOf: asOfText(asOf) }, definitions: [definitionLink('report')], filters, ...found },
        200,
        headers,
      );
    })
    .openapi(oneRoute, async (c) => {
      const municipality = c.get('municipality');
      const id = idOfNumber(c.req.valid('param').number);
      const report = id === undefined ? undefined : await readReport(deps.database.of(municipality.slug), municipality, id);
      if (!report) throw new ProblemError('not-found', 'No public report has this number.');
      return c.json(report, 200, { 'cache-control': 'public, max-age=0, must-revalidate' });
    })
    .openapi(nearbyRoute, async (c) => {
      const snapshot = await snapshotOf(deps, c.get('municipality').slug, undefined);
      return c.json(await reportsNear(snapshot, idOfNumber(c.req.valid('param').number) ?? -1), 200, {
        'cache-control': cacheControl(false),
      });
    });
}
