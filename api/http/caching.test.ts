import { expect, test } from 'vitest';
import { bodyCache, boundedMap, cacheControl, etagOf, matches } from './caching.ts';

test('an ETag is decided by its parts alone', () => {
  expect(etagOf('v1', { from: '2025' })).toBe(etagOf('v1', { from: '2025' }));
  expect(etagOf('v1', { from: '2025' })).not.toBe(etagOf('v2', { from: '2025' }));
  expect(etagOf('v1')).toMatch(/^W\/"[\w-]{27}"$/);
});

test('If-None-Match may list several tags, weak or strong, or any', () => {
  const etag = 'W/"abc"';
  expect(matches('W/"abc"', etag)).toBe(true);
  expect(matches('"x", "abc"', etag)).toBe(true);
  expect(matches('*', etag)).toBe(true);
  expect(matches('"abcd"', etag)).toBe(false);
  expect(matches(undefined, etag)).toBe(false);
});

test('what can change is asked again after a minute, what cannot never', () => {
  expect(cacheControl(false)).toBe('public, max-age=60');
  expect(cacheControl(true)).toBe('public, max-age=31536000, immutable');
});

test('the body cache stays within its bytes: the least recently used leave, the very big never enter', () => {
  const cache = bodyCache(1_600);
  const body = 'x'.repeat(100);
  for (let i = 0; i < 8; i += 1) cache.set(String(i), body);
  expect(cache.get('0')).toBe(body);
  cache.set('8', body);
  expect(cache.get('1')).toBeUndefined();
  expect(cache.get('0')).toBe(body);
  cache.set('big', 'x'.repeat(101));
  expect(cache.get('big')).toBeUndefined();
  expect(cache.get('8')).toBe(body);
});

test('setting a body again does not count it twice', () => {
  const cache = bodyCache(1_600);
  for (let i = 0; i < 20; i += 1) cache.set('same', 'x'.repeat(100));
  for (let i = 0; i < 7; i += 1) cache.set(String(i), 'x'.repeat(100));
  expect(cache.get('same')).toBeDefined();
});

test('a bounded map forgets its oldest entries', () => {
  const map = boundedMap<number>(2);
  for (const [i, key] of ['a', 'b', 'a', 'c'].entries()) map.set(key, i);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([2, undefined, 3]);
});
