import enSite from './en.json' with { type: 'json' };
import chartsEn from './en/charts.json' with { type: 'json' };
import duplicatesEn from './en/duplicates.json' with { type: 'json' };
import homeEn from './en/home.json' with { type: 'json' };
import openDataEn from './en/open-data.json' with { type: 'json' };
import placesEn from './en/places.json' with { type: 'json' };
import reportEn from './en/report.json' with { type: 'json' };
import timesEn from './en/times.json' with { type: 'json' };
import trendsEn from './en/trends.json' with { type: 'json' };
import itSite from './it.json' with { type: 'json' };
import chartsIt from './it/charts.json' with { type: 'json' };
import duplicatesIt from './it/duplicates.json' with { type: 'json' };
import homeIt from './it/home.json' with { type: 'json' };
import openDataIt from './it/open-data.json' with { type: 'json' };
import placesIt from './it/places.json' with { type: 'json' };
import reportIt from './it/report.json' with { type: 'json' };
import timesIt from './it/times.json' with { type: 'json' };
import trendsIt from './it/trends.json' with { type: 'json' };
import { type Format, formatFor } from './format.ts';
import type { Language } from './language.ts';

/** The site's own texts, then those of each page: a page's file holds what only it says. */
const it = {
  ...itSite,
  ...chartsIt,
  ...duplicatesIt,
  ...homeIt,
  ...openDataIt,
  ...placesIt,
  ...reportIt,
  ...timesIt,
  ...trendsIt,
};
const en = {
  ...enSite,
  ...chartsEn,
  ...duplicatesEn,
  ...homeEn,
  ...openDataEn,
  ...placesEn,
  ...reportEn,
  ...timesEn,
  ...trendsEn,
};

/** One text, or its plural forms chosen by the number `n` (Intl.PluralRules). */
type Entry = string | { one?: string; many?: string; other: string };

/** Name of a text: the Italian catalogue is the list of all that exist. */
export type TextKey = keyof typeof it;

/** What a text may be filled with; numbers are written in the language of the page. */
export type Values = Record<string, string | number>;

export const catalogues: Record<Language, Record<TextKey, Entry>> = { it, en };

/** Texts, numbers and dates of one language. */
export interface Texts {
  language: Language;
  /** The text of this name with its `{holes}` filled. */
  t: (key: TextKey, values?: Values) => string;
  format: Format;
}

/** Texts of a language; dates are told in `timezone` (IANA). */
export function textsFor(language: Language, timezone: string): Texts {
  const format = formatFor(language, timezone);
  const plural = new Intl.PluralRules(language);
  const t = (key: TextKey, values: Values = {}) => {
    const entry = catalogues[language][key];
    const pattern = typeof entry === 'string' ? entry : (entry[plural.select(Number(values.n)) as 'one'] ?? entry.other);
    return pattern.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      return typeof value === 'number' ? format.number(value) : value;
    });
  };
  return { language, t, format };
}

/** The raw texts of a language whose names begin with `prefix`, for an element in the browser. */
export function textsUnder(language: Language, prefix: string): Record<string, Entry> {
  return Object.fromEntries(Object.entries(catalogues[language]).filter(([key]) => key.startsWith(prefix)));
}
