// npm start: builds if needed, then the desktop window; where Electron cannot be had, the same app in the browser.
// Flags: --browser --sample --keep-open --print-link --download, and files to open. Runs under any Node that npm uses.

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { desktopObstacle, electronBinary } from './electron.mjs';
import { isBuilt } from './fresh.mjs';
import { projectNode } from './node.mjs';

const OWN_FLAGS = ['--browser', '--download'];
const BROWSER_FLAGS = ['--keep-open', '--print-link'];
const REFUSED_SWITCH = 78; // the desktop host's own exit code: not to be papered over by another window
const EARLY_MS = 5000;

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const args = process.argv.slice(2);
const has = (flag) => args.includes(flag);
const passed = args.filter((arg) => !OWN_FLAGS.includes(arg));
const node = projectNode();

if (!isBuilt()) run(node, [at('scripts/build.mjs')]);
const reason = has('--browser') ? null : await openDesktop();
if (reason !== null) console.log(`Clientela opens in the browser: ${reason}.`);
process.exitCode = (await live(node, [at('out/node/loopback.js'), ...passed], 'ipc')).code;

/** Ends this script once the window is closed. @returns why there is no window */
async function openDesktop() {
  const obstacle = desktopObstacle();
  if (obstacle !== null) return obstacle;
  if (electronBinary() === null) fetchElectron();
  const electron = electronBinary();
  if (electron === null) return 'the Electron binary is not installed and could not be fetched';
  const begun = performance.now();
  const { code } = await live(electron, [at('.'), ...passed.filter((arg) => !BROWSER_FLAGS.includes(arg))]);
  if (code === 0 || code === REFUSED_SWITCH || performance.now() - begun > EARLY_MS) process.exit(code);
  return `the desktop window could not be started (code ${code})`;
}

function fetchElectron() {
  if (process.env.CLIENTELA_NO_ELECTRON_DOWNLOAD === '1' && !has('--download')) return;
  console.log('Fetching the Electron binary once …');
  spawnSync(node, [at('scripts/electron.mjs'), 'fetch'], { stdio: ['ignore', 'ignore', 'ignore'] });
}

function run(command, parameters) {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** A child that shares our terminal; we pass on what asks us to end and wait for it. `link` tells it when we are gone. */
function live(command, parameters, link = 'ignore') {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE; // set by some terminals inside editors; Electron would be plain Node
  const child = spawn(command, parameters, { stdio: ['inherit', 'inherit', 'inherit', link], env });
  const forward = (signal) => child.kill(signal);
  const ignore = () => undefined; // the terminal has sent it to the child as well
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', ignore);
  return new Promise((resolve) => {
    const end = (code) => {
      process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', ignore);
      resolve({ code });
    };
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
