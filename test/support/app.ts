// The real application for end-to-end tests: the built loopback host with its own data folder, and a real Chromium.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningApp {
  /** The link that opens the window once; asked for anew for each window. */
  readonly link: string;
  readonly home: string;
  readonly projects: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Starts `out/node/loopback.js` and waits for its link. */
export async function startApp(
  options: { readonly sample?: boolean; readonly files?: readonly string[]; readonly home?: string } = {},
): Promise<RunningApp> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'clientela-e2e-'));
  const projects = join(home, 'projects');
  const flags = [
    '--keep-open',
    '--print-link',
    ...(options.sample ? ['--sample'] : []),
    ...(options.files ?? []),
  ];
  const env = { ...process.env, CLIENTELA_HOME: home, CLIENTELA_PROJECTS: projects };
  const child = spawn(process.execPath, [join(ROOT, 'out/node/loopback.js'), ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const link = await new Promise<string>((found, failed) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text);
      if (match) found(match[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => failed(new Error(`the host ended: ${text}`)));
  });
  const stop = async (): Promise<void> => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
    if (!options.home) rmSync(home, { recursive: true, force: true });
  };
  return { link, home, projects, process: child, stop };
}
