import { hash } from 'node:crypto';
import program from '../../package.json' with { type: 'json' };

/** Bodies kept in memory by their ETag, the least recently used leave first. */
export interface BodyCache {
  get(etag: string): string | undefined;
  set(etag: string, body: string): void;
}

/** A cache of at most `maxBytes` (counted as UTF-16); a body over an eighth of that is not kept. */
export function bodyCache(maxBytes: number): BodyCache {
  const bodies = new Map<string, string>();
  let bytes = 0;
  const drop = (etag: string) => {
    bytes -= 2 * (bodies.get(etag)?.length ?? 0);
    bodies.delete(etag);
  };
  return {
    get(etag) {
      const body = bodies.get(etag);
      if (body !== undefined) {
        bodies.delete(etag);
        bodies.set(etag, body);
      }
      return body;
    },
    set(etag, body) {
      drop(etag);
      if (body.length * 2 > maxBytes / 8) return;
      bodies.set(etag, body);
      bytes += body.length * 2;
      for (const oldest of bodies.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}

/** A map that forgets its oldest entries. */
export function boundedMap<V>(size: number): { get(key: string): V | undefined; set(key: string, value: V): void } {
  const entries = new Map<string, V>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > size) entries.delete(entries.keys().next().value!);
    },
  };
}

/** ETag of what these parts and the program's version decide, without looking at the body. Weak: a proxy may compress. */
export function etagOf(...parts: readonly unknown[]): string {
  return `W/"${hash('sha256', JSON.stringify([program.version, parts]), 'base64url').slice(0, 27)}"`;
}

/** Whether an If-None-Match header names the ETag (weak comparison). */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}

/** Cache-Control: for ever when the answer cannot change, else to be asked again after a minute. */
export function cacheControl(immutable: boolean): string {
  return immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=60';
}
