import type { NewOffice, References } from '#api/references/references.ts';
import { topicFigures } from './figures.ts';
import { topicWords } from './texts/all.ts';
import type { Channel } from './arrivals.ts';

/** Numbers by code of what reports point to. */
export interface Ids {
  categories: ReadonlyMap<string, number>;
  offices: ReadonlyMap<string, number>;
  channels: ReadonlyMap<string, number>;
  /** By code of the quarter. */
  areas: ReadonlyMap<string, number>;
}

/** Who works the reports: the name they sign with, and how a sentence names them ("passata all'Ufficio Strade"). */
export const offices: readonly (NewOffice & { the: string; to: string })[] = [
  { code: 'urp', name: 'URP, Sportello del cittadino', kind: 'desk', the: 'l’URP', to: 'all’URP' },
  { code: 'ambiente', name: 'Servizio Ambiente', the: 'il Servizio Ambiente', to: 'al Servizio Ambiente' },
  { code: 'strade', name: 'Ufficio Strade', the: 'l’Ufficio Strade', to: 'all’Ufficio Strade' },
  { code: 'verde', name: 'Ufficio Verde', the: 'l’Ufficio Verde', to: 'all’Ufficio Verde' },
  { code: 'illuminazione', name: 'Ufficio Illuminazione', the: 'l’Ufficio Illuminazione', to: 'all’Ufficio Illuminazione' },
  { code: 'mobilita', name: 'Ufficio Mobilità', the: 'l’Ufficio Mobilità', to: 'all’Ufficio Mobilità' },
  { code: 'polizia-locale', name: 'Polizia locale', the: 'la Polizia locale', to: 'alla Polizia locale' },
  {
    code: 'patrimonio',
    name: 'Ufficio Scuole ed edifici',
    the: 'l’Ufficio Scuole ed edifici',
    to: 'all’Ufficio Scuole ed edifici',
  },
  { code: 'igiene-demo', name: 'Igiene Demo (raccolta rifiuti)', kind: 'contractor', the: 'Igiene Demo', to: 'a Igiene Demo' },
  { code: 'luce-demo', name: 'Luce Demo (lampioni)', kind: 'contractor', the: 'Luce Demo', to: 'a Luce Demo' },
];

/** The municipal office that answers for a contractor. */
export const responsible: Record<string, string> = { 'igiene-demo': 'ambiente', 'luce-demo': 'illuminazione' };

const channels: Record<Channel, { it: string; en: string }> = {
  web: { it: 'Sito web', en: 'Website' },
  app: { it: 'App', en: 'App' },
  telefono: { it: 'Telefono', en: 'Phone' },
  email: { it: 'E-mail', en: 'E-mail' },
  sportello: { it: 'Sportello', en: 'Desk' },
};

const yes = { type: 'boolean' } as const;
/** Extra questions of some kinds, as JSON Schema. */
const extraSchemas: Record<string, Record<string, unknown>> = {
  'buca-strada': {
    type: 'object',
    properties: {
      larghezza_cm: { type: 'integer', minimum: 1, maximum: 500, title: 'Larghezza in centimetri' },
      percorso_bici: { ...yes, title: 'È su un percorso per biciclette' },
    },
    additionalProperties: false,
  },
  'lampione-spento': {
    type: 'object',
    properties: { numero_palo: { type: 'string', maxLength: 12, title: 'Numero scritto sul palo' } },
    additionalProperties: false,
  },
  'rifiuti-abbandonati': {
    type: 'object',
    properties: { ingombra_il_passaggio: { ...yes, title: 'Ingombra il passaggio' } },
    additionalProperties: false,
  },
  alberi: {
    type: 'object',
    properties: { pericolo_immediato: { ...yes, title: 'Può cadere da un momento all’altro' } },
    additionalProperties: false,
  },
};

/** Settings that everybody may see, and the marks of the demo. */
export const settings: Record<string, unknown> = {
  colour: '#8c1d40',
  attribution: 'Comune di Borgo Demo: dati inventati a scopo dimostrativo, nessuna segnalazione è reale',
  licence: 'CC BY 4.0',
  publish_when: 'taken',
};

/** Makes categories, offices and channels; the areas must be there. Returns the numbers of all. */
export async function establish(references: References, quarters: readonly { code: string; name: string }[]): Promise<Ids> {
  const ids = { categories: new Map<string, number>(), offices: new Map<string, number>(), channels: new Map<string, number>() };
  for (const { code, it, en, kinds } of topicWords) {
    const { serviceDays } = topicFigures[code]!;
    const parent = await references.category({ code, name: { it, en }, serviceDays });
    ids.categories.set(code, parent);
    for (const kind of kinds) {
      const extraSchema = extraSchemas[kind.code];
      const name = { it: kind.it, en: kind.en };
      const own = {
        code: kind.code,
        name,
        parent,
        serviceDays: kind.serviceDays ?? serviceDays,
        duplicateRadiusM: radiusOf(kind.code),
      };
      ids.categories.set(kind.code, await references.category({ ...own, ...(extraSchema ? { extraSchema } : {}) }));
    }
  }
  for (const { code, name, kind = 'office' } of offices) ids.offices.set(code, await references.office({ code, name, kind }));
  for (const [code, name] of Object.entries(channels)) ids.channels.set(code, await references.channel({ code, name }));
  const areas = new Map<string, number>();
  for (const { code, name } of quarters) areas.set(code, (await references.areaByName(name))!);
  return { ...ids, areas };
}

/** Metres within which two reports may be the same: a dark street is long, a bench is not, and noise has no place. */
export function radiusOf(kind: string): number {
  if (kind === 'rumori' || kind === 'sosta') return 0;
  return kind === 'via-al-buio' || kind === 'allagamenti' ? 250 : 120;
}
