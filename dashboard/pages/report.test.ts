import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#api/reports/schema.ts';
import { accessibilityProblems, newPage } from '../testing/browser.ts';
import { fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
let closed: Report;
beforeAll(async () => {
  town = await testTown();
  const { items } = await town.api<{ items: Report[] }>('/reports?order=closed&limit=1');
  closed = await town.api<Report>(`/reports/${items[0]!.number}`);
});

describe('the page of a report', () => {
  test('tells its public story in order, each step with its hash', async () => {
    const { document } = await fetchPage(`${town.url}/it/reports/${closed.number}`);
    const told = [...document.querySelectorAll('.story-proof code')].map(({ textContent }) => textContent);
    expect(told.length).toBeGreaterThan(1);
    expect(closed.events.map(({ hash }) => hash)).toEqual(expect.arrayContaining(told));
    expect(words(document, 'h1')).toBe(closed.title ?? closed.category.name.it);
    expect(words(document, '.report-meta')).toContain(closed.number);
  });

  test('is found by the bare number too, and sends to its full address', async () => {
    const answer = await fetch(`${town.url}/en/reports/${closed.id}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`/en/reports/${closed.number}`);
  });

  test('of nobody, or of one that is not public, is not found', async () => {
    expect((await fetchPage(`${town.url}/it/reports/2026-99999`)).status).toBe(404);
    expect((await fetchPage(`${town.url}/it/reports/abc`)).status).toBe(404);
  });

  test.each(['light', 'dark'] as const)('has nothing in the way of anybody (%s)', async (colorScheme) => {
    await using opened = await newPage({ colorScheme, javaScriptEnabled: true, viewport: { width: 390, height: 844 } });
    await opened.page.goto(`${town.url}/it/reports/${closed.number}`);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(opened.problems).toEqual([]);
  });
});
