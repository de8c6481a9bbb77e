// Entry of the loopback host: the app in the user's browser, for machines without Electron and for tests.

import { join } from 'node:path';
import { entryUrl } from '../../engine/threads/entry.ts';
import { appRoot, engineInit, projectsDir } from '../places.ts';
import { forkEngine } from './fork.ts';
import { type LoopbackHost, startLoopbackHost } from './host.ts';
import { openerFor, openWith, removeStartPage, startLink, writeStartPage } from './launch.ts';
import { parseOptions } from './options.ts';

const START_PAGE_LIFE_MS = 60_000;
const options = parseOptions(process.argv.slice(2));
const say = (line: string): void => console.log(line);
const projects = projectsDir(process.env);

const host = await startLoopbackHost({
  init: engineInit(process.env),
  projectsDir: projects,
  rendererDir: join(appRoot(), 'out', 'renderer'),
  launch: () => forkEngine(entryUrl('process', import.meta.url)),
  files: options.files,
  keepOpen: options.keepOpen,
  dev: options.dev,
  say,
  onLocked: () => offerUnlock(),
  onEnded: () => process.exit(0),
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
process.on('disconnect', () => void end()); // started by another program that has gone
await open(host);

async function end(): Promise<void> {
  await host.stop();
  process.exit(0);
}

async function open({ port, issueToken }: LoopbackHost): Promise<void> {
  const link = startLink(port, issueToken(), options.sample);
  const opener = options.printLink ? null : openerFor(process.platform, process.env);
  if (opener === null) {
    say(`Open this address in a browser within one minute; it works once: ${link}`);
    return;
  }
  const page = writeStartPage(projects, link);
  setTimeout(() => removeStartPage(page), START_PAGE_LIFE_MS).unref();
  process.once('exit', () => removeStartPage(page));
  if (await openWith(opener, page))
    say(`Clientela opens in your browser. If it does not, open this file within one minute: ${page}`);
  else say(`Open this address in a browser within one minute; it works once: ${link}`);
}

/** Without a terminal nobody could unlock, so the host ends; the project is saved either way. */
function offerUnlock(): void {
  if (!process.stdin.isTTY) {
    say('Stopped after 30 minutes without use.');
    void end();
    return;
  }
  say('Locked after 30 minutes without use. Press Enter here to open Clientela again.');
  process.stdin.once('data', () => {
    process.stdin.pause();
    void open(host);
  });
}
