// The response headers of both hosts, word by word: a weaker one must not pass because both sides of a test share it.

import { expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../electron/hosts/headers.ts';

test('the policies are exactly these', () => {
  const { 'permissions-policy': features = '', ...rest } = SECURITY_HEADERS;
  expect(rest).toEqual({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
      "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
      "manifest-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; child-src 'none'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  const denied = features.split(', ');
  expect(denied.filter((feature) => !/^[a-z-]+=\(\)$/.test(feature))).toEqual([]);
  for (const name of [
    'camera',
    'clipboard-read',
    'geolocation',
    'local-fonts',
    'microphone',
    'serial',
    'usb',
  ])
    expect(denied).toContain(`${name}=()`);
});
