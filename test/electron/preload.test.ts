// The preload script: what it puts on the window, and what it sends for it.

import { beforeEach, expect, test, vi } from 'vitest';
import type { DesktopDoor } from '../../shared/desktopDoor.ts';

const fake = vi.hoisted(() => ({
  exposed: [] as [string, unknown][],
  sent: [] as unknown[],
  listeners: new Map<string, (event: unknown, data: unknown) => void>(),
  posted: [] as unknown[],
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => fake.exposed.push([name, value]) },
  ipcRenderer: {
    invoke: async (channel: string, message: unknown) => {
      fake.sent.push([channel, message]);
      return { value: null };
    },
    on: (channel: string, listener: (event: unknown, data: unknown) => void) =>
      fake.listeners.set(channel, listener),
  },
  webUtils: { getPathForFile: (file: { name: string }) => `/dropped/${file.name}` },
}));

beforeEach(async () => {
  fake.exposed.length = 0;
  fake.sent.length = 0;
  fake.posted.length = 0;
  vi.resetModules();
  vi.stubGlobal('window', {
    location: { origin: 'app://bundle' },
    postMessage: (...args: unknown[]) => fake.posted.push(args),
  });
  await import('../../electron/hosts/desktop/preload.ts');
});

const door = (): DesktopDoor => fake.exposed[0]?.[1] as DesktopDoor;

test('exposes one object of functions and plain data', () => {
  expect(fake.exposed.map(([name]) => name)).toEqual(['clientela']);
  expect(Object.fromEntries(Object.entries(door()).map(([name, value]) => [name, typeof value]))).toEqual({
    openSample: 'boolean',
    connect: 'function',
    pickFiles: 'function',
    takeDropped: 'function',
    pickSave: 'function',
    deliver: 'function',
    launchFiles: 'function',
    onLaunchFiles: 'function',
    onEngineGone: 'function',
  });
});

test('rebuilds every message field by field', async () => {
  const hostile = { toString: () => 'text', extra: 1, __proto__: { polluted: true } };
  await door().pickFiles(hostile as never, 'yes' as never);
  await door().pickSave(hostile as never, hostile as never);
  await door().deliver(hostile as never);
  await door().connect(hostile as never);
  await door().launchFiles();
  expect(fake.sent).toEqual([
    ['rpc', { method: 'pickFiles', purpose: 'text', many: false }],
    ['rpc', { method: 'pickSave', purpose: 'text', suggestedName: 'text' }],
    ['rpc', { method: 'deliver', handle: 'text' }],
    ['rpc', { method: 'connect', id: 'text' }],
    ['rpc', { method: 'launchFiles' }],
  ]);
});

test('reads the paths of dropped files itself', async () => {
  await door().takeDropped([{ name: 'a.csv', path: '/etc/passwd' } as never]);
  expect(fake.sent).toEqual([['rpc', { method: 'takeDropped', paths: ['/dropped/a.csv'] }]]);
});

test('hands a port on to this page only, and an event without its Electron part', () => {
  const port = { name: 'port' };
  fake.listeners.get('engine-port')?.({ ports: [port], sender: 'electron' }, { id: 'x' });
  expect(fake.posted).toEqual([[{ clientelaPort: 'x' }, 'app://bundle', [port]]]);
  const heard: unknown[][] = [];
  door().onEngineGone((...args: unknown[]) => heard.push(['engine', ...args]));
  door().onLaunchFiles((...args: unknown[]) => heard.push(['files', ...args]));
  fake.listeners.get('engine-gone')?.({ sender: 'electron' }, 'data');
  fake.listeners.get('launch-files')?.({ sender: 'electron' }, '/etc/passwd');
  expect(heard).toEqual([['engine'], ['files']]);
});
