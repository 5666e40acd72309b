import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import type { DataPackage, OpenDataPage } from './data.ts';

/** Versions in view; the others are in a list to open. */
const inView = 6;

/** Licence, whose data it is, and where programs begin. */
export function about(context: PageContext, files: DataPackage): Markup {
  const { municipality, texts } = context;
  const { t } = texts;
  const source = municipality.settings.attribution ?? municipality.name;
  return html`<section class="block" id="licence" aria-labelledby="licence-title">
    <h2 class="section-title" id="licence-title">${t('open-data.licence')}</h2>
    <p class="mt-3">${licence(context)}</p>
    <p>${t('open-data.attribution')} <q>${t('open-data.cite', { from: source, version: files.version })}</q></p>
    <h3 class="terms-title">${t('open-data.programs')}</h3>
    <ul>
      <li>
        <a href="/open-data/datapackage.json?snapshot=${files.version}">datapackage.json</a>: ${t('open-data.package-note')}
      </li>
      <li><a href="/api/docs">API</a>: ${t('open-data.api-note')}</li>
      <li><a href="${pageHref(context, '/definitions')}">${t('menu.definitions')}</a>: ${t('open-data.definitions-note')}</li>
    </ul>
  </section>`;
}

function licence(context: PageContext): Markup {
  const { t } = context.texts;
  const given = context.municipality.settings.licence;
  if (!given)
    return html`${t('open-data.licence-default')} <a href="${pageHref(context, '/legal-notes')}">${t('legal.title')}</a>`;
  return /^https?:\/\//.test(given)
    ? html`${t('open-data.licence-given')} <a href="${given}" rel="license">${given}</a>`
    : html`${t('open-data.licence-given')} ${given}`;
}

/** The kept versions: each a link that stays true. */
export function versions(context: PageContext, { snapshots, current }: OpenDataPage['versions'], shown: string): Markup {
  const { t } = context.texts;
  const [first, rest] = [snapshots.slice(0, inView), snapshots.slice(inView)];
  const list = (some: typeof snapshots) =>
    html`<ul class="versions list-unstyled">
      ${some.map((one) => version(context, one, { current: one.version === current, shown: one.version === shown }))}
    </ul>`;
  return html`<section class="block" id="versions" aria-labelledby="versions-title">
    <h2 class="section-title" id="versions-title">${t('open-data.versions', { n: snapshots.length })}</h2>
    <p class="mt-3">${t('open-data.versions-note')}</p>
    ${list(first)}
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${t('open-data.versions-more', { n: rest.length })}</summary>
        ${list(rest)}
      </details>`
    }
  </section>`;
}

function version(
  context: PageContext,
  { version: name, asOf }: OpenDataPage['versions']['snapshots'][number],
  { current, shown }: { current: boolean; shown: boolean },
): Markup {
  const { t, format } = context.texts;
  return html`<li>
    <a href="${pageHref(context, '/open-data')}?snapshot=${name}" ${shown && html`aria-current="true"`}>${format.moment(asOf)}</a>
    ${current && html`<span class="badge version-mark">${t('open-data.newest')}</span>`}
    <span class="quiet version-files"
      ><code>${name}</code> ·
      <a href="/open-data/reports.csv?snapshot=${name}" download
        >CSV<span class="visually-hidden"> ${format.moment(asOf)}</span></a
      >
      ·
      <a href="/open-data/datapackage.json?snapshot=${name}"
        >datapackage.json<span class="visually-hidden"> ${format.moment(asOf)}</span></a
      ></span
    >
  </li>`;
}
