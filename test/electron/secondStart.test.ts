// A second start while the window is open, in a real Chromium: the real page behind a stand-in for the desktop's door,
// whose engine is the loopback host's. What the page does with the files is the same in a desktop window.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DesktopDoor } from '../../shared/desktopDoor.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { launchChromium } from '../support/chromium.ts';
import { ensureBuilt } from './built.ts';

declare global {
  interface Window {
    /** As the main process says it; the next `launchFiles()` gets the files of the command line, or an error. */
    startAgain(outcome: 'files' | 'no-file'): void;
  }
}

let dir: string;
let browser: Browser;
let app: RunningApp;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-second-'));
  ensureBuilt();
  writeFileSync(join(dir, 'orders.csv'), 'customer,date,amount\na,2025-01-02,3\n');
  app = await startApp({ files: [join(dir, 'orders.csv')] });
  browser = await launchChromium([]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Runs in the page, before its own code. */
function putDoor(): void {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('start');
  window.history.replaceState(null, '', '/');
  const post = async (path: string, body: object, key?: string): Promise<Record<string, never>> => {
    const headers = {
      'content-type': 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, never>;
  };
  const session = post('/api/session', { token });
  let tell: () => void = () => undefined;
  let next: 'nothing' | 'files' | 'no-file' = 'nothing';
  const door: DesktopDoor = {
    openSample: false,
    async connect(id) {
      const { key } = await session;
      const socket = new WebSocket(`ws://${window.location.host}/engine`);
      socket.binaryType = 'arraybuffer';
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      socket.send(JSON.stringify({ key }));
      await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
      socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) =>
        port1.postMessage(typeof data === 'string' ? data : new Uint8Array(data)),
      );
      port1.addEventListener('message', ({ data }: MessageEvent<string>) => socket.send(data));
      port1.start();
      window.postMessage({ clientelaPort: id }, window.location.origin, [port2]);
      return { value: null };
    },
    pickFiles: async () => ({ value: [] }),
    takeDropped: async () => ({ value: [] }),
    pickSave: async () => ({ value: null }),
    deliver: async () => ({ value: null }),
    async launchFiles() {
      const outcome = next;
      next = 'nothing';
      if (outcome === 'no-file')
        return { error: { code: 'SRC-NOT-A-FILE', args: {}, place: { file: 'gone.csv' } } };
      const { key } = await session;
      return { value: outcome === 'files' ? ((await post('/api/launch', {}, key)) as never) : [] };
    },
    onLaunchFiles: (listener) => void (tell = listener),
    onEngineGone: () => undefined,
  };
  Object.assign(window, {
    clientela: door,
    startAgain(outcome: 'files' | 'no-file') {
      next = outcome;
      tell();
    },
  });
}

async function enter(): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US' });
  await page.addInitScript(putDoor);
  await page.goto(app.link);
  await page.getByRole('main').waitFor();
  return page;
}

test('opens its files in the window, and says so when one is not there', async () => {
  const page = await enter();
  const dialog = page.getByRole('dialog');
  expect(await dialog.count()).toBe(0);
  await page.evaluate(() => window.startAgain('no-file'));
  await page.getByText('gone.csv').waitFor();
  expect(await dialog.count()).toBe(0);
  await page.evaluate(() => window.startAgain('files'));
  await dialog.waitFor();
  expect((await dialog.innerText()).split('\n')[0]).toBe('New project');
});
