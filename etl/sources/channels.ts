import type { ChannelName } from './source.ts';

/** Ways by which reports arrive; every source says which of its words is which. */
export const channels = {
  phone: { it: 'Telefono', en: 'Phone' },
  web: { it: 'Sito web', en: 'Web site' },
  app: { it: 'App', en: 'App' },
  email: { it: 'E-mail', en: 'E-mail' },
  desk: { it: 'Sportello', en: 'Desk' },
  letter: { it: 'Lettera o fax', en: 'Letter or fax' },
  social: { it: 'Reti sociali', en: 'Social media' },
  employee: { it: 'Personale del Comune', en: 'Municipal staff' },
  system: { it: 'Altro sistema', en: 'Another system' },
  other: { it: 'Altro canale', en: 'Another channel' },
  unknown: { it: 'Canale non indicato', en: 'Channel not told' },
} as const;

/** Code of a channel. */
export type ChannelCode = keyof typeof channels;

const named = Object.fromEntries(Object.entries(channels).map(([code, name]) => [code, { code, name }])) as unknown as Record<
  ChannelCode,
  ChannelName
>;

/** The channel of this code. */
export function channel(code: ChannelCode): ChannelName {
  return named[code];
}

/** Finds the channel for a word of a source: "unknown" without a word, "other" for one that is not in `words`. */
export function channelWords(words: Readonly<Record<string, ChannelCode>>) {
  const codes = new Map(Object.entries(words));
  return (word: string | null): ChannelName => channel(word === null ? 'unknown' : (codes.get(word.trim()) ?? 'other'));
}
