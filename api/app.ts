import { OpenAPIHono } from '@hono/zod-openapi';
import { requestId } from 'hono/request-id';
import type { AppEnv, Deps } from './deps.ts';
import { catalogue } from './catalogue/routes.ts';
import { health } from './health.ts';
import { errorHandler, notFoundHandler, validationHook } from './http/errors.ts';
import { chooseMunicipality } from './http/municipality.ts';
import { municipalities } from './municipalities/routes.ts';
import { openData } from './open-data/routes.ts';
import { describe } from './openapi.ts';
import { reports } from './reports/routes.ts';
import { stats } from './stats/routes.ts';

/** The whole API: one visible list of modules. The dashboard mounts itself beside it (api/main.ts). */
export function createApp(deps: Deps) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  app.use(requestId());
  app.route(
    '/health',
    health(() => missing(deps)),
  );
  describe(app);
  app.use(chooseMunicipality(deps.database));
  app.onError(errorHandler(deps.log));
  app.notFound(notFoundHandler);
  return app
    .route('/api', municipalities(deps))
    .route('/api', catalogue(deps))
    .route('/api', reports(deps))
    .route('/api', stats(deps))
    .route('/open-data', openData(deps));
}

/** Type of the API, for its typed client. */
export type AppType = ReturnType<typeof createApp>;

async function missing({ database, snapshots }: Deps): Promise<string | undefined> {
  const first = await database.db
    .selectFrom('platform.municipality')
    .select('slug')
    .orderBy('is_default', 'desc')
    .executeTakeFirst();
  if (!first) return 'no municipality';
  return (await snapshots.current(first.slug)) ? undefined : 'no snapshot';
}
