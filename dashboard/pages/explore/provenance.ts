import { html } from 'hono/html';
import { pageHref } from '../../context.ts';
import { icon } from '../../parts/icon.ts';
import type { Markup } from '../../parts/markup.ts';
import { share } from './share.ts';
import type { ExploreView } from './view.ts';

/** Where the numbers come from, what they mean, how to find them again, and the very rows. */
export function provenance(view: ExploreView, { counted, rows }: { counted: number; rows: number }, cell = ''): Markup {
  const without = counted - rows;
  const { texts, snapshot, state, context } = view;
  const { t, format } = texts;
  const words = view.periodWords;
  return html`<div class="provenance" data-region="provenance">
    <p>
      <b>${words.charAt(0).toUpperCase() + words.slice(1)}.</b>
      ${t('provenance.snapshot', { when: format.moment(snapshot.asOf) })} ·
      <a href="${pageHref(context, '/definitions')}#report">${t('provenance.definition')}</a> ·
      <a href="${view.href({ ...state, snapshot: snapshot.version })}">${t('provenance.permalink')}</a>
      ${without > 0 && html`<br />${t('provenance.without', { n: without })}`}
    </p>
    ${share(view)}
    <a class="btn btn-outline-primary btn-sm" href="${view.download('/open-data/reports.csv', { cell })}"
      >${icon('download')}${t('provenance.download', { n: rows })}</a
    >
  </div>`;
}
