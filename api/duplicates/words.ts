/** What is compared of a text: its distinct folded words and their character grams, as sorted 32-bit hashes. */
export type Words = Uint32Array;

/** Longer texts are compared by their beginning only. */
const longest = 400;
const token = /[\p{L}\p{N}]+/gu;
/** Scripts written without spaces: a word there is a character or two. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The words of a text, folded (case, accents, full-width forms, ß); null when it has none. */
export function wordsOf(text: string | null | undefined): Words | null {
  if (!text) return null;
  const hashes = new Set<number>();
  for (const [word] of fold(text.slice(0, longest)).matchAll(token)) {
    if (unspaced.test(word)) addUnspaced(hashes, word);
    else addSpaced(hashes, word);
  }
  return hashes.size === 0 ? null : Uint32Array.from(hashes).toSorted();
}

/** How alike two texts are: 0 (nothing in common, or one is empty) to 1 (the same words), by the Dice coefficient. */
export function similarity(one: Words | null, other: Words | null): number {
  if (!one || !other) return 0;
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < one.length && j < other.length) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return (2 * common) / (one.length + other.length);
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The word itself and, against misspellings and endings, its trigrams with a blank on either side. */
function addSpaced(hashes: Set<number>, word: string): void {
  hashes.add(hash(word, 0, word.length));
  const padded = ` ${word} `;
  for (let start = 0; start + 3 <= padded.length; start += 1) hashes.add(hash(padded, start, start + 3));
}

function addUnspaced(hashes: Set<number>, word: string): void {
  const characters = Array.from(word);
  characters.forEach((character, position) => {
    hashes.add(hash(character, 0, character.length));
    const pair = character + (characters[position + 1] ?? '');
    hashes.add(hash(pair, 0, pair.length));
  });
}

/** FNV-1a over the UTF-16 units from `start` to `end`. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
