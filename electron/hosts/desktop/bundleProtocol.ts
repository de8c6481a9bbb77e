// app://bundle: the page's own files, from the exact list made at build time. User data never travels this way.

import { readFile } from 'node:fs/promises';
import type { CustomScheme, Session } from 'electron';
import type { AssetMap } from '../assets.ts';
import { SECURITY_HEADERS } from '../headers.ts';

export const PAGE = 'app://bundle/index.html';
export const ORIGIN = 'app://bundle';

export const SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    stream: false,
    allowExtensions: false,
  },
};

/** Answers on the given session only; `protocol.handle` of the module itself would miss a partition's session. */
export function serveBundle(session: Session, assets: AssetMap): void {
  session.protocol.handle('app', (request) => answer(request, assets));
}

async function answer(request: Request, assets: AssetMap): Promise<Response> {
  const asset = request.method === 'GET' ? assets.get(pathOf(request.url)) : undefined;
  if (asset === undefined) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
  return new Response(await readFile(asset.file), {
    headers: { ...SECURITY_HEADERS, 'content-type': asset.contentType },
  });
}

/** The text after our origin, as it is: an address with a query, an escape or a dot segment matches nothing. */
function pathOf(url: string): string {
  return url.startsWith(`${ORIGIN}/`) ? url.slice(ORIGIN.length) : '';
}
