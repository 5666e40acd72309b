import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { pageSecurity } from './security.ts';

const page = await new Hono().get('/', pageSecurity(), (c) => c.text('')).request('/');

test('a page takes scripts, styles, pictures, fonts and data from its own address only, and runs nothing written inside it', () => {
  const policy = (page.headers.get('content-security-policy') ?? '').split(/;\s*/).filter((rule) => rule !== '');
  expect(policy.toSorted()).toEqual(
    [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].toSorted(),
  );
});

test('a page is not framed, not guessed at, and tells other sites no address of its own', () => {
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), payment=(), geolocation=(self)',
  });
});
