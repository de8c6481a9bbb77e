// Finds the Node that runs the app: the one that came with the project, else the one that runs this script. Written
// for Node 18 and newer, because npm itself may run under an older Node than the app needs.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const NAPI_NEEDED = 10; // below it the database's native module ends the process with a segmentation fault

/** Path of a Node with Node-API 10 or newer; ends the script with a clear message when there is none. */
export function projectNode() {
  if (existsSync(OWN) && napiOf(OWN) >= NAPI_NEEDED) return OWN;
  if (Number(process.versions.napi) >= NAPI_NEEDED) return process.execPath;
  console.error(
    `Clientela needs Node.js 22.14 or newer; this is ${process.version}. Install a newer one, then run "npm ci" again.`,
  );
  process.exit(1);
}

function napiOf(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
  return Number(stdout) || 0;
}
