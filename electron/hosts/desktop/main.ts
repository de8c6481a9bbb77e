// Entry of the desktop app's main process; besides the preload the only file that imports Electron itself. Nothing is
// awaited at the top: Electron is ready only after this module has been evaluated, and would wait for ever.

import { join } from 'node:path';
import * as electron from 'electron';
import { entryUrl } from '../../engine/threads/entry.ts';
import { loadAssets } from '../assets.ts';
import { appRoot, engineInit } from '../places.ts';
import { startDesktop } from './desktop.ts';
import { nativeModule } from './nativeModule.ts';
import { forkUtility } from './utilityEngine.ts';

/** Put in by the build; this file only ever runs built. */
declare const NATIVE_SHA256: Readonly<Record<string, string>>;

startDesktop({
  electron,
  argv: process.argv.slice(1),
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  assets: loadAssets(join(appRoot(), 'out', 'renderer')),
  preload: join(appRoot(), 'out', 'node', 'preload.cjs'),
  native: nativeModule(appRoot(), `${process.platform}-${process.arch}`, NATIVE_SHA256),
  init: engineInit(process.env),
  launchEngine: () => forkUtility(electron, entryUrl('process', import.meta.url)),
}).catch((error: unknown) => {
  console.error(`Clientela could not start: ${error instanceof Error ? error.stack : String(error)}`);
  electron.app.exit(1);
});
