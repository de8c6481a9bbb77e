// npm run dist: builds, then makes the installers. Further arguments go to electron-builder (--linux, --mac, --win).

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectNode } from './node.mjs';
import { CHECKED_ON, electronObstacle, electronVersions, isListOld } from './supported.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const STEPS = [
  [at('scripts/build.mjs')],
  [at('node_modules/electron-builder/cli.js'), '--publish', 'never', ...process.argv.slice(2)],
];

const { tested, packed } = electronVersions();
const obstacle =
  tested === packed
    ? electronObstacle(packed)
    : `Electron ${packed} of electron-builder.yml is not the ${tested} of package.json.`;
if (obstacle !== null) {
  console.error(obstacle);
  process.exit(1);
}
if (isListOld(new Date()))
  console.error(
    `The list of supported Electron versions is of ${CHECKED_ON}: look whether there is a newer one.`,
  );

for (const args of STEPS) {
  const { status } = spawnSync(projectNode(), args, { cwd: at('.'), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
