/** A text, or its plural forms chosen by the number `n`. */
export type Phrase = string | { one?: string; many?: string; other: string };

/** Says a text of the page's catalogue with its `{holes}` filled; numbers are written in the page's language. */
export interface Say {
  (name: string, values?: Record<string, string | number>): string;
  number: (value: number) => string;
}

/** The texts that the page handed over, in its language. A name that is not there is said as it is. */
export function phrases(all: Record<string, Phrase>, language: string): Say {
  const plural = new Intl.PluralRules(language);
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: 'always' });
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: 'always' });
  const number = (value: number) => (Math.abs(value) >= 100 ? whole : tenths).format(value);
  const say = (name: string, values: Record<string, string | number> = {}) => {
    const phrase = all[name] ?? name;
    const pattern = typeof phrase === 'string' ? phrase : (phrase[plural.select(Number(values.n)) as 'one'] ?? phrase.other);
    return pattern.replaceAll(/\{(\w+)\}/g, (hole, key: string) => {
      const value = values[key];
      return typeof value === 'number' ? number(value) : (value ?? hole);
    });
  };
  return Object.assign(say, { number });
}
