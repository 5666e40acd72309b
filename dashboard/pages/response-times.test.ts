import { beforeAll, describe, expect, test } from 'vitest';
import type { ResponseTimes } from '#api/stats/response-times.schema.ts';
import { allWords, fetchPage, words } from '../testing/documents.ts';
import { testTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await testTown();
});

const open = (address: string, language?: string) => fetchPage(town.url + address, language);
const year = 'from=2025-11-21&to=2026-11-20';
const plates = ['times-curve', 'times-by-category', 'times-by-quarter', 'times-by-area', 'times-by-office', 'times-by-channel'];

describe('the page of response times', () => {
  test('tells of the last twelve months, with the figures of the API', async () => {
    const { document } = await open('/it/response-times');
    const { all } = await town.api<ResponseTimes>(`/stats/response-times?${year}`);
    const days = (value: number | null) => `${Math.ceil(value!)} giorni`;
    expect(words(document, 'h1').replaceAll('\u00a0', ' ')).toContain(`entro ${days(all.p50)}`);
    expect(
      allWords(document, '.fig-value')
        .slice(0, 3)
        .map((text) => Number.parseInt(text, 10)),
    ).toEqual([all.p50, all.p75, all.p90].map((value) => Math.ceil(value!)));
    expect(words(document, '.lede')).toContain(`anche le ${all.censored} che ancora aspettano`);
  });

  test('has its plates, each with a title, a table, a source, a definition and its files', async () => {
    const { document } = await open('/it/response-times');
    expect([...document.querySelectorAll('.plate')].map(({ id }) => id)).toEqual(plates);
    for (const plate of document.querySelectorAll('.plate')) {
      expect(words(plate, '.plate-title').length).toBeGreaterThan(10);
      expect(plate.querySelectorAll('tbody tr').length).toBeGreaterThan(1);
      expect(words(plate, 'figcaption')).toContain('snapshot del 20 novembre 2026, ore 10:00');
      expect(allWords(plate, '.plate-tools a')).toEqual(['Scarica CSV', 'Scarica SVG', 'Scarica PNG', 'Link permanente']);
      expect(plate.querySelectorAll('svg[role="img"][aria-labelledby]')).toHaveLength(2);
    }
  });

  test('compares categories, and marks the chosen one among the others', async () => {
    const { document } = await open('/it/response-times?category=buche');
    expect(words(document, 'h1')).toMatch(/^Buche e asfalto: /);
    expect(document.querySelectorAll('#times-by-category tbody tr').length).toBeGreaterThan(5);
    expect(document.querySelector('#times-by-category text[font-weight="600"][x="0"]:not([y="60"])')).not.toBeNull();
    expect(document.querySelector('#times-category option[selected]')?.getAttribute('value')).toBe('buche');
  });

  test('tells of another time, and keeps the filters', async () => {
    const { document } = await open('/it/response-times?measure=taken&category=buche');
    expect(words(document, 'h1')).toContain('è presa in carico entro');
    const links = [...document.querySelectorAll('.bar-measure a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/it/response-times?measure=taken&category=buche',
      '/it/response-times?measure=reply&category=buche',
      '/it/response-times?category=buche',
    ]);
    expect(links[0]!.getAttribute('aria-current')).toBe('true');
  });

  test('sends its form to a tidy address', async () => {
    const { address } = await open('/it/response-times?category=&period=2025&area=');
    expect(address).toBe('/it/response-times?from=2025-01-01&to=2025-12-31');
  });

  test('says when there is too little to tell, and when there is nothing', async () => {
    const few = await open('/it/response-times?from=2026-03-01&to=2026-03-02&category=scuole');
    expect(words(few.document, 'h1')).toMatch(/(Solo \d segnalazioni|Una sola segnalazione): tropp|Nessuna segnalazione/i);
    const none = await open('/it/response-times?from=2010&to=2011');
    expect(none.status).toBe(200);
    expect(words(none.document, 'h1')).toBe('Nessuna segnalazione di cui si conosca il tempo');
    expect(none.document.querySelectorAll('.plate')).toHaveLength(0);
  });

  test('names the field that is not valid', async () => {
    expect((await open('/it/response-times?measure=now')).status).toBe(422);
    expect((await open('/it/response-times?category=unknown')).status).toBe(422);
    expect((await open('/it/response-times?from=2025-02-31')).status).toBe(422);
  });

  test('is small, and has no Italian on the English page', async () => {
    const { text, document } = await open('/en/response-times');
    expect(text.length).toBeLessThan(100_000);
    expect(words(document, 'main')).not.toMatch(/\b(metà|giorni|entro|segnalazioni|trimestre|Tabella|Grafico)\b/);
  });
});

describe('the files of a chart', () => {
  const fileOf = async (name: string, extension: string) => {
    const { document } = await open(`/it/response-times?category=buche&${year}`);
    const links = [...document.querySelectorAll(`#${name} .plate-tools a`)].map((link) => link.getAttribute('href')!);
    return fetch(town.url + links.find((href) => href.includes(`.${extension}?`)));
  };

  test('are pinned to the snapshot, and kept for ever', async () => {
    const response = await fileOf('times-curve', 'svg');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(new URL(response.url).searchParams.get('snapshot')).toMatch(/^\d{8}T/);
  });

  test('as SVG it carries title, source and date, in colours that need no style sheet', async () => {
    for (const name of plates) {
      const svg = await (await fileOf(name, 'svg')).text();
      expect(svg).toContain('snapshot del 20 novembre 2026, ore 10:00');
      expect(svg).not.toMatch(/var\(|NaN|undefined|data-mark/);
    }
  });

  test('as PNG it is a picture', async () => {
    const response = await fileOf('times-by-category', 'png');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([...bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  test('as CSV it has exactly the rows of the table', async () => {
    const { document } = await open(`/it/response-times?category=buche&${year}`);
    const rows = (await (await fileOf('times-by-category', 'csv')).text()).trimEnd().split('\r\n');
    expect(rows[0]).toBe('category,p50_days,p75_days,p90_days,on_time_share,reports,still_open');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(allWords(document, '#times-by-category tbody th'));
  });

  test('answer what is wrong as the API does, and 404 for what is no chart', async () => {
    const status = async (address: string) => (await fetch(town.url + address)).status;
    expect(await status('/charts/times-curve.svg?measure=now')).toBe(422);
    expect(await status('/charts/times-curve.svg?snapshot=20200101T000000Z-00000000')).toBe(404);
    expect(await status('/charts/nothing.svg')).toBe(404);
    expect(await status('/charts/times-curve.exe')).toBe(404);
  });
});
