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
 * Names the categories of a source in its language; `english` translates them. The same names give the same object.
 * No name: the category "uncategorised".
 */
export function categoryNames(language: string, english: Readonly<Record<string, string>> = {}) {
  const key = language.split('-')[0]!;
  const none: CategoryName = { code: 'uncategorised', name: uncategorised, parent: null };
  const known = new Map<CategoryName | null, Map<string, CategoryName>>();
  return function category(given: string | null, parent: CategoryName | null = null): CategoryName {
    const name = given?.trim().replace(/\s+/g, ' ');
    if (!name) return parent ?? none;
    const siblings = known.get(parent) ?? new Map<string, CategoryName>();
    known.set(parent, siblings);
    let made = siblings.get(name);
    if (!made) {
      const translated = english[name];
      const code = [...(parent ? [parent.code] : []), codeOf(translated ?? name) || 'other'].join('.');
      made = { code: code.slice(0, longestCode), name: { [key]: name, ...(translated ? { en: translated } : {}) }, parent };
      siblings.set(name, made);
    }
    return made;
  };
}
