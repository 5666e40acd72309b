import { codeOf, type Names } from '#api/references/references.ts';

/** A category by its names, with the one above it. */
export interface CategoryName {
  code: string;
  name: Names;
  parent: CategoryName | null;
}

const uncategorised: Names = {
  it: 'Senza categoria',
  en: 'Uncategorised',
  de: 'Ohne Kategorie',
  zh: '未分類',
};

const longestCode = 120;

/**
 * Names the categories of a source in its language; `english` translates them. The same name gives the same object.
 * No name: the category "uncategorised".
 */
export function categoryNames(language: string, english: Readonly<Record<string, string>> = {}) {
  const key = language.split('-')[0]!;
  const none: CategoryName = { code: 'uncategorised', name: uncategorised, parent: null };
  const known = new Map<CategoryName | null, Map<string, CategoryName>>();

  function make(given: string, parent: CategoryName | null): CategoryName {
    const name = given.trim().replace(/\s+/g, ' ');
    if (!name) return parent ?? none;
    const translated = english[name];
    const code = [...(parent ? [parent.code] : []), codeOf(translated ?? name) || 'other'].join('.').slice(0, longestCode);
    return { code, name: { [key]: name, ...(translated ? { en: translated } : {}) }, parent };
  }

  return function category(given: string | null, parent: CategoryName | null = null): CategoryName {
    if (given === null) return parent ?? none;
    const siblings = known.get(parent) ?? new Map<string, CategoryName>();
    known.set(parent, siblings);
    const made = siblings.get(given) ?? make(given, parent);
    siblings.set(given, made);
    return made;
  };
}
