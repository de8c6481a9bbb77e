// Builds renderer, Node side and preload. Needs no network. Exits with the first failing build's code.

import { spawnSync } from 'node:child_process';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STAMP } from './fresh.mjs';
import { projectNode } from './node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
const BUILDS = [
  ['build', '--logLevel', 'warn'],
  ['build', '--logLevel', 'warn', '--config', 'vite.node.config.ts'],
  ['build', '--logLevel', 'warn', '--config', 'vite.node.config.ts', '--mode', 'preload'],
];

const begun = new Date();
rmSync(STAMP, { force: true });
for (const args of BUILDS) {
  const { status } = spawnSync(projectNode(), [vite, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
writeFileSync(STAMP, '');
utimesSync(STAMP, begun, begun);
