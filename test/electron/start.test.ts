// npm start, with a shell script in Electron's place: which window opens, and what happens when none can. The desktop
// does not run as root, so a root test run becomes nobody for these.

import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'scripts',
  'package.json',
  'vite.config.ts',
  'vite.node.config.ts',
];
const NOBODY = 65_534;
const LINK =
  /^Open this address in a browser within one minute; it works once: http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]{43}$/;

let dir: string;
let app: string;
let running: Started | null = null;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-start-'));
  chmodSync(dir, 0o777);
  ensureBuilt();
  app = join(dir, 'app/'); // a copy, so that an edit of the sources during the test does not make it build
  for (const name of COPIED) cpSync(join(ROOT, name), join(app, name), { recursive: true });
  cpSync(join(ROOT, 'out'), join(app, 'out'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  writeFileSync(join(app, 'out', 'built'), '');
}, 120_000);
afterEach(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Started {
  /** Lines as they come. */
  readonly lines: AsyncIterator<string>;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(
    process.execPath,
    [join(app, 'scripts/start.mjs'), '--print-link', '--keep-open', ...args],
    {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        CLIENTELA_HOME: join(dir, 'home'),
        CLIENTELA_PROJECTS: join(dir, 'projects'),
        CLIENTELA_NO_ELECTRON_DOWNLOAD: '1',
        ...env,
      },
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  running = { lines, child, ended: promise };
  return running;
}

/** A stand-in for Electron's binary that writes down its arguments and ends with a code. */
function electronStub(
  name: string,
  code: number,
): { readonly env: Record<string, string>; args(): readonly string[] } {
  const folder = join(dir, name);
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  const log = join(folder, 'args');
  writeFileSync(
    join(folder, 'electron'),
    `#!/bin/sh\nprintf '%s\\n' "$@" "run as node: \${ELECTRON_RUN_AS_NODE:-no}" > ${log}\nexit ${code}\n`,
    { mode: 0o755 },
  );
  return {
    env: { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_RUN_AS_NODE: '1' },
    args: () => readFileSync(log, 'utf8').trimEnd().split('\n'),
  };
}

const next = async ({ lines }: Started): Promise<string> => String((await lines.next()).value);

describe('the desktop window', () => {
  test('opens when there is a display and a binary, with files and --sample', async () => {
    const stub = electronStub('good', 0);
    const { ended } = start(['--sample', '/tmp/shop.clientela'], stub.env);
    expect(await ended).toBe(0);
    expect(stub.args()).toEqual([app, '--sample', '/tmp/shop.clientela', 'run as node: no']);
  });

  test('gives way to the browser when it cannot start', async () => {
    const started = start([], electronStub('broken', 1).env);
    expect(await next(started)).toBe(
      'Clientela opens in the browser: the desktop window could not be started (code 1).',
    );
    expect(await next(started)).toMatch(LINK);
  });

  test('does not give way when it refused a dangerous switch', async () => {
    const { ended } = start([], electronStub('refusing', 78).env);
    expect(await ended).toBe(78);
  });
});

describe('the browser', () => {
  test('is used without a display, says why, and ends with the script', async () => {
    const started = start([], {});
    expect(await next(started)).toBe('Clientela opens in the browser: there is no display.');
    expect(await next(started)).toMatch(LINK);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  test('ends when the script is killed: nothing stays behind', async () => {
    const started = start([], {});
    await next(started);
    const { origin } = new URL(/http:\S+/.exec(await next(started))?.[0] ?? '');
    started.child.kill('SIGKILL');
    await expect
      .poll(
        () =>
          fetch(origin).then(
            () => 'there',
            () => 'gone',
          ),
        { timeout: 20_000 },
      )
      .toBe('gone');
  });

  test('is used when there is no binary and none may be fetched', async () => {
    const started = start([], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: join(dir, 'nothing') });
    expect(await next(started)).toBe(
      'Clientela opens in the browser: the Electron binary is not installed and could not be fetched.',
    );
    expect(await next(started)).toMatch(LINK);
  });

  test('is used on request, without a reason', async () => {
    const started = start(['--browser', '--sample'], electronStub('unused', 0).env);
    expect(await next(started)).toMatch(/#start=[\w-]{43}&sample$/);
  });
});
