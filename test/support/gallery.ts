// The built gallery behind the app's own headers, so that fixtures live under the same content policy as screens.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { loadAssets } from '../../electron/hosts/assets.ts';
import { SECURITY_HEADERS } from '../../electron/hosts/headers.ts';

export interface Gallery {
  readonly address: (fixture: string, theme: 'light' | 'dark', locale: string) => string;
  readonly fixtures: (page: Page) => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

export async function startGallery(): Promise<Gallery> {
  const assets = loadAssets(fileURLToPath(new URL('../../out/renderer', import.meta.url)));
  const server = createServer((request, response) => {
    const asset = assets.get((request.url ?? '').split('?')[0] ?? '');
    if (!asset) return void response.writeHead(404).end();
    response
      .writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': asset.contentType })
      .end(readFileSync(asset.file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery.html`;
  return {
    address: (fixture, theme, locale) =>
      `${base}?fixture=${encodeURIComponent(fixture)}&theme=${theme}&locale=${locale}`,
    fixtures: async (page) => {
      await page.goto(base);
      await page.locator('[data-ready] a').first().waitFor();
      return page.locator('[data-ready] a').allTextContents();
    },
    stop: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
