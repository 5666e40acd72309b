import { readFile } from 'node:fs/promises';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../context.ts';
import type { Markup } from '../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../parts/page.ts';
import { prose } from '../parts/prose.ts';

const file = new URL('../../docs/metrics.md', import.meta.url);

/** What every number means: docs/metrics.md as a page, one anchor for each definition. */
export async function definitionsPage(context: PageContext): Promise<Markup> {
  const { t } = context.texts;
  const title = t('definitions.title');
  const markdown = (await readFile(file, 'utf8')).replace(/^# .*\n/, '');
  return pageMarkup(context, {
    title,
    current: '/definitions',
    body: html`<div class="container">
      ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [title]])}
      <div class="prose">
        <h1>${title}</h1>
        ${context.language !== 'en' && html`<p class="quiet">${t('definitions.language')}</p>`}
        <div lang="en">${prose(markdown)}</div>
      </div>
    </div>`,
  });
}
