// Builds everything that runs in Node into out/node, all entries side by side (entry.ts relies on that). Bundled
// except what is native or must find its own worker files. `--mode preload` builds the preload script, which a
// sandboxed window can only load as one CommonJS file.

import { defineConfig } from 'vite';

const ENTRIES: Record<string, string> = {
  desktop: 'electron/hosts/desktop/main.ts',
  loopback: 'electron/hosts/loopback/main.ts',
  cli: 'electron/hosts/cli/main.ts',
  engine: 'electron/engine/process.ts',
  reader: 'electron/engine/threads/reader.ts',
  job: 'electron/engine/threads/job.ts',
  kernels: 'electron/engine/threads/kernels.ts',
};

const EXTERNAL = ['electron', 'better-sqlite3', 'piscina'];

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
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
