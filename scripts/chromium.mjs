// Finds a Chromium for the end-to-end tests, and on a bare Debian machine installs it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const found = () => {
  const named = process.env.CLIENTELA_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return SYSTEM.find((path) => existsSync(path)) ?? null;
};

/** Debian as root: the package needs the list of packages first. */
function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log('Installing Chromium from the system’s packages …');
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], quiet);
  spawnSync(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'],
    quiet,
  );
}

/** Path of a Chromium; ends the script with a clear message when there is none. */
export function chromium() {
  const path = found() ?? (install(), found());
  if (path) return path;
  console.error(
    'The end-to-end tests need Chromium or Chrome. Install one, or name it with CLIENTELA_CHROMIUM.',
  );
  process.exit(1);
}
