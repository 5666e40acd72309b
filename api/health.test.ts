import { expect, test } from 'vitest';
import type { Database } from '#sql/connect.ts';
import { testMunicipality } from '#sql/testing.ts';
import { createApp } from './app.ts';
import type { Snapshots } from './snapshots/snapshot.ts';
import { testSnapshot, testSnapshots } from './stats/testing.ts';
import { readEnv } from './env.ts';

async function asked(database: Database, snapshots: Snapshots, place: string) {
  const app = createApp({ env: readEnv({}), database, snapshots, clock: () => new Date(), log: () => {} });
  const answer = await app.request(place);
  return [answer.status, await answer.json(), answer.headers.get('cache-control')];
}

test('without a municipality it lives, and is not ready', async () => {
  const { database } = await testMunicipality();
  await database
    .transaction(null, async ({ db }) => {
      await db.deleteFrom('platform.municipality').execute();
      const empty = { ...database, db };
      expect(await asked(empty, testSnapshots(), '/health/ready')).toEqual([
        503,
        { ready: false, reason: 'no municipality' },
        'no-store',
      ]);
      expect(await asked(empty, testSnapshots(), '/health/live')).toEqual([200, { live: true }, 'no-store']);
      throw new Kept();
    })
    .catch((error: unknown) => expect(error).toBeInstanceOf(Kept));
});

test('without a snapshot it is not ready; with one it is', async () => {
  const { database } = await testMunicipality();
  expect(await asked(database, testSnapshots(), '/health/ready')).toEqual([
    503,
    { ready: false, reason: 'no snapshot' },
    'no-store',
  ]);
  const snapshots = testSnapshots(await testSnapshot([{ received: '2025-12-01T10:00:00Z' }]));
  expect(await asked(database, snapshots, '/health/ready')).toEqual([200, { ready: true }, 'no-store']);
});

/** Rolls the transaction back: other files of this worker have their municipalities. */
class Kept extends Error {}
