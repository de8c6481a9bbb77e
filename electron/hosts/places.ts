// Where things lie on this machine: the app's own folder, the data folder, the projects folder. Hosts and the
// command line ask here, so that all of them share one recent list.

import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineInit } from '../engine/wire.ts';

/** The folder that holds `package.json`, `resources/` and `out/`: two up from this file, built (`out/node`) or not. */
export function appRoot(): string {
  return fileURLToPath(new URL('../../', import.meta.url));
}

/** Recent list, settings, inbox. `CLIENTELA_HOME` moves it. */
export function dataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env.CLIENTELA_HOME) return env.CLIENTELA_HOME;
  const home = homedir();
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Clientela');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Clientela');
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'clientela');
}

/** Where the loopback host puts new projects. `CLIENTELA_PROJECTS` moves it. */
export function projectsDir(env: NodeJS.ProcessEnv): string {
  return env.CLIENTELA_PROJECTS || join(homedir(), 'Clientela');
}

/** The engine's start options on this machine. `CLIENTELA_NOW` and `CLIENTELA_SEED` make a run reproducible. */
export function engineInit(env: NodeJS.ProcessEnv): Omit<EngineInit, 'reopen'> {
  return {
    dataDir: dataDir(env),
    resourcesDir: join(appRoot(), 'resources'),
    threads: Math.max(1, availableParallelism()),
    seed: Number.parseInt(env.CLIENTELA_SEED ?? '', 10) || 1,
    now: env.CLIENTELA_NOW || null,
  };
}
