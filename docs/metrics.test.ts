import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Endpoint } from '#api/stats/answer.ts';
import { backlogEndpoint } from '#api/stats/backlog.ts';
import { breakdownEndpoint } from '#api/stats/breakdown.ts';
import { definitions } from '#api/stats/definitions.ts';
import { duplicatesEndpoint } from '#api/stats/duplicates.ts';
import { hexesEndpoint } from '#api/stats/hexes.ts';
import { hexMetrics } from '#api/stats/hexes.schema.ts';
import { pointsEndpoint } from '#api/stats/points.ts';
import { responseTimesEndpoint } from '#api/stats/response-times.ts';
import { seriesEndpoint } from '#api/stats/series.ts';
import { summaryEndpoint } from '#api/stats/summary.ts';
import { trendsEndpoint } from '#api/stats/trends.ts';
import { testSnapshot } from '#api/stats/testing.ts';

const page = await readFile(new URL('./metrics.md', import.meta.url), 'utf8');

/** The anchor of a heading, as pages and GitHub make it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

test('every definition the API names is a heading, and every heading is a definition some answer names', () => {
  const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading]) => anchor(heading!));
  expect(headings.toSorted()).toEqual([...definitions].toSorted());
  const named = [
    summaryEndpoint,
    hexesEndpoint,
    seriesEndpoint,
    responseTimesEndpoint,
    backlogEndpoint,
    duplicatesEndpoint,
    breakdownEndpoint,
    pointsEndpoint,
    trendsEndpoint,
  ].flatMap((endpoint) => endpoint.definitions);
  expect([...new Set(named)].toSorted()).toEqual([...definitions].toSorted());
});

test('every column of the tables is explained', async () => {
  const snapshot = await testSnapshot([{ received: '2025-05-01T10:00:00Z', area: 'a', point: [9, 45] }]);
  async function header<Options, Data extends object>(
    endpoint: Endpoint<Options, Data>,
    options: Options,
  ): Promise<readonly string[]> {
    return endpoint.table(await endpoint.compute(snapshot, {}, options)).header;
  }
  const columns = [
    await header(summaryEndpoint, {}),
    ...(await Promise.all(hexMetrics.map((metric) => header(hexesEndpoint, { resolution: 9, metric })))),
    await header(seriesEndpoint, { unit: 'month', split: 'area' }),
    await header(responseTimesEndpoint, { measure: 'close', by: 'area', clock: 'elapsed', curve: false }),
    await header(backlogEndpoint, { by: 'area' }),
    await header(duplicatesEndpoint, { limit: 1 }),
    await header(breakdownEndpoint, { by: 'area' }),
    await header(pointsEndpoint, { limit: 1 }),
    await header(trendsEndpoint, {}),
  ].flat();
  const table = page.slice(page.indexOf('## Tables'));
  const explained = (column: string) => /^\d{4}-\d{2}$|^days_\d/.test(column) || table.includes(`\`${column}\``);
  expect(columns.filter((column) => !explained(column))).toEqual([]);
});
