// Start links and session keys: once, soon, and never where somebody else can read them.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchActivity } from '../../electron/hosts/loopback/activity.ts';
import { createKeyring, type Keyring } from '../../electron/hosts/loopback/keyring.ts';
import { openerFor, startLink, writeStartPage } from '../../electron/hosts/loopback/launch.ts';
import { parseOptions } from '../../electron/hosts/loopback/options.ts';
import { isSameUser, ownerOf } from '../../electron/hosts/loopback/peer.ts';
import { type FixtureHost, startFixtureHost } from '../support/loopbackHost.ts';

let fixture: FixtureHost | null = null;
afterEach(async () => {
  await fixture?.stop();
  fixture = null;
});

describe('start link', () => {
  test('opens one session; the second use is refused and told', async () => {
    fixture = await startFixtureHost();
    const token = fixture.host.issueToken();
    const first = await fixture.post('/api/session', { token });
    const second = await fixture.post('/api/session', { token });
    expect([first.status, second.status, await second.text()]).toEqual([200, 410, '']);
    expect(fixture.said).toEqual([
      'A start link was used a second time and refused. If that was not you, stop Clientela.',
      'refused /api/session 410',
    ]);
    expect(fixture.said.join()).not.toContain(token);
  });

  test('a cut or changed token is unknown', async () => {
    const host = await startFixtureHost();
    fixture = host;
    const token = host.host.issueToken();
    const tries = [token.slice(0, -1), `${token}A`, token.toLowerCase(), ''].map((wrong) =>
      host.post('/api/session', { token: wrong }),
    );
    expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual([401, 401, 401, 400]);
  });

  test('the tenth wrong key ends the host', async () => {
    fixture = await startFixtureHost();
    for (let n = 0; n < 9; n++) await fixture.post('/api/launch', {}, { authorization: `Bearer wrong${n}` });
    await fixture
      .post('/api/launch', {}, { authorization: 'Bearer wrong' })
      .catch(() => 'closed without an answer');
    await fixture.ended;
    expect(fixture.said).toContain(
      'Stopped: ten wrong keys were sent to this address. Start Clientela again.',
    );
    await expect(fixture.post('/api/launch', {})).rejects.toThrow();
  });

  test.each([
    ['an unknown field', { token: 'x', more: 1 }],
    ['no token', {}],
    ['a list', ['x']],
    ['a number', { token: 5 }],
    ['a prototype', JSON.parse('{"token":"x","__proto__":{"a":1}}') as unknown],
  ])('%s in the exchange is refused', async (_name, body) => {
    fixture = await startFixtureHost();
    expect((await fixture.post('/api/session', body)).status).toBe(400);
  });

  test('the token is in the fragment only, in a file that only the user can read', () => {
    const link = startLink(4321, 'tok-en_1', true);
    const { pathname, search, hash, host } = new URL(link);
    expect([host, pathname, search, hash]).toEqual(['127.0.0.1:4321', '/', '', '#start=tok-en_1&sample']);
    const folder = mkdtempSync(join(tmpdir(), 'clientela-start-'));
    const page = writeStartPage(folder, link);
    expect(statSync(page).mode & 0o777).toBe(0o600);
    expect(readFileSync(page, 'utf8')).toContain(JSON.stringify(link));
    expect(page).not.toContain('tok-en_1');
    rmSync(folder, { recursive: true });
  });

  test('a browser is only looked for where somebody can see it', () => {
    expect(openerFor('linux', {})).toBeNull();
    expect(openerFor('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(openerFor('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
    expect(openerFor('darwin', {})).toEqual(['open']);
  });
});

describe('keyring', () => {
  const open = (): { keyring: Keyring; clock: { now: number }; tooMany: () => number } => {
    const clock = { now: 0 };
    let calls = 0;
    const keyring = createKeyring({ now: () => clock.now, onTooManyBadKeys: () => calls++ });
    return { keyring, clock, tooMany: () => calls };
  };

  test('a token lives for a minute', () => {
    const { keyring, clock } = open();
    const [early, late] = [keyring.issue(), keyring.issue()];
    clock.now = 60_000;
    expect(keyring.exchange(early).result).toBe('ok');
    clock.now = 60_001;
    expect(keyring.exchange(late).result).toBe('expired');
  });

  test('secrets have 256 bits and never repeat', () => {
    const { keyring } = open();
    const tokens = Array.from({ length: 200 }, () => keyring.issue());
    expect(new Set(tokens).size).toBe(200);
    expect(new Set(tokens.map((token) => Buffer.from(token, 'base64url').length))).toEqual(new Set([32]));
  });

  test('whatever is sent, only an issued token opens a session and only its key is valid', () => {
    fc.assert(
      fc.property(fc.string(), (guess) => {
        const { keyring } = open();
        const exchange = keyring.exchange(keyring.issue());
        const key = exchange.result === 'ok' ? exchange.key : '';
        expect([keyring.isValid(key), keyring.isValid(guess), keyring.exchange(guess).result]).toEqual([
          true,
          false,
          'unknown',
        ]);
      }),
      { seed: 1 },
    );
  });

  test('locking ends sessions and unused tokens; a tab that asks again with its old key is no attack', () => {
    const { keyring, tooMany } = open();
    const exchange = keyring.exchange(keyring.issue());
    const unused = keyring.issue();
    keyring.revokeAll();
    expect(exchange.result === 'ok' && keyring.isValid(exchange.key)).toBe(false);
    expect(keyring.exchange(unused).result).toBe('unknown');
    for (let n = 0; n < 20; n++) keyring.isValid(exchange.result === 'ok' ? exchange.key : '');
    expect(tooMany()).toBe(0);
  });

  test('wrong and reused secrets are counted together, and told once', () => {
    const { keyring, tooMany } = open();
    const token = keyring.issue();
    keyring.exchange(token);
    for (let n = 0; n < 8; n++) keyring.isValid('wrong');
    keyring.exchange(token);
    expect(tooMany()).toBe(0);
    keyring.exchange('wrong');
    keyring.exchange('wrong');
    expect(tooMany()).toBe(1);
  });
});

describe('activity', () => {
  function watch(keepOpen: boolean) {
    vi.useFakeTimers();
    const told: string[] = [];
    const events = { onIdle: () => told.push('idle'), onLastTabClosed: () => told.push('closed') };
    return { activity: watchActivity(events, keepOpen), told };
  }
  afterEach(() => vi.useRealTimers());

  test('half an hour of silence locks, a sign of life begins it anew', () => {
    const { activity, told } = watch(false);
    vi.advanceTimersByTime(29 * 60_000);
    activity.seen();
    vi.advanceTimersByTime(29 * 60_000);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['idle']);
    activity.stop();
  });

  test('a minute after the last tab it ends, a reload in between is no end', () => {
    const { activity, told } = watch(false);
    activity.tabOpened();
    activity.tabOpened();
    activity.tabClosed();
    vi.advanceTimersByTime(120_000);
    activity.tabClosed();
    vi.advanceTimersByTime(59_000);
    activity.tabOpened();
    vi.advanceTimersByTime(120_000);
    expect(told).toEqual([]);
    activity.tabClosed();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['closed']);
    activity.stop();
  });

  test('kept open, closed tabs end nothing', () => {
    const { activity, told } = watch(true);
    activity.tabOpened();
    activity.tabClosed();
    vi.advanceTimersByTime(20 * 60_000);
    expect(told).toEqual([]);
    activity.stop();
  });
});

describe('the user at the other end', () => {
  const header =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const row = (local: string, remote: string, uid: number): string =>
    `   0: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  ${uid}        0 12345 1 0000000000000000`;

  test('is read off the row of the client end', () => {
    const table = [
      header,
      row('0100007F:1F90', '0100007F:C350', 1),
      row('0100007F:C350', '0100007F:1F90', 1234),
    ].join('\n');
    expect(ownerOf(table, 0xc350, 0x1f90)).toBe(1234);
    expect(ownerOf(table, 0x1f90, 0xc350)).toBe(1);
    expect(ownerOf(table, 0xc351, 0x1f90)).toBeNull();
    expect(ownerOf([header, row('0200007F:C350', '0100007F:1F90', 5)].join('\n'), 0xc350, 0x1f90)).toBeNull();
    const mapped = row('0000000000000000FFFF00000100007F:C350', '0000000000000000FFFF00000100007F:1F90', 77);
    expect(ownerOf([header, mapped].join('\n'), 0xc350, 0x1f90)).toBe(77);
  });

  test.runIf(process.platform === 'linux')('an unlisted connection is nobody', () => {
    expect(isSameUser({ remotePort: 1, localPort: 2 } as Socket)).toBe(false);
    expect(isSameUser({} as Socket)).toBe(false);
  });

  // Only root can start a program as somebody else.
  test.runIf(process.getuid?.() === 0)('another user of this machine is dropped, we are served', async () => {
    fixture = await startFixtureHost();
    expect([await statusAs(0, fixture.host.port), await statusAs(65_534, fixture.host.port)]).toEqual([
      '200',
      'dropped',
    ]);
  });
});

/** What a plain request gets when it is made by a process of the given user. */
async function statusAs(uid: number, port: number): Promise<string> {
  const script = `exec 3<>/dev/tcp/127.0.0.1/${port} && printf 'GET / HTTP/1.1\\r\\nHost: 127.0.0.1:${port}\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -c 12 <&3`;
  const child = spawn('/bin/bash', ['-c', script], { uid, stdio: ['ignore', 'pipe', 'ignore'], cwd: '/' });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return out.slice(9) || 'dropped';
}

test('command line', () => {
  expect(parseOptions(['--sample', '--keep-open', '/tmp/a.csv'])).toEqual({
    files: ['/tmp/a.csv'],
    sample: true,
    keepOpen: true,
    printLink: false,
    dev: false,
  });
  expect(() => parseOptions(['--no-such-flag'])).toThrow(TypeError);
});
