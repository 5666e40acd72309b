import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,dashboard,etl,sql,docs,bench}/**/*.test.ts'],
    pool: 'forks',
    // One database per worker, a municipality of its own per file: see sql/testing.ts.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { TZ: 'America/Santiago' },
  },
});
