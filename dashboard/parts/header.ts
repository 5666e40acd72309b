import { html } from 'hono/html';
import { inLanguage, pageHref, type PageContext } from '../context.ts';
import type { TextKey } from '../i18n/texts.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';

/** The main menu: every page that exists. */
export const menu: readonly { path: string; words: TextKey }[] = [
  { path: '/', words: 'menu.home' },
  { path: '/explore', words: 'menu.explore' },
  { path: '/response-times', words: 'times.title' },
  { path: '/trends', words: 'trends.title' },
  { path: '/duplicates', words: 'duplicates.title' },
  { path: '/open-data', words: 'open-data.title' },
  { path: '/definitions', words: 'menu.definitions' },
];

/** The two rows at the head of every page: the municipality's own, and this service's. */
export function header(context: PageContext, current?: string): Markup {
  const { texts, municipality } = context;
  return html`<header class="it-header-wrapper" data-element="header">
    <div class="it-header-slim-wrapper">
      <div class="container">
        <div class="it-header-slim-wrapper-content">
          <p class="navbar-brand slim-note">${slimNote(context)}</p>
          <div class="it-header-slim-right-zone" data-region="language">${languageLink(context)}</div>
        </div>
      </div>
    </div>
    <div class="it-nav-wrapper">
      <div class="container">
        <div class="nav-bar d-flex align-items-center">
          <div class="it-header-center-wrapper">
            <div class="it-brand-wrapper">
              <a class="brand d-flex align-items-center text-decoration-none" href="${pageHref(context, '/')}"
                >${icon('crest')}<span class="it-brand-text"
                  ><span class="it-brand-title">${municipality.name}</span
                  ><span class="it-brand-tagline">${texts.t('site.reports')}</span></span
                ></a
              >
            </div>
          </div>
          <nav class="it-header-navbar-wrapper d-none d-lg-block" aria-label="${texts.t('site.menu')}">
            ${links(context, current)}
          </nav>
          <details class="menu ms-auto d-lg-none">
            <summary class="btn btn-plain">${icon('burger')}<span class="visually-hidden">${texts.t('site.menu')}</span></summary>
            <nav class="menu-sheet" aria-label="${texts.t('site.menu')}">${links(context, current)}</nav>
          </details>
        </div>
      </div>
    </div>
  </header>`;
}

function links(context: PageContext, current?: string): Markup {
  return html`<ul class="navbar-nav nav">
    ${menu.map(
      ({ path, words }) =>
        html`<li class="nav-item">
          <a
            class="nav-link ${path === current ? 'active' : ''}"
            ${path === current && html`aria-current="page"`}
            href="${pageHref(context, path)}"
            >${context.texts.t(words)}</a
          >
        </li>`,
    )}
  </ul>`;
}

function slimNote({ texts: { t }, municipality }: PageContext): Markup | string {
  if (!municipality.isDemo) return municipality.name;
  return html`<strong class="badge demo-mark">${t('demo.mark')}</strong> ${t('demo.note')}`;
}

function languageLink(context: PageContext): Markup {
  const other = context.language === 'it' ? 'en' : 'it';
  return html`<a class="nav-link" href="${inLanguage(context, other)}" hreflang="${other}" lang="${other}"
    >${context.texts.t('site.other-language')}</a
  >`;
}
