// Builds everything that runs in Node into out/node, all entries side by side (entry.ts relies on that). Bundled
// except what is native or must find its own worker files. `--mode preload` builds the preload script, which a
// sandboxed window can only load as one CommonJS file.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const ENTRIES: Record<string, string> = {
  desktop: 'electron/hosts/desktop/main.ts',
  loopback: 'electron/hosts/loopback/main.ts',
  cli: 'electron/hosts/cli/main.ts',
  engine: 'electron/engine/process.ts',
  reader: 'electron/engine/threads/reader.ts',
  job: 'electron/engine/threads/job.ts',
  kernels: 'electron/engine/threads/kernels.ts',
  legacy: 'electron/engine/files/legacy/child.ts',
};

const EXTERNAL = ['electron', 'better-sqlite3', 'piscina'];

const PREBUILDS = new URL('node_modules/better-sqlite3/prebuilds/', import.meta.url);
const PACKED = /^((?:linux|darwin|win32)-(?:x64|arm64))\.node$/;

/** SHA-256 of the native modules that installers are made with, by platform and processor. */
function nativePins(): Record<string, string> {
  const targets = readdirSync(PREBUILDS).flatMap((file) => PACKED.exec(file)?.[1] ?? []);
  const hash = (target: string): string =>
    createHash('sha256')
      .update(readFileSync(new URL(`${target}.node`, PREBUILDS)))
      .digest('hex');
  return Object.fromEntries(targets.toSorted().map((target) => [target, hash(target)]));
}

interface Chunk {
  code?: string;
}

/** Text beyond ASCII doubles the memory that every thread needs for the source of a chunk. */
const asciiOnly = {
  name: 'ascii-only',
  // At the very end: what transpiles the chunks writes the characters themselves.
  generateBundle(_options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
    for (const chunk of Object.values(bundle))
      if (chunk.code !== undefined)
        chunk.code = chunk.code.replaceAll(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    publicDir: false,
    plugins: [asciiOnly],
    define: { 'process.env.NODE_ENV': '"production"', NATIVE_SHA256: JSON.stringify(nativePins()) },
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' as const },
    build: {
      ssr: true,
      outDir: 'out/node',
      emptyOutDir: !isPreload,
      target: 'node22',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: isPreload ? { preload: 'electron/hosts/desktop/preload.ts' } : ENTRIES,
        external: EXTERNAL,
        output: isPreload
          ? { format: 'cjs' as const, entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es' as const, entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  };
});
