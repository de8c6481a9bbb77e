// The system's Chromium for tests of the loopback host in a real browser.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];

/** Flags that keep the browser itself off the network; as root it cannot use its sandbox. */
export const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** `CLIENTELA_BROWSER` names another binary. */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CLIENTELA_BROWSER ?? PLACES.find((path) => existsSync(path));
  const flags = [...QUIET_FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args];
  return chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
}
