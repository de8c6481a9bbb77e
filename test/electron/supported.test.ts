// Which Electron may be shipped, and settings of the installers that only show on other machines.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  CHECKED_ON,
  electronObstacle,
  electronVersions,
  isListOld,
  SUPPORTED_MAJORS,
} from '../../scripts/supported.mjs';

const settings = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');

test('ours is tested and packed in the same version, of a supported major', () => {
  const { tested, packed } = electronVersions();
  expect([packed, electronObstacle(packed)]).toEqual([tested, null]);
});

test.each(['42.9.9', '46.0.0', '4.5.0', '450.0.0', ''])('%s is not packed', (version) => {
  expect(electronObstacle(version)).toBe(
    `Electron ${version} gets no security repairs: on ${CHECKED_ON} the supported majors were 43, 44, 45.`,
  );
});

test('the list has three majors in a row and is looked at again after eight weeks', () => {
  const [first = 0] = SUPPORTED_MAJORS;
  expect(SUPPORTED_MAJORS).toEqual([first, first + 1, first + 2]);
  const days = (count: number): Date => new Date(Date.parse(CHECKED_ON) + count * 24 * 3600 * 1000);
  expect([isListOld(days(0)), isListOld(days(56)), isListOld(days(57))]).toEqual([false, false, true]);
});

test("an AppImage's menu entry does not turn the sandbox off", () => {
  expect(settings).toMatch(/^appImage:\n  executableArgs: \[\]/m);
});

test('signing for macOS leaves the native module, whose SHA-256 is fixed, as it is', () => {
  const [, pattern = ''] = /^  signIgnore: '(.+?)'/m.exec(settings) ?? [];
  expect(
    ['better-sqlite3/prebuilds/darwin-arm64.node', 'MacOS/Clientela', 'node/x'].map((file) =>
      new RegExp(pattern).test(file),
    ),
  ).toEqual([true, false, false]);
});
