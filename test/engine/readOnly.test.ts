// A project in a folder that may only be read: it can be looked at, and every command says why it does nothing.
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hashOf } from '../support/engineDump.ts';
import { refused, RESOURCES, startEngine } from '../support/engine.ts';
import { customersCsv } from '../support/engineData.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

test('bad input 80: a read-only place opens, answers queries, refuses commands and jobs, and leaves no trace', async () => {
  const one = await startEngine();
  const folder = join(one.dir, 'shared');
  mkdirSync(folder);
  const path = await one.project('shared/Shop');
  await one.add('customers.csv', customersCsv());
  await one.client.project.close();
  const before = hashOf(path);
  chmodSync(one.dir, 0o755);
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  // The superuser may write anywhere, so the reader is somebody else then.
  const dataDir = join(one.dir, 'reader');
  mkdirSync(dataDir);
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
  const child = fork(fileURLToPath(new URL('../support/readOnlyReader.ts', import.meta.url)), [], {
    execArgv: [],
    env: {
      READ_PROJECT: path,
      READ_DATA: dataDir,
      READ_RESOURCES: RESOURCES,
      READ_AS: isRoot ? String(NOBODY) : '',
    },
  });
  const [answer] = (await once(child, 'message')) as [unknown];
  await once(child, 'exit');
  expect(answer).toEqual({
    readOnly: true,
    sources: [80],
    features: 80,
    command: refused('PROJECT-READ-ONLY'),
    undo: refused('PROJECT-READ-ONLY'),
    job: refused('PROJECT-READ-ONLY'),
    copy: ['Copy.clientela', false, 80],
  });
  expect([readdirSync(folder), hashOf(path)]).toEqual([['Shop.clientela'], before]);
  chmodSync(folder, 0o755);
  await one.close();
});
