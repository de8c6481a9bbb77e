// Files through the loopback host: uploads in parts, targets, downloads, files of the command line.

import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanName, createInbox } from '../../electron/hosts/loopback/inbox.ts';
import type { FileHandle, SaveTarget } from '../../shared/host.ts';
import { type FixtureHost, startFixtureHost } from '../support/loopbackHost.ts';

let fixture: FixtureHost;
let authorization: string;
beforeAll(async () => {
  fixture = await startFixtureHost();
  authorization = `Bearer ${await fixture.key()}`;
});
afterAll(() => fixture.stop());

const post = (path: string, body: unknown): Promise<Response> => fixture.post(path, body, { authorization });
const part = (upload: string, offset: number | string, bytes: Uint8Array): Promise<Response> =>
  fixture.post('/api/upload/part', bytes, {
    authorization,
    'content-type': 'application/octet-stream',
    'x-upload': upload,
    'x-offset': String(offset),
  });
async function begin(name: string, bytes: number, purpose = 'spreadsheets'): Promise<string> {
  return ((await (await post('/api/upload', { name, bytes, purpose })).json()) as { upload: string }).upload;
}

test('columns are asked for by the number of a parcel and nothing else', async () => {
  expect((await post('/api/columns', { parcel: 'x' })).status).toBe(400);
  expect((await post('/api/columns', { parcel: -1 })).status).toBe(400);
  expect((await post('/api/columns', { parcel: 1, more: 1 })).status).toBe(400);
  expect((await fixture.post('/api/columns', { parcel: 1 })).status).toBe(401);
});

describe('upload', () => {
  test('parts in order make a file', async () => {
    const upload = await begin('customers.csv', 5);
    const first = await part(upload, 0, Buffer.from('a,b'));
    expect(await first.json()).toEqual({ file: null });
    const last = (await (await part(upload, 3, Buffer.from('\n1'))).json()) as { file: FileHandle };
    expect(last.file).toEqual({ handle: last.file.handle, name: 'customers.csv', bytes: 5 });
  });

  test('an empty file needs no part', async () => {
    const answer = (await (
      await post('/api/upload', { name: 'empty.csv', bytes: 0, purpose: 'spreadsheets' })
    ).json()) as {
      file: FileHandle;
    };
    expect(answer.file).toMatchObject({ name: 'empty.csv', bytes: 0 });
  });

  test('gaps, overlaps, too many bytes and unknown uploads are refused', async () => {
    const upload = await begin('a.csv', 4);
    expect((await part(upload, 1, Buffer.from('x'))).status).toBe(409);
    expect((await part(upload, 0, Buffer.from('12345'))).status).toBe(409);
    expect((await part(upload, '-1', Buffer.from('x'))).status).toBe(400);
    expect((await part('nothing', 0, Buffer.from('x'))).status).toBe(404);
    expect((await part(upload, 0, new Uint8Array(4 * 2 ** 20 + 1))).status).toBe(413);
    expect(
      (await post('/api/upload', { name: 'b.csv', bytes: 5 * 2 ** 30, purpose: 'spreadsheets' })).status,
    ).toBe(413);
  });

  test('without the key nothing is written', async () => {
    const answer = await fixture.post('/api/upload', { name: 'a.csv', bytes: 1, purpose: 'spreadsheets' });
    expect(answer.status).toBe(401);
  });

  test('a project goes to the projects folder, beside one of the same name', async () => {
    const names: string[] = [];
    for (const text of ['one', 'two']) {
      const upload = await begin('../shop.clientela', 3, 'project');
      const { file } = (await (await part(upload, 0, Buffer.from(text))).json()) as { file: FileHandle };
      names.push(file.name);
    }
    expect(names).toEqual(['shop.clientela', 'shop 2.clientela']);
    expect(readFileSync(join(fixture.dir, 'projects', 'shop 2.clientela'), 'utf8')).toBe('two');
  });
});

describe('save and download', () => {
  test('an export is written by the engine and downloaded once it is there', async () => {
    const target = (await (
      await post('/api/save-target', { name: 'plan.xlsx', purpose: 'export' })
    ).json()) as SaveTarget;
    expect(target.name).toBe('plan.xlsx');
    const early = await post('/api/download', { handle: target.handle });
    expect([early.status, await early.json()]).toEqual([
      422,
      { error: { code: 'FILE-UNKNOWN', args: {}, place: {} } },
    ]);
    const [run = ''] = readdirSync(join(fixture.dir, 'data', 'transfer'));
    const folders = readdirSync(join(fixture.dir, 'data', 'transfer', run));
    const empty = folders.find(
      (folder) => readdirSync(join(fixture.dir, 'data', 'transfer', run, folder)).length === 0,
    );
    writeFileSync(join(fixture.dir, 'data', 'transfer', run, empty ?? '', 'plan.xlsx'), 'written');
    const answer = await post('/api/download', { handle: target.handle });
    expect([
      await answer.text(),
      answer.headers.get('content-disposition'),
      answer.headers.get('content-type'),
    ]).toEqual(['written', 'attachment', 'application/octet-stream']);
  });

  test('a path is not a handle', async () => {
    for (const handle of ['/etc/passwd', '../data', 'file:///etc/passwd']) {
      expect((await post('/api/download', { handle })).status).toBe(422);
    }
  });

  test('a download is never asked for with GET', async () => {
    const answer = await fetch(`${fixture.origin}/api/download`, {
      headers: { authorization, origin: fixture.origin },
    });
    expect(answer.status).toBe(405);
  });
});

test('files of the command line are handed out once', async () => {
  const own = await startFixtureHost([]);
  const file = join(own.dir, 'given.csv');
  writeFileSync(file, 'a\n1\n');
  const given = await startFixtureHost([file]);
  const headers = { authorization: `Bearer ${await given.key()}` };
  const first = (await (await given.post('/api/launch', {}, headers)).json()) as FileHandle[];
  const second = await (await given.post('/api/launch', {}, headers)).json();
  expect([first.map(({ name, bytes }) => ({ name, bytes })), second]).toEqual([
    [{ name: 'given.csv', bytes: 4 }],
    [],
  ]);
  await given.stop();
  await own.stop();
});

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['a:b|c?.csv', 'a_b_c_.csv'],
    ['.hidden', 'hidden'],
    ['..', 'file'],
    ['', 'file'],
    ['CON', 'file-CON'],
    ['nul.txt', 'file-nul.txt'],
    ['line\nbreak\u0000.csv', 'line_break_.csv'],
    ['Продажи март.xlsx', 'Продажи март.xlsx'],
    ['abc\u202Efdp.csv', 'abc_fdp.csv'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  test('whatever the name, it stays one visible name in its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanName(name);
        expect(clean).not.toMatch(/[/\\\p{Cc}<>:"|?*]|^\.|^$/u);
        expect(clean.length).toBeLessThanOrEqual(125);
      }),
      { seed: 1 },
    );
  });

  test('an upload never follows a link that lies in its way', async () => {
    const projects = join(fixture.dir, 'linked');
    const inbox = createInbox(join(fixture.dir, 'data'), projects);
    await inbox.newProject('first');
    const outside = join(fixture.dir, 'outside.txt');
    symlinkSync(outside, join(projects, 'trap.clientela'));
    const upload = await inbox
      .begin('trap.clientela', 3, true)
      .catch((error: NodeJS.ErrnoException) => error.code);
    expect(upload).toBe('EEXIST');
    expect(existsSync(outside)).toBe(false);
    await inbox.clear();
  });
});
