import { html, raw } from 'hono/html';
import { inLanguage, type PageContext } from '../context.ts';
import { languages } from '../i18n/language.ts';
import { themePath } from '../theme.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';
import type { Markup } from './markup.ts';

/** One page: its words for the head, its body, and which elements it wants. */
export interface Page {
  title: string;
  description?: string;
  /** Path of the entry of the main menu that is current. */
  current?: string;
  /** Uses the whole width of the window. */
  wide?: boolean;
  /** File names of the elements (dashboard/elements) whose scripts to load. */
  elements?: readonly string[];
  body: Markup;
}

/** The whole document. */
export function pageMarkup(context: PageContext, page: Page): Markup {
  const { language, texts } = context;
  const { t } = texts;
  return html`<!doctype html>
    <html lang="${language}">
      ${head(context, page)}
      <body class="${page.wide ? 'is-wide' : ''}">
        <div class="skiplinks">
          <a class="visually-hidden-focusable" href="#main">${t('site.skip-to-content')}</a>
          <a class="visually-hidden-focusable" href="#footer">${t('site.skip-to-footer')}</a>
        </div>
        ${header(context, page.current)}
        <main id="main" tabindex="-1">${page.body}</main>
        ${footer(context)}
      </body>
    </html>`;
}

/** A document to be shown in a frame of another site: no header and no footer, links open outside of the frame. */
export function embedMarkup(context: PageContext, page: Page): Markup {
  return html`<!doctype html>
    <html lang="${context.language}">
      ${head(context, page, html`<base target="_blank" />`)}
      <body class="embed">
        <main id="main">${page.body}</main>
      </body>
    </html>`;
}

function head(context: PageContext, page: Page, more: Markup | string = ''): Markup {
  const { texts, municipality, assets } = context;
  const scripts = (page.elements ?? []).flatMap((name) => assets.script(name) ?? []);
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title} · ${texts.t('site.reports')} · ${municipality.name}</title>
    ${page.description && html`<meta name="description" content="${page.description}" />`}
    <meta name="color-scheme" content="light dark" />
    ${assets.fonts.map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`)}
    ${assets.styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
    <link rel="stylesheet" href="${themePath(municipality.settings.colour)}" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${languages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${inLanguage(context, one)}" />`)}
    ${scripts.map((script) => html`<script type="module" src="${script}"></script>`)} ${more}
  </head>`;
}

/** Breadcrumb: pairs of words and address; the last is this page, without address. */
export function breadcrumb({ texts: { t } }: PageContext, steps: readonly (readonly [string, string?])[]): Markup {
  return html`<nav class="breadcrumb-container" aria-label="${t('site.breadcrumb')}">
    <ol class="breadcrumb" data-element="breadcrumb">
      ${steps.map(([words, address]) =>
        address
          ? html`<li class="breadcrumb-item"><a href="${address}">${words}</a><span class="separator">${raw('/')}</span></li>`
          : html`<li class="breadcrumb-item active" aria-current="page">${words}</li>`,
      )}
    </ol>
  </nav>`;
}
