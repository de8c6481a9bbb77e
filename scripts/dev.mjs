// npm run dev: the loopback host on the unbuilt engine, and the renderer built anew at each change (reload the tab).
// A dev server with hot modules would need inline code, which the product's content security policy forbids; here the
// page runs under the same headers as for the user. The host starts anew when its own sources change.

import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectNode } from './node.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const node = projectNode();
const vite = at('node_modules/vite/bin/vite.js');
const options = { cwd: at('.'), stdio: 'inherit' };

if (spawnSync(node, [vite, 'build', '--logLevel', 'warn'], options).status !== 0) process.exit(1);
spawn(node, [vite, 'build', '--watch', '--logLevel', 'warn'], options);

let host = startHost();
let pending;
for (const folder of ['electron', 'shared']) {
  watch(at(folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, 300);
  });
}

function startHost() {
  const args = [at('electron/hosts/loopback/main.ts'), '--dev', '--keep-open', ...process.argv.slice(2)];
  return spawn(node, args, options);
}

function restart() {
  host.once('exit', () => {
    host = startHost();
  });
  if (!host.kill('SIGTERM')) host = startHost();
}
