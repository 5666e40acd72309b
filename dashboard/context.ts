import type { PublicSettings } from '#api/snapshots/snapshot.ts';
import type { Assets } from './assets.ts';
import type { ApiClient } from './client.ts';
import type { Language } from './i18n/language.ts';
import type { Texts } from './i18n/texts.ts';

/** The municipality a page is about. */
export interface MunicipalityInfo {
  slug: string;
  name: string;
  isDemo: boolean;
  /** IANA zone. */
  timezone: string;
  language: string;
  settings: PublicSettings;
  /** The newest snapshot; null when there is none yet. */
  snapshot: { version: string; asOf: string } | null;
}

/** What a page is drawn with. */
export interface PageContext {
  api: ApiClient;
  assets: Assets;
  municipality: MunicipalityInfo;
  language: Language;
  texts: Texts;
  /** "" when the browser's wish chose the language, else "/it" or "/en": links keep what was chosen. */
  prefix: '' | `/${Language}`;
  /** Address of the page without the prefix and the query: "/explore". */
  path: string;
  /** The query as it came, without the question mark. */
  query: string;
  /** Scheme and host as the reader sees them, for addresses that are taken elsewhere. */
  origin: string;
}

/** Address of a page in the language of this one. */
export function pageHref({ prefix }: Pick<PageContext, 'prefix'>, path: string): string {
  return path === '/' ? prefix || '/' : prefix + path;
}

/** This very page in another language. */
export function inLanguage({ path, query }: Pick<PageContext, 'path' | 'query'>, language: Language): string {
  return `/${language}${path === '/' ? '' : path}${query && `?${query}`}`;
}
