import type { FieldError } from '#api/http/problem.ts';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../context.ts';
import type { TextKey } from '../i18n/texts.ts';
import { icon } from '../parts/icon.ts';
import type { Markup } from '../parts/markup.ts';
import { pageMarkup } from '../parts/page.ts';
import { queryText } from './explore/state.ts';

/** Why a page cannot be drawn. */
export interface PageError {
  status: number;
  errors?: readonly FieldError[];
}

const known = [404, 422, 503] as const;
const days = new Set(['from', 'to']);

/** A page that says what is wrong, what to do, and what still works. */
export function errorPage(context: PageContext, { status, errors = [] }: PageError): Markup {
  const { t } = context.texts;
  const lostSnapshot = status === 404 && new URLSearchParams(context.query).has('snapshot');
  const kind = lostSnapshot ? 'snapshot' : (known.find((one) => one === status) ?? 500);
  const title = t(`error.${kind}.title`);
  return pageMarkup(context, {
    title,
    body: html`<div class="container">
      <div class="error-page">
        <p class="error-mark">${icon('warning')}${lostSnapshot ? '' : status}</p>
        <h1 class="finding">${title}</h1>
        <p class="lede">${t(`error.${kind}.words`)}</p>
        ${errors.length > 0 && wrongFields(context, errors)}
        ${
          lostSnapshot &&
          html`<p class="mt-4">
            <a class="btn btn-primary" href="${withoutFields(context, ['snapshot'])}">${t('error.snapshot.latest')}</a>
          </p>`
        }
        <p class="mt-4">
          <a class="more" href="${pageHref(context, '/explore')}">${t('error.explore')} ${icon('arrow', 'sm')}</a>
        </p>
      </div>
    </div>`,
  });
}

function wrongFields(context: PageContext, errors: readonly FieldError[]): Markup {
  const { t } = context.texts;
  const query = new URLSearchParams(context.query);
  const fields = [...new Set(errors.map(({ field }) => field.split('.')[0]!))];
  return html`<div class="notice mt-4" role="alert">
    <ul class="list-unstyled mb-0">
      ${fields.map(
        (field) =>
          html`<li>
            ${t('error.422.field', { field: fieldName(field, t), value: query.getAll(field).join(', ') })}
            ${days.has(field) && t('field.hint.day')}
            <a href="${withoutFields(context, [field])}">${t('error.422.remove')}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

const named = [
  'from',
  'to',
  'category',
  'area',
  'status',
  'channel',
  'office',
  'type',
  'bbox',
  'q',
  'cell',
  'metric',
  'view',
  'sort',
  'cursor',
  'snapshot',
] as const;

function fieldName(field: string, t: (key: TextKey) => string): string {
  const key = named.find((one) => one === field);
  return key ? t(`field.${key}`) : field;
}

function withoutFields(context: PageContext, fields: readonly string[]): string {
  const left = [...new URLSearchParams(context.query)].filter(([name]) => !fields.includes(name));
  return pageHref(context, context.path) + queryText(Object.fromEntries(left));
}
