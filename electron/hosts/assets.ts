// The renderer's files by their exact URL path. The list is made when the renderer is built; at run time nothing is
// joined or resolved, so no request can name a file that is not in it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const AssetList = z.array(
  z.strictObject({
    path: z.string().regex(/^\/[\w./-]*$/),
    file: z.string().regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/),
    type: z.string(),
  }),
);

export interface Asset {
  /** Absolute path of the built file. */
  readonly file: string;
  readonly contentType: string;
}

export type AssetMap = ReadonlyMap<string, Asset>;

/**
 * Reads the list that the renderer's build left beside its files.
 *
 * @param rendererDir the folder `out/renderer`
 * @throws Error when the renderer has not been built
 */
export function loadAssets(rendererDir: string): AssetMap {
  const file = join(rendererDir, 'assets.json');
  if (!existsSync(file)) throw new Error('The page has not been built. Run "npm run build" first.');
  const list = AssetList.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    list.map(({ path, file, type }) => [path, { file: join(rendererDir, file), contentType: type }]),
  );
}
