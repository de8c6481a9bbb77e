// The built app for the tests that need it. Test files run side by side, and two builds at once would each empty the
// other's folder, so the first one builds and the others wait.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../../scripts/fresh.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = join(
  tmpdir(),
  `clientela-build-${createHash('sha256').update(ROOT).digest('hex').slice(0, 16)}`,
);
const WAIT_MS = 200;

/** Builds if a source is newer than the last build. @throws Error with the build's output */
export function ensureBuilt(): void {
  while (!isBuilt()) {
    if (!take()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
      continue;
    }
    try {
      if (!isBuilt()) build();
      return;
    } finally {
      rmSync(LOCK, { force: true });
    }
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build ended with ${status}\n${stdout}\n${stderr}`);
}

/** True when this process holds the lock now. One left by a process that has gone is removed. */
function take(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderLives()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderLives(): boolean {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    return holder === 0 || process.kill(holder, 0); // 0: it has not written its number yet
  } catch {
    return false;
  }
}
