// Paths and command lines from outside the app.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommand } from '../../electron/hosts/desktop/command.ts';
import { existingFile, kindOfPath } from '../../electron/hosts/desktop/paths.ts';
import { AppError } from '../../shared/errors.ts';

let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'clientela-paths-')));
  writeFileSync(join(dir, 'a.csv'), 'x');
  mkdirSync(join(dir, 'folder.csv'));
  symlinkSync(join(dir, 'a.csv'), join(dir, 'link.csv'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['C:\\data\\a.csv', 'local'],
  ['\\\\server\\share\\a.csv', 'network'],
  ['//server/share/a.csv', 'network'],
  ['\\\\?\\C:\\a.csv', 'device'],
  ['\\\\.\\pipe\\x', 'device'],
  ['//?/UNC/server/share/a.csv', 'device'],
  ['C:\\data\\con', 'device'],
  ['C:\\data\\NUL.csv', 'device'],
  ['C:\\data\\com1.txt', 'device'],
  ['C:\\data\\console.csv', 'local'],
])('on Windows %s is %s', (path, kind) => {
  expect(kindOfPath(path, 'win32')).toBe(kind);
});

describe('a file', () => {
  test('is taken under its canonical path', async () => {
    expect(await existingFile(join(dir, 'link.csv'), 'linux', false)).toBe(join(dir, 'a.csv'));
  });

  test.each(['folder.csv', 'missing.csv', 'a.csv\0.png'])('%j is refused by name', async (name) => {
    await expect(existingFile(join(dir, name), 'linux', true)).rejects.toEqual(
      new AppError('SRC-NOT-A-FILE', {}, { file: name }),
    );
  });

  test('on the network is asked for only after the user chose it', async () => {
    await expect(existingFile('\\\\server\\share\\a.csv', 'win32', false)).rejects.toMatchObject({
      code: 'SRC-NOT-A-FILE',
    });
    await expect(existingFile(join(dir, 'a.csv').replace('/', '//'), 'win32', true)).resolves.toBe(
      join(dir, 'a.csv'),
    );
    await expect(existingFile('\\\\?\\C:\\a.csv', 'win32', true)).rejects.toMatchObject({
      code: 'SRC-NOT-A-FILE',
    });
  });
});

test('a command line yields files that we can open, and nothing else', () => {
  const argv = [
    '.',
    '--sample',
    '--inspect=9229',
    'shop.clientela',
    '../b.XLSX',
    'run.sh',
    '/abs/c.csv',
    '-x.csv',
  ];
  expect(parseCommand(argv, '/home/user')).toEqual({
    files: ['/home/user/shop.clientela', '/home/b.XLSX', '/abs/c.csv'],
    sample: true,
  });
  expect(parseCommand(Array<string>(80).fill('a.csv'), '/').files.length).toBe(50);
});
