// Builds the renderer into out/renderer, with nothing inline (the content security policy allows no inline code) and
// a list of its files, which is all that the hosts will serve.

import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
};

function assetList(): Plugin {
  return {
    name: 'asset-list',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).toSorted();
        const list = files.map((file) => {
          const type = TYPES[file.slice(file.lastIndexOf('.') + 1)];
          if (type === undefined) throw new Error(`No content type is known for ${file}.`);
          return { path: `/${file}`, file, type };
        });
        const index = list.find((asset) => asset.file === 'index.html');
        if (index) list.push({ ...index, path: '/' });
        this.emitFile({ type: 'asset', fileName: 'assets.json', source: JSON.stringify(list, null, 1) });
      },
    },
  };
}

export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: false,
  plugins: [react(), assetList()],
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: ['renderer/index.html', 'renderer/gallery.html'] },
  },
});
