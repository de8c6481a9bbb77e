// The bridge of the desktop window, over a door that answers at once.

import { expect, test } from 'vitest';
import { createDesktopBridge } from '../../renderer/host/desktop.ts';
import type { DesktopDoor } from '../../shared/desktopDoor.ts';

const FILE = { handle: 'h', name: 'shop.clientela', bytes: 1 };

function fakeDoor(): { readonly door: DesktopDoor; secondStart(): void } {
  let listener: () => void = () => undefined;
  const door: DesktopDoor = {
    openSample: false,
    connect: async () => ({ value: null }),
    pickFiles: async () => ({ value: [] }),
    takeDropped: async () => ({ error: { code: 'SRC-NOT-A-FILE', args: {}, place: { file: 'a.csv' } } }),
    pickSave: async () => ({ value: null }),
    deliver: async () => ({ value: null }),
    launchFiles: async () => ({ value: [FILE] }),
    onLaunchFiles: (heard) => void (listener = heard),
    onEngineGone: () => undefined,
  };
  return { door, secondStart: () => listener() };
}

test('tells every listener of a second start until it stops listening; the files are then taken', async () => {
  const { door, secondStart } = fakeDoor();
  const bridge = createDesktopBridge(door, {} as Window, '1.0.0');
  const heard: string[] = [];
  const stop = bridge.onLaunchFiles(() => heard.push('first'));
  bridge.onLaunchFiles(() => heard.push('second'));
  secondStart();
  stop();
  secondStart();
  expect(heard).toEqual(['first', 'second', 'second']);
  expect(await bridge.launchFiles()).toEqual([FILE]);
});

test('an error crosses with its code and place', async () => {
  const bridge = createDesktopBridge(fakeDoor().door, {} as Window, '1.0.0');
  await expect(bridge.takeDropped([])).rejects.toMatchObject({
    code: 'SRC-NOT-A-FILE',
    place: { file: 'a.csv' },
  });
});
