// The fuses of the packaged binary, set on a file that has nothing but a fuse wire.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binaryOf, FUSES } from '../../scripts/fuses.mjs';
import { writeFuseFile } from '../support/electronStub.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-fuses-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('all nine are decided', async () => {
  const file = join(dir, 'electron');
  writeFuseFile(file, '101100011');
  const size = readFileSync(file).length;
  await flipFuses(file, FUSES);
  const wire = await getCurrentFuseWire(file);
  const states = Object.keys(wire)
    .filter((key) => /^\d$/.test(key))
    .map((key) => [FuseV1Options[Number(key)], wire[Number(key) as FuseV1Options] === FuseState.ENABLE]);
  expect(states).toEqual([
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['GrantFileProtocolExtraPrivileges', false],
    ['WasmTrapHandlers', true],
  ]);
  expect(readFileSync(file).length).toBe(size);
});

test('a tenth fuse in a later Electron stops the packing until it is decided', async () => {
  const file = join(dir, 'later');
  writeFuseFile(file, '1011000111');
  await expect(flipFuses(file, FUSES)).rejects.toThrow(/fuse/i);
});

test.each([
  ['linux', '/out/clientela'],
  ['win32', '/out/Clientela.exe'],
  ['darwin', '/out/Clientela.app/Contents/MacOS/Clientela'],
])('the binary on %s', (electronPlatformName, path) => {
  const packager = { executableName: 'clientela', appInfo: { productFilename: 'Clientela' } };
  expect(binaryOf({ appOutDir: '/out', electronPlatformName, packager })).toBe(path);
});
