// npm run dist: builds, then makes the installers. Further arguments go to electron-builder (--linux, --mac, --win).

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectNode } from './node.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const STEPS = [
  [at('scripts/build.mjs')],
  [at('node_modules/electron-builder/cli.js'), '--publish', 'never', ...process.argv.slice(2)],
];

for (const args of STEPS) {
  const { status } = spawnSync(projectNode(), args, { cwd: at('.'), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
