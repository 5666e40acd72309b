import { parseAccept } from 'hono/utils/accept';

/** Languages of the pages. */
export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether the pages exist in this language. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The first language of an Accept-Language header that the pages exist in, else the fallback. */
export function negotiate(acceptLanguage: string | undefined, fallback: Language): Language {
  const wanted = parseAccept(acceptLanguage ?? '').filter(({ q }) => q > 0);
  for (const { type } of wanted.toSorted((a, b) => b.q - a.q)) {
    const base = type.toLowerCase().split('-')[0]!;
    if (isLanguage(base)) return base;
  }
  return fallback;
}
