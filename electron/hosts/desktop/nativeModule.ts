// The one piece of the app that lies outside the integrity-checked archive, because the system has to load it: the
// database's native module. Its SHA-256 is built into the archive, and compared before the engine starts.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NativeModule {
  /** Absolute path of the file that the engine is going to load. */
  readonly file: string;
  /** Lower-case hex; undefined where the app is not built for. */
  readonly sha256: string | undefined;
}

/**
 * Where the native module of this machine lies, and what it must be.
 *
 * @param root the app's folder or archive
 * @param target platform and processor, e.g. `linux-x64`
 * @param pins lower-case hex SHA-256 by target
 */
export function nativeModule(
  root: string,
  target: string,
  pins: Readonly<Record<string, string>>,
): NativeModule {
  const unpacked = root.replace(/app\.asar(?=[\\/]?$)/, 'app.asar.unpacked');
  const file = join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds', `${target}.node`);
  return { file, sha256: Object.hasOwn(pins, target) ? pins[target] : undefined };
}

/** False as well when the file cannot be read, or nothing is known about it. */
export function isIntact({ file, sha256 }: NativeModule): boolean {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
  } catch {
    return false;
  }
}
