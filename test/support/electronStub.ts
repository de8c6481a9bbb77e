// A folder that looks like an unpacked Electron for Linux, so that packing can be tested without the binary: the
// "binary" is only a fuse wire between some bytes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** @param states one character per fuse: `1` on, `0` off */
export function writeFuseFile(path: string, states: string): void {
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, states.length]), Buffer.from(states)]);
  writeFileSync(path, Buffer.concat([Buffer.alloc(64, 0x7f), wire, Buffer.alloc(64)]), { mode: 0o755 });
}

export function writeElectronStub(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFuseFile(join(folder, 'electron'), '101100011'); // Electron's own defaults
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stub');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
}
