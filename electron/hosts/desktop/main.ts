// Entry of the desktop app's main process; besides the preload the only file that imports Electron itself. Nothing is
// awaited at the top: Electron is ready only after this module has been evaluated, and would wait for ever.

import { join } from 'node:path';
import * as electron from 'electron';
import { entryUrl } from '../../engine/threads/entry.ts';
import { loadAssets } from '../assets.ts';
import { appRoot, engineInit } from '../places.ts';
import { startDesktop } from './desktop.ts';
import { forkUtility } from './utilityEngine.ts';

startDesktop({
  electron,
  argv: process.argv.slice(1),
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  assets: loadAssets(join(appRoot(), 'out', 'renderer')),
  preload: join(appRoot(), 'out', 'node', 'preload.cjs'),
  init: engineInit(process.env),
  launchEngine: () => forkUtility(electron, entryUrl('process', import.meta.url)),
}).catch((error: unknown) => {
  console.error(`Clientela could not start: ${error instanceof Error ? error.stack : String(error)}`);
  electron.app.exit(1);
});
