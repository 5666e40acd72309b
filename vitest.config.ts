import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,dashboard,etl,sql,docs,bench}/**/*.test.ts'],
    pool: 'forks',
    // One database per worker, a municipality of its own per file: see sql/testing.ts.
    isolate: false,
    maxWorkers: 2,
    // A slow machine may make a browser miss its moment once; a real fault fails twice.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 90_000,
    hookTimeout: 300_000,
    env: { TZ: 'America/Santiago' },
  },
});
