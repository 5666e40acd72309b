import { html } from 'hono/html';
import { episodesOf, type TrendsData } from '../../charts/trends/ask.ts';
import { storyWords } from '../../charts/trends/calendar.ts';
import { type PageContext, pageHref } from '../../context.ts';
import type { Markup } from '../../parts/markup.ts';

const shown = 8;

/** The unusual days in words, each with the map of its days under the filters of the page. */
export function trendsStories(
  context: PageContext,
  { unusual }: TrendsData,
  query: Readonly<Record<string, string>>,
): Markup | string {
  const stories = episodesOf(unusual).slice(0, shown);
  if (stories.length === 0) return '';
  const { texts } = context;
  const { from: _from, to: _to, ...filters } = query;
  return html`<section class="stories" aria-labelledby="stories-title">
    <h2 class="h4" id="stories-title">${texts.t('trends.stories-title')}</h2>
    <ul class="it-list list-unstyled">
      ${stories.map((story) => {
        const [from, to] = [story.days[0]!.day, story.days.at(-1)!.day];
        const words = new URLSearchParams({ ...filters, from, to }).toString().replaceAll('%2C', ',');
        return html`<li>
          ${storyWords(story, texts)}
          <a href="${pageHref(context, '/explore')}?${words}"
            >${texts.t(story.days.length > 1 ? 'trends.stories-map-days' : 'trends.stories-map', { day: texts.format.day(from) })}</a
          >
        </li>`;
      })}
    </ul>
  </section>`;
}
