// Compiles the SIMD kernels of electron/engine/analysis/kernels to WebAssembly and writes them, as base64, into the
// module that loads them: `node scripts/kernels.mjs`. What it writes is committed; a test compiles again and compares.

import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = 'electron/engine/analysis/kernels/assembly/index.ts';
const TARGET = new URL('../electron/engine/analysis/kernels/compiled.ts', import.meta.url);

// No relaxed SIMD and no fused multiply-add: the bits are the same on every machine. No runtime, no stack and no data:
// the kernels see only the memory that they are given.
const FLAGS =
  '-O3 --noAssert --runtime stub --enable simd --importMemory --disable bulk-memory --outFile kernels.wasm';

/** @returns the compiled module */
export async function compileKernels() {
  let binary = null;
  const { error } = await asc.main([SOURCE, '--baseDir', ROOT, ...FLAGS.split(' ')], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  if (error || binary === null) throw new Error(`asc: ${error?.message ?? 'no module'}`);
  return binary;
}

/** The text of compiled.ts for a compiled module. */
export function moduleText(binary) {
  const text = Buffer.from(binary).toString('base64');
  return `// Written by scripts/kernels.mjs from assembly/: do not edit.\nexport const KERNELS_BASE64 =\n  '${text}';\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(TARGET, moduleText(await compileKernels()));
}
