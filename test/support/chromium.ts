// The system's Chromium for tests of the loopback host in a real browser.

import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];

/** Flags that keep the browser itself off the network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--force-color-profile=srgb',
];

/**
 * How Chromium is started: the binary that `CLIENTELA_CHROMIUM` names, else the system's, else Playwright's own. As root
 * it has no sandbox of its own; without a locale of UTF-8 it would call a download with an accent `download`.
 */
export function browserOptions(): LaunchOptions {
  const executablePath = process.env['CLIENTELA_CHROMIUM'] ?? PLACES.find((path) => existsSync(path));
  return {
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  };
}

export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const options = browserOptions();
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
}
