// Opens the user's browser on a fresh start link. The token is never on a command line, where every user of the
// machine can read it: the browser is given a private file whose page leads on to the link.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The start link; the token is in the fragment, which no server is sent. */
export function startLink(port: number, token: string, sample: boolean): string {
  return `http://127.0.0.1:${port}/#start=${token}${sample ? '&sample' : ''}`;
}

/**
 * Writes the page that leads to the link, readable by the user alone.
 *
 * @param folder not a hidden one: browsers in a sandbox of their own cannot read those
 * @returns path of the file; remove it once the link is used or too old
 */
export function writeStartPage(folder: string, link: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `open-${randomUUID()}.html`);
  const page = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Clientela</title><script>location.replace(${JSON.stringify(link).replaceAll('<', '\\u003c')})</script>`;
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' });
  return path;
}

export function removeStartPage(path: string): void {
  rmSync(path, { force: true });
}

/** The command that opens a file in the default browser; null when nobody is looking (no display). */
export function openerFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Runs the opener and leaves it alone. Resolves to false when it could not be started. */
export function openWith(opener: readonly string[], path: string): Promise<boolean> {
  const [command = '', ...args] = opener;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(command, [...args, path], { detached: true, stdio: 'ignore' });
  child.once('error', () => resolve(false));
  child.once('spawn', () => resolve(true));
  child.unref();
  return promise;
}
