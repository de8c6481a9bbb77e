// Whether the desktop window can be opened here, and fetching Electron's binary where it can be had. Electron comes
// without it; the download is tried for as long as bytes arrive, and given up after ten seconds without any.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SILENCE_LIMIT_MS = 10_000;
const require = createRequire(import.meta.url);

function packageDir() {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null; // a production install has no Electron package
  }
}

/** Path of Electron's binary; null when it is not here. Never starts a download. */
export function electronBinary() {
  const dir = packageDir();
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (dir === null || (!override && !existsSync(join(dir, 'path.txt')))) return null;
  const name = existsSync(join(dir, 'path.txt')) ? readFileSync(join(dir, 'path.txt'), 'utf8') : 'electron';
  const binary = join(override ?? join(dir, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

/** Why no desktop window can be shown on this machine, whatever is installed; null when one can. */
export function desktopObstacle() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  if (process.getuid?.() === 0) return 'the desktop window does not run as root';
  return null;
}

/** Run as a script: fetches the binary. Exit code 0 when it is there afterwards. */
async function fetchBinary() {
  const dir = packageDir();
  if (dir === null) process.exit(1);
  const { downloadArtifact } = await import('@electron/get');
  const giveUp = () => process.exit(1);
  const limit = setTimeout(giveUp, SILENCE_LIMIT_MS);
  await downloadArtifact({
    version: require('electron/package.json').version,
    artifactName: 'electron',
    checksums: require('electron/checksums.json'),
    platform: process.platform,
    arch: process.arch,
    downloadOptions: { quiet: true, getProgressCallback: async () => void limit.refresh() },
  }).catch(giveUp);
  clearTimeout(limit);
  const { status } = spawnSync(process.execPath, [join(dir, 'install.js')], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

if (process.argv[2] === 'fetch') await fetchBinary();
