import { readFile } from 'node:fs/promises';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../context.ts';
import type { Markup } from '../parts/markup.ts';
import { breadcrumb, pageMarkup } from '../parts/page.ts';
import { prose } from '../parts/prose.ts';

/** One of the pages that the law asks for; its words are a file in each language. */
export function legalPage(name: 'accessibility' | 'privacy' | 'legal'): (context: PageContext) => Promise<Markup> {
  return async (context) => {
    const { texts, language, municipality } = context;
    const { t } = texts;
    const { licence, attribution } = municipality.settings;
    const file = new URL(`../i18n/pages/${name}.${language}.md`, import.meta.url);
    const values: Record<string, string> = {
      name: plain(municipality.name),
      complete: t(municipality.isDemo ? 'legal.demo' : 'legal.to-complete'),
      licence: licence
        ? t('legal.licence-given', { licence: plain(licence), from: plain(attribution ?? municipality.name) })
        : t('legal.licence-default'),
    };
    const markdown = (await readFile(file, 'utf8')).replaceAll(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
    const title = t(`${name}.title`);
    return pageMarkup(context, {
      title,
      body: html`<div class="container">
        ${breadcrumb(context, [[t('menu.explore'), pageHref(context, '/explore')], [title]])}
        <div class="prose">${prose(markdown)}</div>
      </div>`,
    });
  };
}

/** A name without what Markdown or HTML would understand. */
function plain(text: string): string {
  return text.replaceAll(/[<>&*_`[\]\\]/g, '');
}
