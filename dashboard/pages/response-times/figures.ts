import { html } from 'hono/html';
import { spanWords } from '../../charts/times/span.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Markup } from '../../parts/markup.ts';
import type { TimesData } from './data.ts';

/** Half, three in four, nine in ten, and how many in the promised time: each with the year before. */
export function timesFigures({ curve, byCategory, asked }: TimesData, texts: Texts): Markup {
  const { t } = texts;
  const { now, earlier } = curve;
  const figure = (words: string, share: 'p50' | 'p75' | 'p90') => ({
    words,
    value: now.tooFew ? t('figure.too-few') : now[share] === null ? t('figure.not-yet') : spanWords(now[share], texts),
    isNumber: now[share] !== null,
    note: earlier[share] === null ? '' : t('times.before', { n: yearsApart(curve), value: spanWords(earlier[share], texts) }),
  });
  const figures = [
    figure(t(`times.half-of.${asked.measure}`), 'p50'),
    figure(t('times.three-within'), 'p75'),
    figure(t('times.nine-within'), 'p90'),
    asked.measure === 'close' && now.onTime !== null ? onTime(curve, byCategory, texts) : waiting(curve, texts),
  ];
  return html`<dl class="figs">
    ${figures.map(
      ({ words, value, isNumber, note }) =>
        html`<div class="fig">
          <dt>${words}</dt>
          <dd class="${isNumber ? 'fig-value' : 'fig-value fig-words'}">${isNumber ? big(value) : value}</dd>
          ${note && html`<dd class="fig-note">${note}</dd>`}
        </div>`,
    )}
  </dl>`;
}

/** "9 giorni" with the number large. */
function big(words: string): Markup {
  const [number, ...unit] = words.split(/\s(?=\p{L})/u);
  return html`${number}${unit.length > 0 && html`<small>${unit.join(' ')}</small>`}`;
}

function onTime({ now, earlier }: TimesData['curve'], { groups, chosen }: TimesData['byCategory'], texts: Texts) {
  const { t, format } = texts;
  const days = chosen.length === 1 ? groups.find(({ key }) => key === chosen[0])?.serviceDays : undefined;
  const before = earlier.onTime === null ? '' : t('times.before', { n: 1, value: format.percent(earlier.onTime) });
  const note = [days && t('times.promise', { n: days }), before].filter(Boolean).join('. ');
  return { words: t('times.promised-times'), value: format.percent(now.onTime!), isNumber: true, note };
}

function waiting({ now }: TimesData['curve'], { t, format }: Texts) {
  return {
    words: t('times.waiting'),
    value: format.number(now.censored),
    isNumber: true,
    note: t('times.waiting-of', { n: now.n }),
  };
}

/** Years between the period and the one it is compared with. */
function yearsApart({ period, before }: Pick<TimesData['curve'], 'period' | 'before'>): number {
  return Number(period.from.slice(0, 4)) - Number(before.from.slice(0, 4));
}
