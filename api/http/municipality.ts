import { createMiddleware } from 'hono/factory';
import type { Database } from '#sql/connect.ts';
import { listMunicipalities, type Municipality } from '#sql/municipality.ts';
import type { AppEnv } from '../deps.ts';
import { ProblemError } from './problem.ts';

const keepMs = 5_000;

/** The host name chooses the municipality: a registered host, else the slug as first label, else the default one. */
export function chooseMunicipality(database: Database) {
  let known: Promise<Municipality[]> | undefined;
  let readAt = 0;
  const list = () => {
    if (!known || Date.now() - readAt > keepMs) {
      readAt = Date.now();
      known = listMunicipalities(database.db);
      known.catch(() => (known = undefined));
    }
    return known;
  };
  return createMiddleware<AppEnv>(async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    const municipality = ofHost(await list(), host);
    if (!municipality) throw new ProblemError('unavailable', 'No municipality is registered yet.');
    c.set('municipality', municipality);
    await next();
  });
}

/** Which municipality answers for a host name (without port). */
export function ofHost(all: readonly Municipality[], host: string): Municipality | undefined {
  const label = host.split('.')[0];
  return (
    all.find(({ hosts }) => hosts.includes(host)) ??
    (host.includes('.') ? all.find(({ slug }) => slug === label) : undefined) ??
    all.find(({ isDefault }) => isDefault)
  );
}
