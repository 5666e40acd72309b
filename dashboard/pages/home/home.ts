import { html } from 'hono/html';
import type { PageContext } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';
import { pageMarkup } from '../../parts/page.ts';
import { answers } from './answers.ts';
import { loadHome } from './data.ts';
import { figures } from './figures.ts';
import { homeFinding } from './finding.ts';
import { searchBox } from './search.ts';
import { town } from './town.ts';

/** The first page: what is going on here, in a sentence, three figures, a map and the last answers. Errors: `RefusedError`. */
export async function home(context: PageContext): Promise<Markup> {
  const data = await loadHome(context);
  const { t } = context.texts;
  const heading = homeFinding(data.year.reports, context.municipality.name, data.times, context.texts);
  return pageMarkup(context, {
    title: t('menu.home'),
    description: heading,
    current: '/',
    body: html`<div class="container home">
      <div class="home-top">
        <div>
          <h1 class="finding">${heading}</h1>
          <p class="lede">${data.all.tracked > 0 ? t('home.resolved', { n: data.resolved }) : ''} ${t('home.lede')}</p>
        </div>
        ${searchBox(context)}
      </div>
      ${figures(context, data)} ${town(context, data)} ${answers(context, data.answers)}
    </div>`,
  });
}
