// The loopback host in a real Chromium: the client's own way in, and pages of other origins that try to use it.
// evil.test is resolved to 127.0.0.1, as a re-bound name would be.

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLink } from '../../electron/hosts/loopback/launch.ts';
import { launchChromium } from '../support/chromium.ts';
import { type FixtureHost, startFixtureHost } from '../support/loopbackHost.ts';

let fixture: FixtureHost;
let browser: Browser;
let context: BrowserContext;
let attacker: Server;
let evil: string;

beforeAll(async () => {
  fixture = await startFixtureHost();
  browser = await launchChromium(['--host-resolver-rules=MAP evil.test 127.0.0.1']);
  attacker = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>evil</title><body></body>');
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  evil = `http://evil.test:${(attacker.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  attacker.close();
  await fixture.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true });
});
afterEach(() => context.close());

async function enter(sample = false): Promise<Page> {
  const page = await context.newPage();
  await page.goto(startLink(fixture.host.port, fixture.host.issueToken(), sample));
  await page.waitForFunction(() => document.title === 'loaded');
  return page;
}

const askEngine = (page: Page, frame: string): Promise<unknown> =>
  page.evaluate(async (text) => window.ask(await window.bridge.connect(), text), frame);

describe('the client', () => {
  test('gets in, and the token has left address and history', async () => {
    const page = await enter(true);
    expect(await askEngine(page, 'hello')).toBe('echo:hello');
    expect(page.url()).toBe(`${fixture.origin}/`);
    expect(
      await page.evaluate(() => [window.bridge.kind, window.bridge.openSample, document.cookie]),
    ).toEqual(['browser', true, '']);
    await page.goBack();
    expect(page.url()).not.toContain('start=');
  });

  test('a reload goes on with the same session and does not open the sample again', async () => {
    const page = await enter(true);
    await askEngine(page, 'first');
    await page.reload();
    await page.waitForFunction(() => document.title === 'loaded');
    expect(await askEngine(page, 'again')).toBe('echo:again');
    expect(await page.evaluate(() => window.bridge.openSample)).toBe(false);
  });

  test('bytes pass both ways', async () => {
    const page = await enter();
    const back = await page.evaluate(async () =>
      Array.from((await window.ask(await window.bridge.connect(), new Uint8Array([1, 2, 3]))) as Uint8Array),
    );
    expect(back).toEqual([3, 2, 1]);
  });

  test('typed columns arrive as such, as often as they are asked for', async () => {
    const page = await enter();
    const arrived = await page.evaluate(async () => {
      const port = await window.bridge.connect();
      const ends: unknown[] = [];
      for (let round = 0; round < 2; round++) {
        const answer = (await window.ask(port, 'columns')) as {
          readonly n: number;
          readonly found: {
            readonly segment: Uint8Array;
            readonly x: Float32Array;
            readonly none: Float64Array;
          };
          readonly list: readonly number[];
        };
        const { segment, x, none } = answer.found;
        const kinds = [segment, x, none].map((column) => column.constructor.name);
        const last = answer.n - 1;
        const right =
          x.every((value, at) => value === at) && segment.every((value, at) => value === at % 256);
        ends.push([
          kinds,
          segment.length - 1 === last,
          x.length - 1 === last,
          none.length,
          right,
          answer.list,
        ]);
      }
      return ends;
    });
    const once = [['Uint8Array', 'Float32Array', 'Float64Array'], true, true, 0, true, [1]];
    expect(arrived).toEqual([once, once]);
  });

  test('a second tab on the same link is refused with an error the window can show', async () => {
    const link = startLink(fixture.host.port, fixture.host.issueToken(), false);
    const first = await context.newPage();
    await first.goto(link);
    await first.waitForFunction(() => document.title === 'loaded');
    await askEngine(first, 'x');
    const second = await context.newPage();
    await second.goto(link);
    await second.waitForFunction(() => document.title === 'loaded');
    const code = await second.evaluate(() =>
      window.bridge.connect().catch((error: { code: string }) => error.code),
    );
    expect(code).toBe('ENGINE-STOPPED');
  });

  test('the port closes once when the engine dies, and a new one works', async () => {
    const page = await enter();
    const closes = await page.evaluate(async () => {
      const port = await window.bridge.connect();
      let count = 0;
      const { promise, resolve } = Promise.withResolvers<void>();
      port.addEventListener('close', () => {
        count += 1;
        resolve();
      });
      port.postMessage('die');
      await promise;
      return [count, await window.ask(await window.bridge.connect(), 'back')];
    });
    expect(closes).toEqual([1, 'echo:back']);
  });

  test('a dropped file of several parts arrives whole; a chosen project has its name', async () => {
    const page = await enter();
    const handles = await page.evaluate(async () => [
      ...(await window.bridge.takeDropped([
        new File([new Uint8Array(9 * 2 ** 20)], 'großes.csv'),
        new File([], 'empty.csv'),
      ])),
    ]);
    expect(handles.map(({ name, bytes }) => ({ name, bytes }))).toEqual([
      { name: 'großes.csv', bytes: 9 * 2 ** 20 },
      { name: 'empty.csv', bytes: 0 },
    ]);
    const chooser = page.waitForEvent('filechooser');
    const picked = page.evaluate(() => window.bridge.pickFiles('project', false));
    const file = join(fixture.dir, 'mine.clientela');
    writeFileSync(file, 'project');
    await (await chooser).setFiles(file);
    expect((await picked).map(({ name, bytes }) => ({ name, bytes }))).toEqual([
      { name: 'mine.clientela', bytes: 7 },
    ]);
  });

  test('a delivered export is a download under its name', async () => {
    const page = await enter();
    const target = await page.evaluate(() => window.bridge.pickSave('project', 'Plano março'));
    expect(target?.name).toBe('Plano março.clientela');
    writeFileSync(join(fixture.dir, 'projects', 'Plano março.clientela'), 'written');
    const download = page.waitForEvent('download');
    await page.evaluate((wanted) => wanted && window.bridge.deliver(wanted), target);
    expect((await download).suggestedFilename()).toBe('Plano março.clientela');
  });
});

describe('the page under the content security policy', () => {
  test('text never becomes markup or code', async () => {
    const page = await enter();
    expect(await page.evaluate(() => window.codeFromText)).toEqual({
      markup: 'TypeError',
      emptied: 'done',
      script: 'TypeError',
      eval: 'EvalError',
      function: 'EvalError',
      timer: 'TypeError',
      worker: 'TypeError',
    });
    expect(await page.title()).toBe('loaded');
  });

  test('nothing else on this machine or beyond can be reached', async () => {
    const page = await enter();
    const blocked = await page.evaluate(async (address) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      await fetch(address).catch(() => null);
      const image = new Image();
      const loaded = new Promise((resolve) => image.addEventListener('error', resolve));
      image.src = address;
      await loaded;
      return seen;
    }, evil);
    expect(blocked).toEqual(['connect-src', 'img-src']);
  });
});

describe('a page of another origin', () => {
  async function visit(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(evil);
    return page;
  }

  test('a name that was re-bound to us is misdirected', async () => {
    const page = await context.newPage();
    const answer = page.waitForResponse((response) => response.url().startsWith('http://evil.test'));
    await page.goto(`http://evil.test:${fixture.host.port}/`).catch(() => 'an answer without a page');
    expect((await answer).status()).toBe(421);
  });

  test('can neither read nor post, with or without a preflight', async () => {
    const page = await visit();
    const outcomes = await page.evaluate(async (origin) => {
      const tell = (options: RequestInit): Promise<string> =>
        fetch(`${origin}/api/launch`, options).then(
          (r) => `${r.type} ${r.status}`,
          () => 'refused',
        );
      return [
        await tell({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
        await tell({ method: 'PUT', body: '{}' }),
        await tell({ method: 'DELETE' }),
        await fetch(`${origin}/`).then(
          () => 'read',
          () => 'refused',
        ),
      ];
    }, fixture.origin);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  test('its blind posts (no-cors, beacon, form) are refused by us', async () => {
    const page = await visit();
    fixture.said.length = 0;
    await page.evaluate(async (origin) => {
      await fetch(`${origin}/api/launch`, { method: 'POST', mode: 'no-cors', body: '{}' }).catch(() => null);
      navigator.sendBeacon(`${origin}/api/launch`, '{}');
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: `${origin}/api/launch`, enctype: 'text/plain' });
      document.body.append(form);
      form.submit();
    }, fixture.origin);
    await expect.poll(() => fixture.said.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    expect(new Set(fixture.said)).toEqual(new Set(['refused /api/launch 403']));
  });

  test('cannot include us as script, image, frame, style or event stream', async () => {
    const page = await visit();
    const outcomes = await page.evaluate(async (origin) => {
      const load = (tag: string, property: string, path: string): Promise<string> => {
        const element = document.createElement(tag);
        const { promise, resolve } = Promise.withResolvers<string>();
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        element.setAttribute(property, origin + path);
        document.body.append(element);
        return promise;
      };
      const stream = Promise.withResolvers<string>();
      const source = new EventSource(`${origin}/`);
      source.onerror = () => stream.resolve('refused');
      source.onopen = () => stream.resolve('loaded');
      return Promise.all([
        load('script', 'src', '/index.html'),
        load('img', 'src', '/'),
        load('link', 'href', '/'),
        load('object', 'data', '/'),
        stream.promise,
      ]);
    }, fixture.origin);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
  });

  test('a frame of us stays empty, sandboxed or not', async () => {
    const page = await visit();
    await page.evaluate(async (origin) => {
      for (const sandbox of [null, 'allow-scripts']) {
        const frame = document.createElement('iframe');
        if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
        frame.src = `${origin}/`;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve)); // also of an error page
        document.body.append(frame);
        await loaded;
      }
    }, fixture.origin);
    const urls = page.frames().map((frame) => frame.url());
    expect(
      urls.filter((url) => url.startsWith(`${fixture.origin}/`) && url !== `${fixture.origin}/`),
    ).toEqual([]);
    for (const frame of page.frames().slice(1))
      expect(await frame.title().catch(() => '')).not.toBe('loaded');
  });

  test('cannot open the engine socket', async () => {
    const page = await visit();
    const outcome = await page.evaluate((origin) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/engine`);
      const { promise, resolve } = Promise.withResolvers<string>();
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
      return promise;
    }, fixture.origin);
    expect(outcome).toBe('refused');
  });

  test('a window it opened on us is out of its reach, and has no session', async () => {
    const page = await visit();
    const popup = context.waitForEvent('page');
    const reach = await page.evaluate((origin) => {
      const opened = window.open(`${origin}/`, 'x');
      (window as { opened?: unknown }).opened = opened;
      return opened !== null;
    }, fixture.origin);
    expect(reach).toBe(true);
    const victim = await popup;
    await victim.waitForFunction(() => document.title === 'loaded');
    expect(await victim.evaluate(() => [window.opener, window.name])).toEqual([null, '']);
    const closed = await page.evaluate(() => (window as { opened?: Window }).opened?.closed);
    expect(closed).toBe(true); // cut off by our opener policy
    const code = await victim.evaluate(() =>
      window.bridge.connect().catch((error: { code: string }) => error.code),
    );
    expect(code).toBe('ENGINE-STOPPED');
  });
});
