// Attacks on the loopback host's front: hosts, origins, methods, media types, paths, smuggling. Raw sockets, because
// an HTTP client would tidy most of these up.

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../electron/hosts/headers.ts';
import { type FixtureHost, sendRaw, startFixtureHost, statusesOf } from '../support/loopbackHost.ts';

let fixture: FixtureHost;
let port: number;
beforeAll(async () => {
  fixture = await startFixtureHost();
  port = fixture.host.port;
});
afterAll(() => fixture.stop());

const get = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');

async function status(request: string): Promise<number | 'dropped'> {
  return statusesOf(await sendRaw(port, request))[0] ?? 'dropped';
}

interface Post {
  readonly method?: string;
  readonly path?: string;
  readonly origin?: string | null;
  readonly type?: string | null;
  readonly extra?: readonly string[];
}

function post({ method = 'POST', path = '/api/launch', origin, type, extra = [] }: Post): string {
  const sentOrigin = origin === undefined ? `http://127.0.0.1:${port}` : origin;
  return [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...(sentOrigin === null ? [] : [`Origin: ${sentOrigin}`]),
    ...(type === null ? [] : [`Content-Type: ${type ?? 'application/json'}`]),
    ...extra,
    'Content-Length: 2',
    'Connection: close',
    '',
    '{}',
  ].join('\r\n');
}

describe('Host', () => {
  test('our own address gets the page', async () => {
    expect(await status(get('/', `Host: 127.0.0.1:${port}`))).toBe(200);
  });

  test.each([
    ['re-bound name', () => `Host: evil.test:${port}`],
    ['localhost', () => `Host: localhost:${port}`],
    ['upper-case localhost', () => `Host: LOCALHOST:${port}`],
    ['IPv6', () => `Host: [::1]:${port}`],
    ['mapped IPv6', () => `Host: [::ffff:127.0.0.1]:${port}`],
    ['decimal address', () => `Host: 2130706433:${port}`],
    ['short address', () => `Host: 127.1:${port}`],
    ['no port', () => 'Host: 127.0.0.1'],
    ['other port', () => `Host: 127.0.0.1:${port + 1}`],
    ['padded port', () => `Host: 127.0.0.1:0${port}`],
    ['credentials', () => `Host: user@127.0.0.1:${port}`],
    ['trailing dot', () => `Host: 127.0.0.1.:${port}`],
    ['empty', () => 'Host: '],
  ])('%s is misdirected', async (_name, header) => {
    expect(await status(get('/', header()))).toBe(421);
  });

  test('two Host headers are refused, in either order', async () => {
    const ours = `Host: 127.0.0.1:${port}`;
    expect(await status(get('/', ours, 'Host: evil.test'))).toBeOneOf([421, 'dropped']);
    expect(await status(get('/', 'Host: evil.test', ours))).toBeOneOf([421, 'dropped']);
  });

  test('no Host at all is refused, HTTP/1.1 and 1.0', async () => {
    expect(await status(get('/'))).toBeOneOf([400, 'dropped']);
    expect(await status('GET / HTTP/1.0\r\n\r\n')).toBe(421);
  });

  test('an absolute-form address is refused', async () => {
    expect(await status(get('http://evil.test/', `Host: 127.0.0.1:${port}`))).toBe(400);
  });
});

describe('Origin', () => {
  test('our own, without a key, is only asked for the key', async () => {
    expect(await status(post({}))).toBe(401);
  });

  test.each([
    ['absent', () => null],
    ['null', () => 'null'],
    ['other port', () => `http://127.0.0.1:${port + 1}`],
    ['other scheme', () => `https://127.0.0.1:${port}`],
    ['name of the same address', () => `http://localhost:${port}`],
    ['our address as a suffix', () => `http://evil.test.127.0.0.1:${port}`],
    ['our address as a prefix', () => `http://127.0.0.1:${port}.evil.test`],
    ['trailing slash', () => `http://127.0.0.1:${port}/`],
    ['an extension', () => 'chrome-extension://abcdefghijklmnop'],
    ['a file page', () => 'file://'],
  ])('%s is refused', async (_name, origin) => {
    expect(await status(post({ origin: origin() }))).toBe(403);
  });

  test('two Origin headers are refused', async () => {
    expect(await status(post({ extra: ['Origin: http://evil.test'] }))).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'none'])('Sec-Fetch-Site: %s is refused', async (site) => {
    expect(await status(post({ extra: [`Sec-Fetch-Site: ${site}`] }))).toBe(403);
  });

  test('files are not included by other sites, but a visit from one is fine', async () => {
    const ours = `Host: 127.0.0.1:${port}`;
    const script = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'];
    const frame = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'];
    const visit = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    expect(await status(get('/', ours, ...script))).toBe(403);
    expect(await status(get('/', ours, ...frame))).toBe(403);
    expect(await status(get('/', ours, ...visit))).toBe(200);
  });
});

describe('methods and media types', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'HEAD'])(
    '%s on a route is refused',
    async (method) => {
      expect(await status(post({ method }))).toBe(405);
    },
  );

  test.each(['/', '/api/launch', '/api/nothing'])(
    'OPTIONS %s is forbidden and says nothing to other origins',
    async (path) => {
      const received = await sendRaw(port, post({ method: 'OPTIONS', path, origin: 'http://evil.test' }));
      expect(statusesOf(received)).toEqual([403]);
      expect(received.toLowerCase()).not.toContain('access-control');
    },
  );

  test.each([
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    null,
  ])('a body of type %s is refused', async (type) => {
    expect(await status(post({ type }))).toBe(415);
  });

  test.each(['POST', 'PUT', 'DELETE', 'TRACE'])('%s on a file is refused', async (method) => {
    expect(await status(post({ method, path: '/' }))).toBe(405);
  });

  test('a body over the limit is refused before it is read', async () => {
    const request = post({ path: '/api/session' }).replace(
      'Content-Length: 2',
      `Content-Length: ${8 * 2 ** 20 + 1}`,
    );
    expect(await status(request)).toBe(413);
  });

  test('a body without a length is cut off at the limit', async () => {
    const part = `100000\r\n${'x'.repeat(2 ** 20)}\r\n`;
    const request = post({ path: '/api/session' })
      .replace('Content-Length: 2', 'Transfer-Encoding: chunked')
      .replace(/\{\}$/, part.repeat(9));
    expect(statusesOf(await sendRaw(port, request))[0] ?? 413).toBe(413);
  });
});

describe('paths', () => {
  test.each([
    '/../package.json',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '//index.html',
    '/./index.html',
    '/index.html%00',
    '/index.html/',
    '/index.html?x=1',
    '/%c0%ae%c0%ae/package.json',
    '/assets',
    '/assets/',
    '/assets.json',
    '/etc/passwd',
    '/proc/self/environ',
    '/__proto__',
    '/constructor',
    '/api/../index.html',
  ])('%s is not found', async (path) => {
    expect(await status(get(path, `Host: 127.0.0.1:${port}`))).toBe(404);
  });

  test('HEAD has no body and a range is ignored', async () => {
    const head = await sendRaw(port, get('/', `Host: 127.0.0.1:${port}`).replace('GET', 'HEAD'));
    expect([statusesOf(head), head.split('\r\n\r\n')[1]]).toEqual([[200], '']);
    expect(await status(get('/', `Host: 127.0.0.1:${port}`, 'Range: bytes=0-3'))).toBe(200);
  });
});

describe('smuggling and floods', () => {
  const smuggled = 'GET /index.html HTTP/1.1\r\n\r\n';
  test.each([
    ['both lengths', `Content-Length: ${smuggled.length}\r\nTransfer-Encoding: chunked`],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 30'],
    ['a disguised encoding', 'Transfer-Encoding: xchunked'],
    ['a negative length', 'Content-Length: -1'],
    ['a length with a sign', 'Content-Length: +2'],
    ['a space before the colon', 'Content-Length : 2'],
    ['a folded header', 'X-A: b\r\n c: d\r\nTransfer-Encoding : chunked'],
  ])('%s never yields a second answer', async (_name, headers) => {
    const request = `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n\r\n0\r\n\r\n${smuggled}`;
    const statuses = statusesOf(await sendRaw(port, request));
    expect(statuses.filter((code) => code < 400)).toEqual([]);
    expect(statuses.length).toBeLessThan(2);
  });

  test('bare line feeds are not a request', async () => {
    const statuses = statusesOf(await sendRaw(port, `GET / HTTP/1.1\nHost: 127.0.0.1:${port}\n\n`));
    expect(statuses.filter((code) => code < 400)).toEqual([]);
  });

  test('headers beyond 8 KB are dropped', async () => {
    expect(await status(get('/', `Host: 127.0.0.1:${port}`, `X-Long: ${'a'.repeat(9000)}`))).toBe('dropped');
  });

  test('a refused request closes its connection, so nothing can follow it', async () => {
    const request =
      post({ origin: 'null' }).replace('Connection: close\r\n', '') + get('/', `Host: 127.0.0.1:${port}`);
    expect(statusesOf(await sendRaw(port, request))).toEqual([403]);
  });

  test('the sixty-fifth connection is dropped', async () => {
    const open = Array.from({ length: 64 }, () => connect(port, '127.0.0.1'));
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await status(get('/', `Host: 127.0.0.1:${port}`))).toBe('dropped');
    for (const socket of open) socket.destroy();
    await expect.poll(() => status(get('/', `Host: 127.0.0.1:${port}`)), { timeout: 30_000 }).toBe(200);
  });
});

test('every answer carries the security headers, and none lets another origin in', async () => {
  const ours = `Host: 127.0.0.1:${port}`;
  const requests = [
    get('/', ours),
    get('/nothing', ours),
    get('/', 'Host: evil.test'),
    post({}),
    post({ origin: 'null' }),
  ];
  for (const request of requests) {
    const received = (await sendRaw(port, request)).split('\r\n\r\n')[0] ?? '';
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(received).toContain(`${name}: ${value}`);
    expect(received.toLowerCase()).not.toMatch(/access-control|set-cookie|x-powered-by|server:/);
  }
});

test('the terminal is told route names only, never what was sent', async () => {
  fixture.said.length = 0;
  await sendRaw(port, get('/secret-customer-name', `Host: 127.0.0.1:${port}`));
  await sendRaw(port, post({ origin: 'http://evil.test' }));
  expect(fixture.said).toEqual(['refused unknown route 404', 'refused /api/launch 403']);
});
