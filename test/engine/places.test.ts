// Where a project lies is said before it is changed there; what was put aside stays aside, for that project only.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloudServiceOf, isConflictedCopy, isOnNetwork } from '../../electron/engine/db/place.ts';
import { NOW, refusalOf, refused, startEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { customersCsv } from '../support/engineData.ts';

describe('bad input 79: folders of cloud services', () => {
  test.each([
    ['/home/ana/Dropbox/shop.clientela', 'Dropbox'],
    ['/home/ana/Dropbox (Personal)/a/shop.clientela', 'Dropbox'],
    ['/Users/ana/Library/CloudStorage/OneDrive-Botiga/shop.clientela', 'OneDrive'],
    ['/mnt/c/Users/ana/OneDrive - Botiga SL/shop.clientela', 'OneDrive'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/shop.clientela', 'Google Drive'],
    ['/mnt/g/Meu Drive/shop.clientela', 'Google Drive'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/shop.clientela', 'iCloud Drive'],
    ['/home/ana/Yandex.Disk/shop.clientela', 'Yandex Disk'],
    ['/home/ana/Яндекс.Диск/shop.clientela', 'Yandex Disk'],
    ['/home/ana/Nextcloud/shop.clientela', 'Nextcloud'],
    ['/home/ana/Documents/shop.clientela', null],
    ['/home/ana/dropboxes/shop.clientela', null],
    ['/home/ana/Documents/Dropbox.clientela', null],
    ['/home/ana/boxes/shop.clientela', null],
  ])('%s: %s', (path, service) => {
    expect(cloudServiceOf(path)).toBe(service);
  });

  test.each([
    ['Shop (conflicted copy 2026-02-01).clientela', true],
    ["Shop (Ana's conflicted copy 2026-02-01).clientela", true],
    ['Shop (Cópia em conflito de Ana 2026-02-01).clientela', true],
    ['Shop (Copia en conflicto de Ana).clientela', true],
    ['Shop (конфликтующая копия).clientela', true],
    ['Shop.sync-conflict-20260201-101010-ABCDEFG.clientela', true],
    ['Shop-DESKTOP-7.clientela', true],
    ['Shop.clientela', false],
    ['Shop 2.clientela', false],
    ['Shop-desktop-8.clientela', false],
  ])('%s is a conflicted copy: %s', (name, expected) => {
    expect(isConflictedCopy(name, 'DESKTOP-7')).toBe(expected);
  });

  test('shares of other computers', () => {
    expect(isOnNetwork('\\\\server\\share\\shop.clientela')).toBe(true);
    expect(isOnNetwork('\\\\?\\C:\\shop.clientela', () => 0)).toBe(false);
    expect([0x6969, 0xff534d42, 0xef53, 0x01021994].map((type) => isOnNetwork('/x/y', () => type))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('bad input 79: the warning', () => {
  let one: TestEngine;
  beforeEach(async () => {
    one = await startEngine();
    mkdirSync(one.path('Dropbox'));
  });
  afterEach(() => one.close());
  const cautions = async () => (await one.client.project.current())?.cautions;

  test('stands before the first change, names the copy beside it, and stays aside once put aside', async () => {
    const copy = one.path(`Dropbox/Shop (conflicted copy 2026-02-01).clientela`);
    writeFileSync(copy, '');
    utimesSync(copy, NOW, NOW);
    writeFileSync(one.path(`Dropbox/Other (conflicted copy).clientela`), '');
    const path = await one.project('Dropbox/Shop');
    const cloud = { code: 'cloud-folder', detail: 'Dropbox', at: null };
    const beside = {
      code: 'conflicted-copy-beside',
      detail: 'Shop (conflicted copy 2026-02-01).clientela',
      at: NOW.toISOString(),
    };
    expect(await cautions()).toEqual([cloud, beside]);
    await one.client.project.dismissCaution({ code: 'cloud-folder' });
    expect(await cautions()).toEqual([beside]);
    await one.client.project.close();
    await one.open(path);
    expect(await cautions()).toEqual([beside]);
    await one.project('Dropbox/Second');
    expect(await cautions()).toEqual([cloud]);
  });

  test('a copy that was opened itself', async () => {
    await one.project('Shop (conflicted copy)');
    expect((await cautions())?.map(({ code }) => code)).toEqual(['conflicted-copy']);
  });

  test('a copy saved elsewhere is open then, without the warning', async () => {
    await one.project('Dropbox/Shop');
    await one.add('customers.csv', customersCsv());
    await one.client.project.saveCopy({ target: await one.target('Here.clientela') });
    const copy = await one.client.project.current();
    expect(copy && [copy.fileName, copy.readOnly, copy.customers, copy.cautions]).toEqual([
      'Here.clientela',
      false,
      80,
      [],
    ]);
    const again = one.client.project.saveCopy({ target: await one.target('Dropbox/Shop.clientela') });
    expect(await refusalOf(again)).toEqual(refused('PROJECT-EXISTS', { file: 'Shop.clientela' }));
    const nowhere = one.client.project.saveCopy({ target: await one.target('none/Shop.clientela') });
    expect(await refusalOf(nowhere)).toMatchObject({ code: 'EXPORT-TARGET', args: { reason: 'missing' } });
  });
});
