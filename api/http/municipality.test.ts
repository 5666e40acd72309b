import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { testMunicipality } from '#sql/testing.ts';
import type { AppEnv } from '../deps.ts';
import { errorHandler } from './errors.ts';
import { chooseMunicipality, ofHost } from './municipality.ts';

const one = (slug: string, more: Partial<Municipality> = {}): Municipality => ({
  slug,
  name: slug,
  hosts: [],
  isDefault: false,
  isDemo: false,
  timezone: 'Europe/Rome',
  language: 'it',
  ...more,
});
const all = [
  one('borgo', { isDefault: true }),
  one('alessandria', { hosts: ['segnala.comune.alessandria.it', 'boston.example.it'] }),
  one('boston'),
];

test.each([
  ['segnala.comune.alessandria.it', 'alessandria', 'a registered host'],
  ['boston.example.it', 'alessandria', 'a registered host goes before the first label'],
  ['boston.localhost', 'boston', 'the slug is the first label'],
  ['boston.civic.example', 'boston', 'the slug is the first label, anywhere'],
  ['www.boston.example', 'borgo', 'a later label means nothing'],
  ['boston', 'borgo', 'a bare name is a machine, not a label'],
  ['localhost', 'borgo', 'the default one'],
  ['127.0.0.1', 'borgo', 'an address'],
  ['[::1]', 'borgo', 'an address of six'],
  ['unknown.example', 'borgo', 'a host nobody registered'],
  ['', 'borgo', 'no host at all'],
])('"%s" is answered by %s: %s', (host, slug) => {
  expect(ofHost(all, host)?.slug).toBe(slug);
});

test('without a default one, an unknown host is answered by nobody', () => {
  expect(ofHost(all.slice(1), 'localhost')).toBeUndefined();
  expect(ofHost([], 'boston.localhost')).toBeUndefined();
});

/** What a server says that asks for the municipality of this host. */
async function answer(database: Database, host: string): Promise<[number, string]> {
  const app = new Hono<AppEnv>().use(chooseMunicipality(database)).get('/', (c) => c.text(c.var.municipality.slug));
  app.onError(errorHandler(() => {}));
  const response = await app.request('/', { headers: { host } });
  return [response.status, await response.text()];
}

test('of a host, its case and its port do not matter', async () => {
  const { database, municipality } = await testMunicipality();
  const { slug } = municipality;
  const host = `segnala.${slug}.it`;
  await database.db
    .updateTable('platform.municipality')
    .set({ hosts: [host] })
    .where('slug', '=', slug)
    .execute();
  for (const written of [host, `${host}:8443`, host.toUpperCase(), `${slug.toUpperCase()}.LOCALHOST:3000`]) {
    expect(await answer(database, written)).toEqual([200, slug]);
  }
});

test('before any municipality is registered, the answer says so', async () => {
  const none = { db: { selectFrom: () => nothing } } as unknown as Database;
  const [status, body] = await answer(none, 'localhost');
  expect(status).toBe(503);
  expect(body).toContain('No municipality is registered yet.');
});

const nothing = { selectAll: () => nothing, orderBy: () => nothing, execute: async () => [] };
