// Whether what lies in out/ was built from the sources as they are now.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'package.json',
  'vite.config.ts',
  'vite.node.config.ts',
];

/** Written at the end of a build, dated at its start. */
export const STAMP = join(root, 'out', 'built');

/** True when no source is newer than the last complete build. */
export function isBuilt() {
  return (
    existsSync(STAMP) && SOURCES.every((source) => newest(join(root, source)) <= statSync(STAMP).mtimeMs)
  );
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(found.mtimeMs, ...inside);
}
