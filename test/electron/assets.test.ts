// The list of the page's files: a hand-made one with a path out of its folder is not taken.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAssets } from '../../electron/hosts/assets.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-assets-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (list: unknown): void => writeFileSync(join(dir, 'assets.json'), JSON.stringify(list));

test('is an exact map', () => {
  write([
    { path: '/', file: 'index.html', type: 'text/html' },
    { path: '/assets/a-1.js', file: 'assets/a-1.js', type: 'text/javascript' },
  ]);
  expect([...loadAssets(dir)]).toEqual([
    ['/', { file: join(dir, 'index.html'), contentType: 'text/html' }],
    ['/assets/a-1.js', { file: join(dir, 'assets/a-1.js'), contentType: 'text/javascript' }],
  ]);
});

test.each([
  '../secret',
  'a/../../secret',
  '/etc/passwd',
  'C:\\secret',
  'a//b',
  '.hidden',
  'a/.hidden',
  '',
  'a\0b',
])('a file named %j is refused', (file) => {
  write([{ path: '/a', file, type: 'text/html' }]);
  expect(() => loadAssets(dir)).toThrow();
});

test('without a build there is a sentence', () => {
  expect(() => loadAssets(dir)).toThrow('The page has not been built. Run "npm run build" first.');
});
