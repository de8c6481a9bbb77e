// Puts the loopback host together: engine process, keys, routes, server, and when to lock or end.

import { type AssetMap, loadAssets } from '../assets.ts';
import { createEngineProcess, type EngineChild } from '../engineProcess.ts';
import type { EngineInit } from '../../engine/wire.ts';
import { watchActivity } from './activity.ts';
import { createRoutes } from './api.ts';
import { createInbox } from './inbox.ts';
import { createKeyring } from './keyring.ts';
import { startServer } from './server.ts';
import { CLOSE_BAD_KEY, createSockets } from './socket.ts';

export interface LoopbackHostOptions {
  readonly init: Omit<EngineInit, 'reopen'>;
  readonly projectsDir: string;
  readonly rendererDir: string;
  readonly launch: () => EngineChild<never>;
  readonly files: readonly string[];
  readonly keepOpen: boolean;
  readonly dev: boolean;
  /** One line for the user's terminal. */
  readonly say: (line: string) => void;
  /** Locked after a long time without use; a new start link opens it again. */
  readonly onLocked: () => void;
  /** The host has ended by itself. */
  readonly onEnded: () => void;
}

export interface LoopbackHost {
  readonly port: number;
  /** A fresh token for a start link: once, within a minute. */
  issueToken(): string;
  stop(): Promise<void>;
}

/** Starts engine and server. */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  const { say } = options;
  const engine = createEngineProcess<never>({
    launch: options.launch,
    init: options.init,
    now: () => performance.now(),
    tell: (event) => say(ENGINE_LINES[event]),
  });
  const end = (line: string): void => {
    say(line);
    void stop().then(options.onEnded);
  };
  const keyring = createKeyring({
    now: () => performance.now(),
    onTooManyBadKeys: () => end('Stopped: ten wrong keys were sent to this address. Start Clientela again.'),
  });
  const activity = watchActivity(
    { onIdle: () => lock(), onLastTabClosed: () => end('The last tab was closed.') },
    options.keepOpen,
  );
  const sockets = createSockets({
    keyring,
    activity,
    openFramePort: (events) => engine.openFramePort(events),
  });
  const lock = (): void => {
    keyring.revokeAll();
    sockets.closeAll(CLOSE_BAD_KEY);
    options.onLocked();
  };
  const inbox = createInbox(options.init.dataDir, options.projectsDir);
  let files = options.files;
  const routes = createRoutes({
    engine,
    keyring,
    inbox,
    takeLaunchFiles: () => {
      const taken = files;
      files = [];
      return taken;
    },
    onReusedLink: () =>
      say('A start link was used a second time and refused. If that was not you, stop Clientela.'),
  });
  const server = await startServer({
    routes,
    assets: assetsOf(options.rendererDir, options.dev),
    keyring,
    sockets,
    activity,
    onRefused: (route, status) => say(`refused ${route} ${status}`),
  });
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      activity.stop();
      sockets.closeAll(1001);
      server.close();
      await engine.stop();
      await inbox.clear();
    })();
    return stopping;
  };
  return { port: server.port, issueToken: () => keyring.issue(), stop };
}

const ENGINE_LINES = {
  restarted: 'The engine stopped and was started again.',
  'given-up':
    'The engine stopped more than five times in a minute. Close the tab, then start Clientela again.',
} as const;

function assetsOf(rendererDir: string, dev: boolean): () => AssetMap {
  if (dev) return () => loadAssets(rendererDir);
  const assets = loadAssets(rendererDir);
  return () => assets;
}
