import { html } from 'hono/html';
import { pageHref, type PageContext } from '../context.ts';
import type { TextKey } from '../i18n/texts.ts';
import type { Markup } from './markup.ts';

interface Link {
  words: TextKey;
  path: string;
  /** Same in every language: a program's address, not a page. */
  plain?: true;
  element?: string;
}

const columns: readonly { title: TextKey; links: readonly Link[] }[] = [
  {
    title: 'footer.data',
    links: [
      { words: 'footer.definitions', path: '/definitions' },
      { words: 'open-data.title', path: '/open-data' },
      { words: 'places.areas', path: '/areas' },
      { words: 'places.offices', path: '/offices' },
      { words: 'footer.download', path: '/open-data/reports.csv', plain: true },
      { words: 'footer.api', path: '/api/docs', plain: true },
    ],
  },
  {
    title: 'footer.site',
    links: [
      { words: 'footer.report', path: '/report', element: 'report-inefficiency' },
      { words: 'accessibility.title', path: '/accessibility', element: 'accessibility-link' },
      { words: 'privacy.title', path: '/privacy', element: 'privacy-policy-link' },
      { words: 'legal.title', path: '/legal-notes', element: 'legal-notes' },
    ],
  },
];

/** The foot of every page: who publishes it, where the data is, and the pages the law asks for. */
export function footer(context: PageContext): Markup {
  const { texts, municipality } = context;
  const { t, format } = texts;
  const { attribution, licence } = municipality.settings;
  return html`<footer class="it-footer" id="footer">
    <div class="container">
      <div class="it-footer-main row">
        <div class="col-12 col-lg-4 footer-column">
          <h2 class="footer-heading-title">${municipality.name}</h2>
          <p>${municipality.isDemo ? t('demo.footer') : t('footer.publisher', { name: municipality.name })}</p>
        </div>
        ${columns.map(
          (column) =>
            html`<div class="col-12 col-sm-6 col-lg-3 footer-column">
              <h2 class="footer-heading-title">${t(column.title)}</h2>
              <ul class="list-unstyled">
                ${column.links.map((link) => footerLink(context, link))}
              </ul>
            </div>`,
        )}
      </div>
      <p class="it-footer-small-prints">
        ${municipality.snapshot ? t('footer.snapshot', { when: format.moment(municipality.snapshot.asOf) }) : ''}
        ${attribution ? t('footer.attribution', { from: attribution }) : ''} ${licence ? t('footer.licence', { licence }) : ''}
        ${t('footer.made-with')}
      </p>
    </div>
  </footer>`;
}

function footerLink(context: PageContext, { words, path, plain, element }: Link): Markup {
  const address = plain ? path : pageHref(context, path);
  return html`<li>
    <a href="${address}" ${element ? html`data-element="${element}"` : ''}>${context.texts.t(words)}</a>
  </li>`;
}
