import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { AppEnv, Deps } from '../deps.ts';
import { bodyCache, cacheControl, etagOf, matches } from '../http/caching.ts';
import { validationHook } from '../http/errors.ts';
import { problemSchema } from '../http/problem.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { snapshotOf } from '../stats/answer.ts';
import { areasOf, categoriesOf, channelsOf, officesOf, streetsOf } from './catalogue.ts';
import { areasAnswer, catalogueQuery, categoriesAnswer, channelsAnswer, officesAnswer, streetsAnswer } from './schema.ts';

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });

function listRoute<const Path extends string, Answer extends z.ZodType>(path: Path, summary: string, answer: Answer) {
  return createRoute({
    method: 'get',
    path,
    tags: ['municipality'],
    summary,
    request: { query: catalogueQuery },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: answer } } },
      404: problem('The snapshot asked for is not kept.'),
      422: problem('A parameter is unknown or malformed; the answer names it.'),
      503: problem('There is no snapshot yet.'),
    },
  });
}

const routes = {
  areas: listRoute('/areas', 'Areas (neighbourhoods, districts) as GeoJSON.', areasAnswer),
  streets: listRoute('/streets', 'Streets, water, railways and parks as GeoJSON: the plain base map.', streetsAnswer),
  categories: listRoute('/categories', 'Categories, on two levels.', categoriesAnswer),
  offices: listRoute('/offices', 'Offices and contractors.', officesAnswer),
  channels: listRoute('/channels', 'Ways in which reports arrive.', channelsAnswer),
};

const cacheBytes = 64 * 2 ** 20;

/** The lists that figures and reports refer to, as they were in a snapshot. */
export function catalogue(deps: Pick<Deps, 'snapshots'>) {
  const bodies = bodyCache(cacheBytes);

  async function answer<Data>(
    c: Context<AppEnv>,
    version: string | undefined,
    name: string,
    read: (snapshot: Snapshot) => Promise<Data>,
  ): Promise<TypedResponse<Data, 200, 'json'>> {
    const snapshot = await snapshotOf(deps, c.get('municipality').slug, version);
    const etag = etagOf(snapshot.meta.municipality, snapshot.meta.version, name);
    const headers = {
      etag,
      'cache-control': cacheControl(version !== undefined),
      'content-type': 'application/json; charset=utf-8',
    };
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers) as never;
    const body = bodies.get(etag) ?? JSON.stringify(await read(snapshot));
    bodies.set(etag, body);
    // The text is the JSON of Data: the type checker cannot see through a cached text.
    return c.body(body, 200, headers) as never;
  }

  return new OpenAPIHono<AppEnv>({ defaultHook: validationHook })
    .openapi(routes.areas, (c) => answer(c, c.req.valid('query').snapshot, 'areas', areasOf))
    .openapi(routes.streets, (c) => answer(c, c.req.valid('query').snapshot, 'streets', streetsOf))
    .openapi(routes.categories, (c) => answer(c, c.req.valid('query').snapshot, 'categories', categoriesOf))
    .openapi(routes.offices, (c) => answer(c, c.req.valid('query').snapshot, 'offices', officesOf))
    .openapi(routes.channels, (c) => answer(c, c.req.valid('query').snapshot, 'channels', channelsOf));
}
