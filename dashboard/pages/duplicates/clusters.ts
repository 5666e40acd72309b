import type { DuplicateCluster } from '#api/stats/duplicates.schema.ts';
import { html } from 'hono/html';
import { type PageContext, pageHref } from '../../context.ts';
import { choiceName } from '../../parts/filter-form.ts';
import type { Markup } from '../../parts/markup.ts';
import { stateLabel } from '../../parts/state-label.ts';
import type { DuplicatesData } from './data.ts';
import { reasonWords } from './reasons.ts';

const longest = 160;

/** The biggest clusters, each with its reports side by side and why they match. */
export function clusterList(context: PageContext, data: DuplicatesData): Markup {
  return html`<ol class="clusters list-unstyled">
    ${data.found.clusters.map((cluster, index) => clusterItem(context, data, cluster, index + 1))}
  </ol>`;
}

function clusterItem(context: PageContext, data: DuplicatesData, cluster: DuplicateCluster, number: number): Markup {
  const { texts } = context;
  const { t, format } = texts;
  const shown = cluster.members.filter(({ id }) => data.reports.has(id));
  const where = [
    nameIn(data, 'category', cluster.category, context),
    cluster.area && nameIn(data, 'area', cluster.area, context),
  ];
  const days =
    cluster.firstDay === cluster.lastDay
      ? format.day(cluster.firstDay)
      : `${format.day(cluster.firstDay)} – ${format.day(cluster.lastDay)}`;
  const more = cluster.members.length - shown.length;
  return html`<li class="cluster" id="cluster-${number}">
    <h3 class="cluster-title"><span class="cluster-mark">${number}</span>${t('duplicates.cluster', { n: cluster.reports })}</h3>
    <p class="quiet">
      ${[...where, days].filter(Boolean).join(' · ')}${cluster.open > 0 ? ` · ${t('duplicates.still-open', { n: cluster.open })}` : ''}
    </p>
    <ul class="cluster-reports list-unstyled">
      ${shown.map((member) => reportCard(context, data, member, member === cluster.members[0]))}
    </ul>
    ${more > 0 && html`<p class="quiet">${t('duplicates.more', { n: more })}</p>`}
  </li>`;
}

function nameIn({ choices }: DuplicatesData, by: 'category' | 'area', code: string, { texts }: PageContext): string {
  const row = choices.find((one) => one.by === by)?.rows.find(({ key }) => key === code);
  return row ? choiceName(row, by, texts) : code;
}

function reportCard(
  context: PageContext,
  { reports }: DuplicatesData,
  member: DuplicateCluster['members'][number],
  isFirst: boolean,
): Markup {
  const { texts, municipality, language } = context;
  const { t, format } = texts;
  const report = reports.get(member.id)!;
  const why = member.original === null ? [] : reasonWords(member.reasons, texts);
  const original = member.original === null ? undefined : reports.get(member.original);
  const words = report.description ?? '';
  return html`<li class="cluster-report">
    ${report.status && stateLabel(report.status, texts, 'flat')}
    <p class="cluster-report-title">
      <a href="${pageHref(context, `/reports/${report.number}`)}" lang="${report.title ? municipality.language : language}"
        >${report.title ?? report.category.name[language]}</a
      >
    </p>
    <p class="quiet">${[report.number, report.address, format.day(report.receivedAt)].filter(Boolean).join(' · ')}</p>
    ${words && html`<p class="cluster-words" lang="${municipality.language}">${words.length > longest ? `${words.slice(0, longest)}…` : words}</p>`}
    ${
      why.length > 0
        ? html`<p class="cluster-why">
            <b>${t('duplicates.why', { number: original?.number ?? t('duplicates.earlier') })}</b> ${format.list(why)}
          </p>`
        : isFirst && html`<p class="cluster-why">${t('duplicates.first')}</p>`
    }
  </li>`;
}
