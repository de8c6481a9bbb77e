// The desktop host against a recording fake of Electron: what is set, and that every protection comes before the
// first window. Real Electron is not needed (and often not there).

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromEngine, ToEngine } from '../../electron/engine/wire.ts';
import type { AssetMap } from '../../electron/hosts/assets.ts';
import { type DesktopParts, startDesktop } from '../../electron/hosts/desktop/desktop.ts';
import { lockDown } from '../../electron/hosts/desktop/lockDown.ts';
import { isPermitted, PERMISSIONS } from '../../electron/hosts/desktop/permissions.ts';
import { REFUSED_SWITCHES } from '../../electron/hosts/desktop/switches.ts';
import { SECURITY_HEADERS } from '../../electron/hosts/headers.ts';
import {
  fakeContents,
  fakeElectron,
  type FakeOptions,
  fakeSession,
  Recorder,
} from '../support/fakeElectron.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-desktop-'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html>page');
  writeFileSync(join(dir, 'native.node'), 'machine code');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** An engine process that answers at once, in this process. */
function fakeChild(sent: { message: ToEngine; transfer: readonly unknown[] }[]) {
  const listeners: ((message: FromEngine) => void)[] = [];
  const exits: (() => void)[] = [];
  const reply = (message: FromEngine): void =>
    queueMicrotask(() => listeners.forEach((listener) => listener(message)));
  return {
    exits,
    send(message: ToEngine, transfer: readonly unknown[] = []) {
      sent.push({ message, transfer });
      if (message.t === 'init') reply({ t: 'ready' });
      if (message.t === 'call')
        reply({ t: 'reply', id: message.id, value: answerTo(message.method, message.args[0] ?? '') });
      if (message.t === 'stop') queueMicrotask(() => exits.forEach((listener) => listener()));
    },
    onMessage: (listener: (message: FromEngine) => void) => void listeners.push(listener),
    onParcel: () => undefined,
    onExit: (listener: () => void) => void exits.push(listener),
    kill: () => undefined,
  };
}

function answerTo(method: string, argument: string): unknown {
  if (method === 'pathOfTarget') return argument === 'known' ? join(dir, 'index.html') : null;
  return { handle: `handle-of:${argument.split('/').at(-1)}`, name: argument.split('/').at(-1), bytes: 1 };
}

async function start(options: FakeOptions = {}, argv: readonly string[] = []) {
  const fake = fakeElectron(options);
  const sent: { message: ToEngine; transfer: readonly unknown[] }[] = [];
  const children: ReturnType<typeof fakeChild>[] = [];
  const env: NodeJS.ProcessEnv = { NODE_OPTIONS: '--inspect', NODE_EXTRA_CA_CERTS: '/tmp/x', PATH: '/bin' };
  const assets: AssetMap = new Map([
    ['/index.html', { file: join(dir, 'index.html'), contentType: 'text/html; charset=utf-8' }],
  ]);
  const parts = {
    electron: fake.module,
    argv,
    cwd: dir,
    env,
    platform: 'linux',
    assets,
    preload: '/app/preload.cjs',
    native: {
      file: join(dir, 'native.node'),
      sha256: createHash('sha256').update('machine code').digest('hex'),
    },
    init: { dataDir: dir, resourcesDir: dir, threads: 1, seed: 1, now: null },
    launchEngine() {
      const child = fakeChild(sent);
      children.push(child);
      return child;
    },
  } as unknown as DesktopParts;
  const started = startDesktop(parts);
  const beforeReady = fake.recorder.names();
  fake.ready.resolve();
  await started;
  return { ...fake, beforeReady, env, sent, children };
}

describe('start', () => {
  test('everything that must come before ready does', async () => {
    const { recorder, beforeReady, env } = await start();
    expect(beforeReady).toEqual([
      'app.enableSandbox',
      'app.requestSingleInstanceLock',
      ...REFUSED_SWITCHES.map(() => 'app.commandLine.hasSwitch'),
      ...Array<string>(9).fill('app.commandLine.appendSwitch'),
      'protocol.registerSchemesAsPrivileged',
      'app.on:session-created',
      'app.on:web-contents-created',
      'app.on:second-instance',
      'app.on:open-file',
      'app.whenReady',
    ]);
    expect(
      recorder.calls.filter(({ name }) => name === 'app.commandLine.appendSwitch').map(({ args }) => args),
    ).toEqual([
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ['disable-background-networking', ''],
      ['disable-component-update', ''],
      ['disable-domain-reliability', ''],
      ['no-pings', ''],
      ['disable-sync', ''],
      ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
      ['proxy-server', '127.0.0.1:9'],
      ['proxy-bypass-list', '<-loopback>'],
    ]);
    expect(env).toEqual({ PATH: '/bin' });
  });

  test('both sessions are shut before the first window, spell checking first of all', async () => {
    const { recorder } = await start();
    const window = recorder.indexOf('BrowserWindow');
    for (const name of ['default', 'mem']) {
      const own = recorder.names().filter((call) => call.startsWith(`session:${name}.`));
      expect(own[0]).toBe(`session:${name}.setSpellCheckerEnabled`);
      expect(recorder.argsOf(`session:${name}.setSpellCheckerEnabled`)).toEqual([false]);
      expect(recorder.indexOf(`session:${name}.setSpellCheckerEnabled`)).toBeLessThan(window);
      expect(recorder.indexOf(`session:${name}.on:will-download`)).toBeLessThan(window);
    }
    expect(recorder.indexOf('session:mem.protocol.handle')).toBeLessThan(window);
    expect(recorder.indexOf('ipcMain.handle')).toBeLessThan(window);
    expect(recorder.indexOf('app.configureHostResolver')).toBeLessThan(window);
    expect(recorder.argsOf('app.configureHostResolver')).toEqual([
      { secureDnsMode: 'off', enableBuiltInResolver: false, enableAdditionalDnsQueryTypes: false },
    ]);
  });

  test.each(REFUSED_SWITCHES)('--%s is refused', async (name) => {
    const { recorder } = await start({ switches: [name] });
    expect(recorder.argsOf('app.exit')).toEqual([78]);
    expect(recorder.names()).not.toContain('app.whenReady');
  });

  test.each([
    ['changed', () => writeFileSync(join(dir, 'native.node'), 'machine code.')],
    ['missing', () => rmSync(join(dir, 'native.node'))],
  ])('a native module that is %s stops a packaged app before the engine', async (_how, tamper) => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    tamper();
    const { recorder, children } = await start();
    expect(recorder.argsOf('app.exit')).toEqual([78]);
    expect([recorder.names().includes('app.whenReady'), children.length]).toEqual([false, 0]);
    expect(said.mock.calls).toEqual([
      [
        `Clientela does not run: ${join(dir, 'native.node')} is missing or has been changed. Install Clientela again.`,
      ],
    ]);
    said.mockRestore();
    expect((await start({ isPackaged: false })).children.length).toBe(1);
  });

  test('a second instance ends at once and hands its files to the first', async () => {
    const second = await start({ hasLock: false });
    expect(second.recorder.names()).toEqual([
      'app.enableSandbox',
      'app.requestSingleInstanceLock',
      'app.exit',
    ]);
    const first = await start();
    first.module.app.emit('second-instance', {}, ['clientela', '--inspect', 'index.html', 'more.csv'], dir);
    writeFileSync(join(dir, 'more.csv'), 'a');
    expect(first.recorder.names()).toContain('window.focus');
    expect(first.recorder.argsOf('contents.send')).toEqual(['launch-files']);
    expect(await invoke(first, { method: 'launchFiles' })).toEqual({
      value: [{ handle: 'handle-of:more.csv', name: 'more.csv', bytes: 1 }],
    });
  });

  test('a file opened from the desktop is announced to the window, and handed out once', async () => {
    const started = await start();
    writeFileSync(join(dir, 'shop.clientela'), 'x');
    let prevented = 0;
    started.module.app.emit('open-file', { preventDefault: () => prevented++ }, join(dir, 'shop.clientela'));
    expect([prevented, started.recorder.argsOf('contents.send')]).toEqual([1, ['launch-files']]);
    expect(await invoke(started, { method: 'launchFiles' })).toEqual({
      value: [{ handle: 'handle-of:shop.clientela', name: 'shop.clientela', bytes: 1 }],
    });
    expect(await invoke(started, { method: 'launchFiles' })).toEqual({ value: [] });
  });

  test('a second start after the window was closed does nothing to it', async () => {
    const { module, recorder, windows } = await start();
    windows[0]?.emit('closed');
    module.app.emit('second-instance', {}, ['clientela', 'more.csv'], dir);
    expect(recorder.names().filter((name) => /^(window\.focus|contents\.send)$/.test(name))).toEqual([]);
  });

  test('the scheme has no more privileges than it needs', async () => {
    const { recorder } = await start();
    expect(recorder.argsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [
        {
          scheme: 'app',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            codeCache: true,
            bypassCSP: false,
            corsEnabled: false,
            allowServiceWorkers: false,
            stream: false,
            allowExtensions: false,
          },
        },
      ],
    ]);
  });
});

describe('window', () => {
  test('has exactly these preferences', async () => {
    const { recorder } = await start({}, ['.', '--sample']);
    expect((recorder.argsOf('BrowserWindow')[0] as { webPreferences: unknown }).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      partition: 'mem',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      enableDeprecatedPaste: false,
      webgl: false,
      autoplayPolicy: 'document-user-activation-required',
      v8CacheOptions: 'code',
      additionalArguments: ['--clientela-sample'],
    });
    expect(recorder.argsOf('window.loadURL')).toEqual(['app://bundle/index.html']);
  });

  test('goes nowhere, opens nothing, embeds nothing', async () => {
    const { recorder, windows } = await start();
    const { webContents } = windows[0] as unknown as { webContents: NodeJS.EventEmitter };
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      let prevented = 0;
      webContents.emit(name, { preventDefault: () => prevented++ });
      expect([name, prevented]).toEqual([name, 1]);
    }
    const picked: string[] = [];
    webContents.emit('select-bluetooth-device', { preventDefault: () => undefined }, [], (id: string) =>
      picked.push(id),
    );
    expect(picked).toEqual(['']);
    expect(recorder.handler('contents.setWindowOpenHandler')()).toEqual({ action: 'deny' });
    expect(recorder.argsOf('contents.setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
  });

  test('a crashed page is loaded again, at most three times a minute', async () => {
    const { recorder, windows } = await start();
    const { webContents } = windows[0] as unknown as { webContents: NodeJS.EventEmitter };
    for (let n = 0; n < 5; n++) webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(recorder.names().filter((name) => name === 'contents.reload').length).toBe(3);
  });

  test('a page that hangs for fifteen seconds is crashed, and so loaded again; each time anew', async () => {
    const { recorder, windows } = await start();
    const [window] = windows as unknown as (NodeJS.EventEmitter & { webContents: NodeJS.EventEmitter })[];
    const crashes = (): number =>
      recorder.names().filter((name) => name === 'contents.forcefullyCrashRenderer').length;
    const counts: number[] = [];
    vi.useFakeTimers();
    for (const [event, wait] of [
      ['unresponsive', 14_999],
      ['responsive', 15_000],
      ['unresponsive', 15_000],
    ] as const) {
      window?.emit(event);
      vi.advanceTimersByTime(wait);
      counts.push(crashes());
    }
    window?.webContents.emit('render-process-gone', {}, { reason: 'killed' });
    window?.emit('unresponsive');
    vi.advanceTimersByTime(15_000);
    vi.useRealTimers();
    expect([...counts, crashes()]).toEqual([0, 0, 1, 2]);
    expect(recorder.names().filter((name) => name === 'contents.reload').length).toBe(1);
  });

  test('the death of another process of Chromium is written down, and the app goes on', async () => {
    const { module, recorder } = await start();
    const said = vi.spyOn(console, 'error').mockReturnValue();
    module.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', name: 'x' });
    expect(said.mock.calls).toEqual([['child process: GPU crashed']]);
    said.mockRestore();
    expect(recorder.names()).not.toContain('app.exit');
  });

  test('the app ends only after the engine has closed the project', async () => {
    const { recorder, module, sent } = await start();
    let prevented = 0;
    module.app.emit('will-quit', { preventDefault: () => prevented++ });
    expect([prevented, recorder.names().includes('app.exit'), sent.at(-1)?.message]).toEqual([
      1,
      false,
      { t: 'stop' },
    ]);
    await expect.poll(() => recorder.names().includes('app.exit')).toBe(true);
    expect(recorder.argsOf('app.exit')).toEqual([0]);
  });
});

describe('session', () => {
  const locked = (): Recorder => {
    const recorder = new Recorder();
    lockDown(fakeSession(recorder, 's') as unknown as Session, false);
    return recorder;
  };

  test('everything is denied but text for the clipboard, and that only for our page', () => {
    const recorder = locked();
    const [ours, other] = [fakeContents(recorder), fakeContents(recorder)];
    other.mainFrame.url = 'app://bundle.evil/';
    const check = recorder.handler('session:s.setPermissionCheckHandler');
    const request = recorder.handler('session:s.setPermissionRequestHandler');
    for (const [name, allowed] of Object.entries(PERMISSIONS)) {
      const answers: unknown[] = [];
      request(ours, name, (answer: unknown) => answers.push(answer));
      expect([name, check(ours, name), answers]).toEqual([
        name,
        name === 'clipboard-sanitized-write',
        [allowed],
      ]);
      expect([check(other, name), check(null, name)]).toEqual([false, false]);
    }
    expect(isPermitted(ours as unknown as WebContents, 'toString')).toBe(false);
    expect(isPermitted(ours as unknown as WebContents, 'a-permission-of-next-year')).toBe(false);
  });

  test('devices, screens, pairing and certificates are refused', () => {
    const recorder = locked();
    const answers: unknown[] = [];
    const answer = (value: unknown): void => void answers.push(value);
    recorder.handler('session:s.setBluetoothPairingHandler')({}, answer);
    recorder.handler('session:s.setDisplayMediaRequestHandler')({}, answer);
    recorder.handler('session:s.setCertificateVerifyProc')({}, answer);
    expect(answers).toEqual([{ confirmed: false }, null, -2]);
    expect(recorder.handler('session:s.setDevicePermissionHandler')()).toBe(false);
    const protectedClasses = ['audio', 'hid', 'mass-storage'];
    expect(recorder.handler('session:s.setUSBProtectedClassesHandler')({ protectedClasses })).toBe(
      protectedClasses,
    );
    expect(recorder.argsOf('session:s.registerLocalAIHandler')).toEqual([null]);
  });

  test.each([
    ['app://bundle/index.html', false],
    ['data:image/png;base64,AA==', false],
    ['blob:app://bundle/0f', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:9/', true],
    ['app://other/index.html', true],
    ['app://bundle.evil/index.html', true],
    ['data:text/html,x', true],
    ['blob:https://example.com/0f', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1/', true],
    ['devtools://devtools/bundled/x.html', true],
  ])('a request for %s: cancelled %s', (url, cancel) => {
    const answers: unknown[] = [];
    locked().handler('session:s.webRequest.onBeforeRequest')({ url }, (value: unknown) =>
      answers.push(value),
    );
    expect(answers).toEqual([{ cancel }]);
  });

  test('it is offline, and a download never begins', () => {
    const recorder = new Recorder();
    const session = fakeSession(recorder, 's');
    lockDown(session as unknown as Session, false);
    let prevented = 0;
    session.emit('will-download', { preventDefault: () => prevented++ });
    expect(prevented).toBe(1);
    expect(recorder.argsOf('session:s.enableNetworkEmulation')).toEqual([{ offline: true }]);
    expect(recorder.argsOf('session:s.setProxy')).toEqual([
      { mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' },
    ]);
  });
});

describe('app://bundle', () => {
  const fetchPage = async (url: string, method = 'GET'): Promise<Response> => {
    const { recorder } = await start();
    return (await recorder.handler('session:mem.protocol.handle', 1)({ url, method })) as Response;
  };

  test('serves the listed file under the headers of both hosts', async () => {
    const answer = await fetchPage('app://bundle/index.html');
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html>page']);
    expect(Object.fromEntries(answer.headers)).toEqual({
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
    });
  });

  test.each([
    'app://bundle/',
    'app://bundle/index.html?x',
    'app://bundle/index.html#x',
    'app://bundle/../index.html',
    'app://bundle/%69ndex.html',
    'app://bundle//index.html',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle/etc/passwd',
  ])('%s is not found', async (url) => {
    const answer = await fetchPage(url);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  test('only GET is answered', async () => {
    expect((await fetchPage('app://bundle/index.html', 'POST')).status).toBe(404);
  });
});

type Started = Awaited<ReturnType<typeof start>>;

function sender(started: Started): WebContents {
  return (started.windows[0] as unknown as { webContents: WebContents }).webContents;
}

function invoke(started: Started, message: unknown, event: object = {}): Promise<unknown> {
  const contents = sender(started);
  return started.recorder.handler('ipcMain.handle', 1)(
    { sender: contents, senderFrame: contents.mainFrame, ...event },
    message,
  ) as Promise<unknown>;
}

describe('channel', () => {
  test('is the only one', async () => {
    const { recorder } = await start();
    expect(
      recorder.calls.filter(({ name }) => name.startsWith('ipcMain')).map(({ args }) => args[0]),
    ).toEqual(['rpc']);
  });

  test('refuses every sender but the top frame of our page in our window', async () => {
    const started = await start();
    const message = { method: 'launchFiles' };
    const stranger = fakeContents(started.recorder);
    const frame = { url: 'app://bundle/index.html' };
    await expect(invoke(started, message, { senderFrame: null })).rejects.toThrow('refused');
    await expect(invoke(started, message, { senderFrame: frame })).rejects.toThrow('refused');
    await expect(
      invoke(started, message, { sender: stranger, senderFrame: stranger.mainFrame }),
    ).rejects.toThrow('refused');
    for (const url of ['app://evil/', 'app://bundle.evil/', 'https://bundle/', 'about:blank', '']) {
      Object.assign(sender(started).mainFrame, { url });
      await expect(invoke(started, message)).rejects.toThrow('refused');
    }
  });

  test.each([
    ['an unknown method', { method: 'readFile', path: '/etc/passwd' }],
    ['an unknown field', { method: 'launchFiles', path: '/etc/passwd' }],
    ['a wrong purpose', { method: 'pickFiles', purpose: 'all', many: true }],
    ['a wrong type', { method: 'pickFiles', purpose: 'project', many: 'yes' }],
    ['no object', 'launchFiles'],
    ['nothing', undefined],
    ['a polluted prototype', JSON.parse('{"method":"launchFiles","__proto__":{"x":1}}') as unknown],
    ['a port name that is no id', { method: 'connect', id: '../x' }],
  ])('refuses %s', async (_name, message) => {
    await expect(invoke(await start(), message)).rejects.toThrow('refused');
  });

  test('refuses more than 1 MB, and more than fifty messages a second', async () => {
    const started = await start();
    await expect(invoke(started, { method: 'deliver', handle: 'x'.repeat(2 ** 20) })).rejects.toThrow(
      'refused',
    );
    for (let n = 1; n < 50; n++) await invoke(started, { method: 'launchFiles' });
    await expect(invoke(started, { method: 'launchFiles' })).rejects.toThrow('refused');
  });

  test('connects window and engine through one channel, each with its own end', async () => {
    const started = await start();
    const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
    expect(await invoke(started, { method: 'connect', id })).toEqual({ value: null });
    expect(started.sent.at(-1)).toMatchObject({ message: { t: 'open' }, transfer: [{ name: 'port1' }] });
    expect(started.recorder.argsOf('contents.postMessage')).toEqual([
      'engine-port',
      { id },
      [{ name: 'port2' }],
    ]);
  });

  test('tells the window when the engine has died', async () => {
    const started = await start();
    started.children[0]?.exits[0]?.();
    expect(started.recorder.argsOf('contents.send')).toEqual(['engine-gone']);
    expect(started.children.length).toBe(2);
  });

  test('files become handles; a path that is no file is an error with its name only', async () => {
    const started = await start();
    const path = join(dir, 'index.html');
    expect(await invoke(started, { method: 'takeDropped', paths: [path] })).toEqual({
      value: [{ handle: 'handle-of:index.html', name: 'index.html', bytes: 1 }],
    });
    expect(await invoke(started, { method: 'takeDropped', paths: [dir] })).toMatchObject({
      error: { code: 'SRC-NOT-A-FILE', place: { file: dir.split('/').at(-1) } },
    });
  });

  test('a cancelled dialog is an empty answer', async () => {
    const started = await start();
    expect(await invoke(started, { method: 'pickFiles', purpose: 'spreadsheets', many: true })).toEqual({
      value: [],
    });
    expect(
      await invoke(started, { method: 'pickSave', purpose: 'export', suggestedName: '../plan.xlsx' }),
    ).toEqual({ value: null });
    expect(started.recorder.argsOf('dialog.showSaveDialog')[1]).toMatchObject({
      defaultPath: '/home/user/Documents/plan.xlsx',
      filters: [{ name: 'XLSX', extensions: ['xlsx'] }],
    });
  });

  test('an export is shown in its folder and never opened', async () => {
    const started = await start();
    expect(await invoke(started, { method: 'deliver', handle: 'known' })).toEqual({ value: null });
    expect(started.recorder.names().filter((name) => name.startsWith('shell.'))).toEqual([
      'shell.showItemInFolder',
    ]);
    expect(await invoke(started, { method: 'deliver', handle: '/etc/passwd' })).toEqual({
      error: { code: 'FILE-UNKNOWN', args: {}, place: {} },
    });
  });
});
