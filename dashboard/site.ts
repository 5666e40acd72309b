import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { pageSecurity } from '#api/http/security.ts';
import { type Assets, builtFiles, openAssets } from './assets.ts';
import { type ChartFile, chartFile } from './charts/files.ts';
import { dist } from './build.ts';
import { type Api, clientOf, RefusedError } from './client.ts';
import type { PageContext } from './context.ts';
import { type Language, languages, negotiate } from './i18n/language.ts';
import { textsFor } from './i18n/texts.ts';
import { municipalityFor } from './municipality.ts';
import { definitionsPage } from './pages/definitions.ts';
import { duplicatesPage } from './pages/duplicates/duplicates.ts';
import { errorPage, type PageError } from './pages/error.ts';
import { embedExplore } from './pages/explore/embed.ts';
import { explore, exploreCell } from './pages/explore/explore.ts';
import { home } from './pages/home/home.ts';
import { search } from './pages/home/search.ts';
import { howToReport } from './pages/how-to-report.ts';
import { legalPage } from './pages/legal.ts';
import { openDataPage } from './pages/open-data/open-data.ts';
import { placePage } from './pages/places/place.ts';
import { placesPage } from './pages/places/places.ts';
import { report } from './pages/report/report.ts';
import { responseTimes } from './pages/response-times/response-times.ts';
import { trendsPage } from './pages/trends/trends.ts';
import type { Markup } from './parts/markup.ts';
import { crest } from './parts/icon.ts';
import { themeSheet } from './theme.ts';

type SiteEnv = { Variables: { page: PageContext } };

/** What draws a page; a text is an address to go to instead. */
type Draw = (page: PageContext) => Markup | { redirect: string } | Promise<Markup | { redirect: string }>;

/** Where the pages begin that others may put into a frame of their own. */
const embedded = '/embed/';

/** Every page by its address; each is also under /it and /en. */
const pages: readonly [string, Draw][] = [
  ['/', home],
  ['/search', search],
  ['/report', howToReport],
  ['/explore', explore],
  ['/explore/cell', exploreCell],
  [`${embedded}explore`, embedExplore],
  ['/reports/:number', report],
  ['/response-times', responseTimes],
  ['/trends', trendsPage],
  ['/duplicates', duplicatesPage],
  ['/areas', placesPage('area')],
  ['/areas/:code{.+}', placePage('area')],
  ['/offices', placesPage('office')],
  ['/offices/:code{.+}', placePage('office')],
  ['/open-data', openDataPage],
  ['/definitions', definitionsPage],
  ['/accessibility', legalPage('accessibility')],
  ['/privacy', legalPage('privacy')],
  ['/legal-notes', legalPage('legal')],
];

/** What the pages may be given instead of the built files (tests). */
export interface SiteOptions {
  assets?: Assets;
  log?: (line: string, fields?: Record<string, unknown>) => void;
}

/** The pages before the API: what is no page is the API's to answer. Wants the built files of `dist`. */
export function createSite(api: Api, { assets, log }: SiteOptions = {}) {
  const site = new Hono<SiteEnv>();
  const drawn = pageHandlers(api, assets ? () => Promise.resolve(assets) : openAssets(dist), log);
  site.route('/', builtFiles(dist));
  site.get('/theme/:name', (c) => {
    const sheet = themeSheet(c.req.param('name'));
    return sheet ? c.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': forEver }) : c.notFound();
  });
  site.get('/icon.svg', (c) =>
    c.body(crest(), 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  for (const [path, draw] of pages) {
    const addresses = [path, ...languages.map((language) => `/${language}${path === '/' ? '' : path}`)];
    const security = pageSecurity({ framed: path.startsWith(embedded) });
    site.on('GET', addresses, security, compress(), (c) => drawn.page(c, ownPath(c.req.path), draw));
  }
  const chartAddresses = ['', ...languages.map((language) => `/${language}`)].map((prefix) => `${prefix}/charts/:file`);
  site.on('GET', chartAddresses, pageSecurity(), compress(), (c) => drawn.chart(c, c.req.param('file') ?? ''));
  site.all('*', async (c) => {
    const answer = await api.fetch(c.req.raw, c.env);
    return wantsPage(c, answer) ? drawn.error(c, { status: 404 }) : answer;
  });
  return site;
}

/** Scheme and host as the reader sees them: a proxy before this server says whether they came by HTTPS. */
function originOf(c: Context): string {
  const { protocol, host } = new URL(c.req.url);
  return `${c.req.header('x-forwarded-proto') === 'https' ? 'https:' : protocol}//${host}`;
}

/** The address of a page without the language. */
function ownPath(path: string): string {
  const own = languages.reduce((rest, one) => (rest === `/${one}` || rest.startsWith(`/${one}/`) ? rest.slice(3) : rest), path);
  return own || '/';
}

const forEver = 'public, max-age=31536000, immutable';
const machines = /^\/(api|open-data|open311|ogc|feeds|health|metrics|assets)(\/|$)/;

function wantsPage(c: Context, answer: Response): boolean {
  return answer.status === 404 && !machines.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');
}

function pageHandlers(api: Api, assets: () => Promise<Assets>, log: SiteOptions['log'] = () => undefined) {
  async function contextOf(c: Context, path: string): Promise<PageContext> {
    const client = clientOf(api, c.req.raw);
    const [municipality, files] = await Promise.all([municipalityFor(client), assets()]);
    const fixed = languages.find((one) => c.req.path === `/${one}` || c.req.path.startsWith(`/${one}/`));
    const own: Language = municipality.language === 'it' ? 'it' : 'en';
    const language = fixed ?? negotiate(c.req.header('accept-language'), own);
    return {
      api: client,
      assets: files,
      municipality,
      language,
      texts: textsFor(language, municipality.timezone),
      prefix: fixed ? `/${fixed}` : '',
      path,
      query: new URL(c.req.url).search.slice(1),
      origin: originOf(c),
    };
  }
  async function error(c: Context, problem: PageError, known?: PageContext): Promise<Response> {
    const context = known ?? (await contextOf(c, '/explore'));
    return send(c, await errorPage(context, problem), problem.status);
  }
  async function page(c: Context, path: string, draw: Draw): Promise<Response> {
    let context: PageContext | undefined;
    try {
      context = await contextOf(c, path);
      const markup = await draw(context);
      return typeof markup === 'object' && 'redirect' in markup ? c.redirect(markup.redirect, 302) : send(c, markup, 200);
    } catch (cause) {
      if (cause instanceof RefusedError && cause.status < 500) return error(c, cause, context);
      const unavailable = cause instanceof RefusedError && cause.status === 503;
      if (!unavailable)
        log('page', { path: c.req.path, message: String(cause), stack: cause instanceof Error ? cause.stack : undefined });
      return error(c, { status: unavailable ? 503 : 500 }, context);
    }
  }
  /** A file of a chart; refusals as the API says them. */
  async function chart(c: Context, name: string): Promise<Response> {
    try {
      const file = await chartFile(await contextOf(c, '/charts'), name);
      return file ? sendFile(c, file) : c.notFound();
    } catch (cause) {
      if (!(cause instanceof RefusedError)) log('chart', { path: c.req.path, message: String(cause) });
      const { status, message, errors } =
        cause instanceof RefusedError ? cause : { status: 500, message: 'Internal error', errors: [] };
      const kind = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
      return c.body(JSON.stringify({ title: message, status, errors }), status as 500, kind);
    }
  }
  return { page, error, chart };
}

function sendFile(c: Context, { body, type, name, pinned }: ChartFile): Response {
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': pinned ? forEver : 'public, max-age=60',
    vary: 'Accept-Language',
  });
}

async function send(c: Context, markup: Markup, status: number): Promise<Response> {
  c.header('vary', 'Accept-Language');
  c.header('cache-control', status === 200 ? 'public, max-age=60' : 'no-store');
  return c.html(tight((await markup).toString()), status as 200);
}

/** Without the indentation of the templates, which is a fifth of a page; a line break stays, as it may be a blank between words. */
function tight(page: string): string {
  return /<(pre|textarea)\b/.test(page) ? page : page.replaceAll(/\s*\n\s*/g, '\n');
}
