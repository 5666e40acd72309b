import { parseHTML } from 'linkedom';

/** A page as it came: its status, its headers, its document. */
export interface FetchedPage {
  status: number;
  headers: Headers;
  /** Address after redirects, without the origin. */
  address: string;
  text: string;
  document: Document;
}

/** Fetches a page as a browser of this language would, scripts aside. */
export async function fetchPage(url: string, language = 'it'): Promise<FetchedPage> {
  const response = await fetch(url, { headers: { accept: 'text/html', 'accept-language': language } });
  const text = await response.text();
  const { pathname, search } = new URL(response.url);
  const { document } = parseHTML(text) as unknown as { document: Document };
  return { status: response.status, headers: response.headers, address: pathname + search, text, document };
}

/** The words of the first element a selector finds, on one line; "" without any. */
export function words(root: ParentNode, selector: string): string {
  return (root.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The words of all elements a selector finds. */
export function allWords(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
}
