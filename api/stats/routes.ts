import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, Deps } from '../deps.ts';
import { type BodyCache, cacheControl } from '../http/caching.ts';
import { validationHook } from '../http/errors.ts';
import { problemSchema } from '../http/problem.ts';
import { answering } from './answer.ts';
import { backlogEndpoint } from './backlog.ts';
import { backlogAnswer, backlogQuery } from './backlog.schema.ts';
import { breakdownEndpoint } from './breakdown.ts';
import { breakdownAnswer, breakdownQuery } from './breakdown.schema.ts';
import { cubeEndpoint } from './cube.ts';
import { cubeAnswer, cubeQuery } from './cube.schema.ts';
import { duplicatesEndpoint } from './duplicates.ts';
import { duplicatesAnswer, duplicatesQuery } from './duplicates.schema.ts';
import { hexesEndpoint } from './hexes.ts';
import { hexesAnswer, hexesQuery } from './hexes.schema.ts';
import { pointsEndpoint } from './points.ts';
import { pointsAnswer, pointsQuery } from './points.schema.ts';
import { responseTimesEndpoint } from './response-times.ts';
import { timesAnswer, timesQuery } from './response-times.schema.ts';
import { seriesEndpoint } from './series.ts';
import { seriesAnswer, seriesQuery } from './series.schema.ts';
import { listSnapshots, snapshotsAnswer } from './snapshots.ts';
import { summaryEndpoint } from './summary.ts';
import { summaryAnswer, summaryQuery } from './summary.schema.ts';
import { trendsEndpoint } from './trends.ts';
import { trendsAnswer, trendsQuery } from './trends.schema.ts';

/** The same rows as a table; kept out of the types, so that the typed client sees the JSON alone. */
const asTable: object = { 'text/csv': { schema: z.string() } };
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });

function statsRoute<const Path extends string, Query extends z.ZodObject, Answer extends z.ZodObject>(
  path: Path,
  summary: string,
  query: Query,
  answer: Answer,
) {
  return createRoute({
    method: 'get',
    path,
    tags: ['numbers'],
    summary,
    description:
      'With `format=csv` or Accept: text/csv the same rows as a table. Answers carry an ETag; with `snapshot` they never change.',
    request: { query },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: answer }, ...asTable } },
      404: problem('The snapshot asked for is not kept.'),
      422: problem('A filter is unknown or malformed; the answer names it.'),
      503: problem('There is no snapshot yet.'),
    },
  });
}

const routes = {
  summary: statsRoute(
    '/stats/summary',
    'Counts, times and shares, and the change against the period before.',
    summaryQuery,
    summaryAnswer,
  ),
  hexes: statsRoute('/stats/hexes', 'Reports by H3 hexagon.', hexesQuery, hexesAnswer),
  cube: statsRoute('/stats/cube', 'Reports by H3 hexagon and month, in compact columns.', cubeQuery, cubeAnswer),
  series: statsRoute('/stats/series', 'Reports received, closed and open over time.', seriesQuery, seriesAnswer),
  times: statsRoute('/stats/response-times', 'Times to take charge, reply and close (Kaplan–Meier).', timesQuery, timesAnswer),
  backlog: statsRoute('/stats/backlog', 'Open reports by age.', backlogQuery, backlogAnswer),
  duplicates: statsRoute(
    '/stats/duplicates',
    'Problems against reports, and clusters of likely duplicates.',
    duplicatesQuery,
    duplicatesAnswer,
  ),
  breakdown: statsRoute('/stats/breakdown', 'Figures for each value of a dimension.', breakdownQuery, breakdownAnswer),
  trends: statsRoute(
    '/stats/trends',
    'What grows and what fades, unusual days, daily counts, weekday by hour.',
    trendsQuery,
    trendsAnswer,
  ),
  points: statsRoute('/stats/points', 'Single reports with a point, the newest first, capped.', pointsQuery, pointsAnswer),
};

const listRoute = createRoute({
  method: 'get',
  path: '/snapshots',
  tags: ['numbers'],
  summary: 'The snapshots that numbers can be asked of.',
  responses: { 200: { description: 'Kept versions.', content: { 'application/json': { schema: snapshotsAnswer } } } },
});

/** Every figure of the public site, read from snapshots. Answers are kept in `cache`, by their ETag. */
export function stats(deps: Pick<Deps, 'snapshots'>, cache?: BodyCache) {
  const { answer, unchanged } = answering(deps, cache);
  const app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use('/stats/*', unchanged);
  return app
    .openapi(routes.summary, (c) => answer(c, c.req.valid('query'), summaryEndpoint))
    .openapi(routes.hexes, (c) => answer(c, c.req.valid('query'), hexesEndpoint))
    .openapi(routes.cube, (c) => answer(c, c.req.valid('query'), cubeEndpoint))
    .openapi(routes.series, (c) => answer(c, c.req.valid('query'), seriesEndpoint))
    .openapi(routes.times, (c) => answer(c, c.req.valid('query'), responseTimesEndpoint))
    .openapi(routes.backlog, (c) => answer(c, c.req.valid('query'), backlogEndpoint))
    .openapi(routes.duplicates, (c) => answer(c, c.req.valid('query'), duplicatesEndpoint))
    .openapi(routes.breakdown, (c) => answer(c, c.req.valid('query'), breakdownEndpoint))
    .openapi(routes.trends, (c) => answer(c, c.req.valid('query'), trendsEndpoint))
    .openapi(routes.points, (c) => answer(c, c.req.valid('query'), pointsEndpoint))
    .openapi(listRoute, async (c) =>
      c.json(await listSnapshots(deps.snapshots, c.get('municipality').slug), 200, { 'cache-control': cacheControl(false) }),
    );
}
